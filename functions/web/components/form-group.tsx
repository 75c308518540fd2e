import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { ErrorMessage } from './error-message.tsx';
import { Hint } from './hint.tsx';

/** What may be said about a field besides its label. */
export type FieldNotes = {
  hint?: Child;
  error?: string | undefined;
  /** Ids of other elements that also describe the field. */
  describedBy?: string | undefined;
};

/** The ids a field names in `aria-describedby`: what the page says elsewhere, then the hint, then the error. */
export function describedBy(id: string, notes: FieldNotes): string | undefined {
  const ids = [notes.describedBy, notes.hint && `${id}-hint`, notes.error && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

export const Notes = (props: FieldNotes & { id: string }) => (
  <>
    {props.hint && <Hint id={`${props.id}-hint`}>{props.hint}</Hint>}
    {props.error && <ErrorMessage id={`${props.id}-error`}>{props.error}</ErrorMessage>}
  </>
);

export const FormGroup = (props: { error?: string | undefined; children: Child }) => (
  <div class={classNames('govuk-form-group', props.error && 'govuk-form-group--error')}>{props.children}</div>
);
