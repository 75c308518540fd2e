import { isLive } from '../../shared/domain/contact.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import type { Regard } from '../../shared/engine/regard.ts';
import { compose } from '../../shared/mail/compose.ts';
import type { Composed } from '../../shared/mail/letter.ts';
import { type Clock, today } from '../../shared/runtime/clock.ts';
import { contentKey } from '../../shared/store/keys.ts';
import { read } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';

type WordsDeps = { table: Table; clock: Clock; serviceUrl: string; organisation: string };

/** What a mail is to say, or undefined where there is nothing to say or nobody to say it to: a summary's own words, or its reminders as they stand now. */
export async function wordsOf(
  deps: WordsDeps,
  mail: Mail,
  { recipient, items }: Regard,
): Promise<Composed | undefined> {
  if (!isLive(recipient)) return undefined;
  if (mail.kind === 'summary') return keptWords(deps.table, mail.id);
  const again = mail.possibleDuplicate ?? false;
  return items.length > 0
    ? compose({ ...deps, recipient, items, today: today(deps.clock), plannedOn: mail.plannedOn, again })
    : undefined;
}

async function keptWords(table: Table, mailId: string): Promise<Composed> {
  const kept = await read(table, 'content', contentKey(mailId));
  if (kept?.html === undefined) throw new Error(`The words of ${mailId} are gone`);
  return { subject: kept.subject, text: kept.text, html: kept.html };
}
