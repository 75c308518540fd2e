import type { Child } from 'hono/jsx';

export type DetailsProps = { summary: Child; id?: string; open?: boolean; children: Child };

export const Details = (props: DetailsProps) => (
  <details id={props.id} class="govuk-details" open={props.open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
);
