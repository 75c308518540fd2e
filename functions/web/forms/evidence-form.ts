import { type EvidenceInput, evidenceInput, fileInput } from '../../../shared/domain/evidence.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const evidenceFields: readonly FieldPlace[] = [
  { name: 'kind' },
  { name: 'text' },
  { name: 'link' },
  { name: 'shows' },
];

/** Only the boxes of the kind that was chosen count: what was typed in the others before is not part of the record. */
export function readEvidenceForm(form: PostedForm): Checked<EvidenceInput | { kind: 'file' }> {
  const kind = form.get('kind');
  if (kind === 'file') return { value: { kind } };
  const typed =
    kind === 'text' ? { text: form.get('text') } : { link: form.get('link'), shows: form.get('shows') };
  return checkForm(evidenceInput, { kind, ...typed }, {});
}

/** The fields of the page that shows a file which has arrived. */
export const fileFields: readonly FieldPlace[] = [{ name: 'shows' }];

export const readFileForm = (form: PostedForm) =>
  checkForm(fileInput, { fileName: form.get('fileName'), shows: form.get('shows') }, {});
