export type SkipLinkProps = { href: string; text: string };

/** The first stop of the Tab key on every page: past the menu, to what the page is about. */
export const SkipLink = (props: SkipLinkProps) => (
  <a href={props.href} class="govuk-skip-link">
    {props.text}
  </a>
);
