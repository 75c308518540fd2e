export type ErrorSummaryProps = {
  title?: string;
  description?: string;
  /** In the order of the fields on the page; `href` leads to the field (`#made-on-day`). */
  errors: readonly { message: string; href?: string | undefined }[];
};

/** What is wrong with a form, at the top of its page; nothing at all when nothing is wrong. */
export const ErrorSummary = (props: ErrorSummaryProps) =>
  props.errors.length === 0 ? null : (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {props.description && <p>{props.description}</p>}
          <ul class="govuk-list govuk-error-summary__list">
            {props.errors.map(({ message, href }) => (
              <li>{href ? <a href={href}>{message}</a> : message}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
