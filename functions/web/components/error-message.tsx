import type { Child } from 'hono/jsx';

export type ErrorMessageProps = { id: string; children: Child };

export const ErrorMessage = (props: ErrorMessageProps) => (
  <p id={props.id} class="govuk-error-message">
    <span class="govuk-visually-hidden">Error:</span> {props.children}
  </p>
);
