import type { Child } from 'hono/jsx';

export type HeaderProps = {
  organisation: string;
  /** Where its name leads. */
  homeHref?: string | undefined;
  /** Who is signed in, with a way out; at the right. Plain text, `tracker-header__link` or `tracker-header__button`. */
  account?: Child;
};

/** govuk-frontend's generic header: no crown, no blue, the force's own name. */
export const Header = (props: HeaderProps) => (
  <div class="govuk-generic-header">
    <div class="govuk-generic-header__container govuk-width-container">
      <div class="govuk-generic-header__logo">
        <a href={props.homeHref ?? '/'} class="govuk-generic-header__homepage-link">
          {props.organisation}
        </a>
      </div>
      {props.account && <div class="tracker-header__account">{props.account}</div>}
    </div>
  </div>
);
