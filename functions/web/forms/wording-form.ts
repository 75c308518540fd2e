import { aboutPart, type MailPart } from '../../../shared/domain/mail-parts.ts';
import { type PartWords, type WordsChange, wordsChangeInput } from '../../../shared/domain/mail-words.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { formOf, type PostedForm, versionIn } from './posted-form.ts';

/** The fields of a part, in the order of the page. */
export const wordingFields = (part: MailPart): readonly FieldPlace[] =>
  (aboutPart(part).asks ? ['words', 'added', 'why'] : ['words', 'why']).map((name) => ({ name }));

/** Reads the form as the change of a part that it asks for. A box with line ends is one line: a form wraps them as it likes. */
export function readWordingForm(part: MailPart, form: PostedForm): Checked<WordsChange> {
  const typed = (name: string) =>
    form
      .get(name)
      .trim()
      .replace(/\s*\n\s*/g, ' ')
      .replace(/\r/g, '');
  const to = { words: typed('words'), ...(aboutPart(part).asks ? { added: typed('added') } : {}) };
  return checkForm(
    wordsChangeInput(part),
    { to, version: versionIn(form), why: form.get('why') },
    {},
    (path) => String(path[0] === 'to' ? path[1] : path[0]),
  );
}

/** The form as it stands for the words of a part. */
export const formOfWords = ({ words, added = '' }: PartWords, version: number): PostedForm =>
  formOf({ words, added, version: String(version) });
