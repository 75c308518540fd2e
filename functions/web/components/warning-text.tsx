import type { Child } from 'hono/jsx';

export const WarningText = (props: { children: Child }) => (
  <div class="govuk-warning-text">
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">Warning</span> {props.children}
    </strong>
  </div>
);
