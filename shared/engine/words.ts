import { isLive } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { Mail } from '../domain/mail.ts';
import type { MailWords } from '../domain/mail-words.ts';
import type { Regard } from '../engine/regard.ts';
import { compose } from '../mail/compose.ts';
import type { Composed } from '../mail/letter.ts';
import { contentKey } from '../store/keys.ts';
import { read } from '../store/read.ts';
import type { Table } from '../store/table.ts';

/** `today`: the London day on which it leaves; `words`: what the parts say that an organisation may word itself. */
export type WordsDeps = {
  table: Table;
  today: Day;
  serviceUrl: string;
  organisation: string;
  words: MailWords;
};

/** What a mail is to say, or undefined where there is nothing to say or nobody to say it to: a summary's own words, or its reminders as they stand now. */
export async function wordsOf(
  deps: WordsDeps,
  mail: Mail,
  { recipient, items }: Regard,
): Promise<Composed | undefined> {
  if (!isLive(recipient)) return undefined;
  if (mail.kind === 'summary') return keptWords(deps.table, mail.id);
  const again = mail.possibleDuplicate ?? false;
  const { plannedOn, asked } = mail;
  return items.length > 0 ? compose({ ...deps, recipient, items, plannedOn, asked, again }) : undefined;
}

async function keptWords(table: Table, mailId: string): Promise<Composed> {
  const kept = await read(table, 'content', contentKey(mailId));
  if (kept?.html === undefined) throw new Error(`The words of ${mailId} are gone`);
  return { subject: kept.subject, text: kept.text, html: kept.html };
}
