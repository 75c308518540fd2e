import { type Sending, type SendingChange, sendingChangeInput } from '../../../shared/domain/sending.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { formOf, linesOf, type PostedForm, versionIn } from './posted-form.ts';

/** The fields in the order of the page. */
export const sendingFields: readonly FieldPlace[] = ['mode', 'allowed', 'why'].map((name) => ({ name }));

/** Reads the form as the change it asks for. The list counts only where mail is to go to these only. */
export function readSendingForm(form: PostedForm): Checked<SendingChange> {
  const mode = form.get('mode');
  const allowed = mode === 'only' ? linesOf(form.get('allowed').replace(/[,;]/g, '\n')) : [];
  return checkForm(
    sendingChangeInput,
    { to: { mode, allowed }, version: versionIn(form), why: form.get('why') },
    {},
    (path) => String(path[0] === 'to' ? path[1] : path[0]),
  );
}

/** The form as it stands for what is in force. */
export const formOfSending = (to: Sending, version: number): PostedForm =>
  formOf({
    mode: to.mode,
    allowed: to.mode === 'only' ? to.allowed.join('\n') : '',
    version: String(version),
  });
