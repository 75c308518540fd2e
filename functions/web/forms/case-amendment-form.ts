import { type CaseAmendment, caseAmendment } from '../../../shared/domain/amendment.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { formOf, type PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const amendmentFields: readonly FieldPlace[] = [
  { name: 'reference' },
  { name: 'title' },
  { name: 'summary' },
  { name: 'why' },
];

/** A box that was empty because the case has no summary may stay so; one that had words may not lose them all. */
export function readCaseAmendment(form: PostedForm, of: Case): Checked<CaseAmendment> {
  const typed = Object.fromEntries(amendmentFields.map(({ name }) => [name, form.get(name)]));
  const noSummary = of.summary === undefined && form.get('summary').trim() === '';
  return checkForm(caseAmendment, { ...typed, ...(noSummary ? { summary: undefined } : {}) }, {});
}

/** The form as it stands for a case. */
export const formOfCase = ({ reference, title, summary }: Case): PostedForm =>
  formOf({ reference, title, summary });
