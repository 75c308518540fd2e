import { type CaseInput, caseInput } from '../../../shared/domain/case.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { linesOf, type PostedForm } from './posted-form.ts';
import { readDate, readOptionalDate } from './typed-date.ts';

/** The fields in the order of the page. */
export const caseFields: readonly FieldPlace[] = [
  { name: 'reference' },
  { name: 'forceReference' },
  { name: 'title' },
  { name: 'source' },
  { name: 'legalBasis' },
  { name: 'body' },
  { name: 'madeOn', date: true },
  { name: 'publishedDueOn', date: true },
  { name: 'summary' },
  { name: 'topics' },
  { name: 'linkedBodies' },
  { name: 'link' },
  { name: 'keptPage' },
];

export function readCaseForm(form: PostedForm): Checked<CaseInput> {
  const madeOn = readDate(form, 'madeOn', 'The date the recommendations were made');
  const publishedDueOn = readOptionalDate(form, 'publishedDueOn', 'The published response date');
  const candidate = {
    ...Object.fromEntries(caseFields.map(({ name }) => [name, form.get(name)])),
    topics: linesOf(form.get('topics')),
    linkedBodies: linesOf(form.get('linkedBodies')),
    madeOn: madeOn.day,
    publishedDueOn: publishedDueOn.day,
  };
  return checkForm(caseInput, candidate, { madeOn, publishedDueOn });
}
