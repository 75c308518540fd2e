import type { Child } from 'hono/jsx';

export const InsetText = (props: { id?: string; children: Child }) => (
  <div id={props.id} class="govuk-inset-text">
    {props.children}
  </div>
);
