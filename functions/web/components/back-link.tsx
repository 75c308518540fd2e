export type BackLinkProps = { href: string; text?: string };

export const BackLink = (props: BackLinkProps) => (
  <a href={props.href} class="govuk-back-link">
    {props.text ?? 'Back'}
  </a>
);
