import type { Contact } from '../domain/contact.ts';
import type { Mail, MailLine } from '../domain/mail.ts';
import type { PlannedReminder } from '../domain/night.ts';
import type { Composed } from '../mail/letter.ts';
import { readWords } from '../store/mail-settings.ts';
import { type Regard, regard } from './regard.ts';
import { type WordsDeps, wordsOf } from './words.ts';

/** A mail before it leaves, as it would be on the day: `words` are missing where nothing in it can be said to anybody now. */
export type PreviewedMail = { mail: Mail; regard: Regard; words: Composed | undefined };

/** What a preview is made with: the words in force are read for it. */
export type PreviewDeps = Omit<WordsDeps, 'words'>;

/** Looks at a mail that waits, or that would be planned, as the sender does on the day, and changes nothing. */
export async function previewMail(deps: PreviewDeps, mail: Mail): Promise<PreviewedMail> {
  const looked = await regard(deps.table, mail, deps.today);
  return {
    mail,
    regard: looked,
    words: await wordsOf({ ...deps, words: await readWords(deps.table) }, mail, looked),
  };
}

/** A mail that the night would plan, with the words it would leave with. */
export async function previewPlanned(
  deps: PreviewDeps,
  reminders: readonly PlannedReminder[],
): Promise<{ recipient: Contact; lines: MailLine[]; words: Composed | undefined }> {
  const { recipient } = reminders[0]!;
  const lines = reminders.map(({ line }) => line);
  const { words } = await previewMail(deps, notPlanned({ recipientId: recipient.id, lines }, deps));
  return { recipient, lines, words };
}

/** A mail as it would be planned on the day: it is kept nowhere. */
export const notPlanned = (
  of: Pick<Mail, 'recipientId' | 'lines' | 'asked'>,
  { today }: Pick<WordsDeps, 'today'>,
): Mail => ({ id: 'not-planned', nightId: '', plannedOn: today, state: 'PENDING', attempt: 0, ...of });
