import { aboutInWords } from '../../shared/domain/about-in-words.ts';
import { isLive, liaisonTeamId } from '../../shared/domain/contact.ts';
import { addDays, type Day } from '../../shared/domain/day.ts';
import { type Exception, whatToDo } from '../../shared/domain/exception.ts';
import { type Instant, londonDay } from '../../shared/domain/london.ts';
import { narrowed, type Sending, toEveryone } from '../../shared/domain/sending.ts';
import type { SummaryReason } from '../../shared/domain/summary.ts';
import type { Trouble } from '../../shared/domain/watch.ts';
import type { NamedException, SummaryFacts } from '../../shared/mail/summary.ts';
import type { Log } from '../../shared/runtime/log.ts';
import { openCatalogue } from '../../shared/store/catalogue.ts';
import { countKeptBack } from '../../shared/store/kept-back.ts';
import { caseKey, contactKey } from '../../shared/store/keys.ts';
import { firstNight, nightsOfDay, nightsOfDays } from '../../shared/store/lists.ts';
import { readSending } from '../../shared/store/mail-settings.ts';
import { mailsNamed } from '../../shared/store/mails-named.ts';
import { read, readMany } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';
import { outstandingOn } from './outstanding.ts';

/** Why a summary is due, and what the watchdog has found out already. */
export type Found = { reason: SummaryReason; trouble: Trouble | undefined; exceptions: Exception[] };

/** Reads all that a summary says, as it stands now. */
export async function gatherSummary(
  { table, log }: { table: Table; log: Log },
  today: Day,
  sendTo: Sending,
  { reason, trouble, exceptions }: Found,
): Promise<Omit<SummaryFacts, 'serviceUrl' | 'organisation'>> {
  const recipient = await read(table, 'contact', contactKey(liaisonTeamId));
  if (!recipient) throw new Error('The liaison team is not among the contacts');
  // It is the one mail that nobody misses: only the alarm can say that it does not come.
  if (!isLive(recipient))
    throw new Error('The liaison team cannot be written to, so no summary can reach it');
  const [first, last] = [addDays(today, -7), addDays(today, -1)];
  return {
    recipient,
    today,
    reason,
    trouble,
    nights: await nightsOfDay(table, today),
    week: reason === 'weekly' ? await weekOf(table, first, last) : undefined,
    sending: narrowed((await readSending(table))?.sending ?? toEveryone, sendTo),
    outstanding: await outstandingOn(table, await openCatalogue(table, log).rows(), today),
    exceptions: await named(table, exceptions),
  };
}

const weekOf = async (table: Table, first: Day, last: Day) => ({
  first,
  last,
  began: (await firstNight(table))?.plannedOn,
  nights: await nightsOfDays(table, first, last),
  keptBack: await countKeptBack(table, first, last),
});

async function named(table: Table, exceptions: Exception[]): Promise<NamedException[]> {
  const given = (ids: (string | undefined)[]) => ids.filter((id) => id !== undefined);
  const mails = await mailsNamed(
    table,
    exceptions.map(({ mailId }) => mailId),
  );
  const reminded = [...mails.values()].flatMap(({ lines }) => lines);
  const caseIds = given([...exceptions, ...reminded].map(({ caseId }) => caseId));
  const contactIds = given(exceptions.map(({ contactId }) => contactId));
  const cases = await readMany(table, 'case', caseIds.map(caseKey));
  const contacts = await readMany(table, 'contact', contactIds.map(contactKey));
  const names = {
    cases: new Map(cases.map((each) => [each.id, each])),
    contacts: new Map(contacts.map((each) => [each.id, each])),
    mails,
  };
  return exceptions.map((exception) => ({
    exception,
    about: aboutInWords(exception, names),
    todo: whatToDo(exception, names.contacts.get(exception.contactId ?? '')),
    since: londonDay(exception.raisedAt as Instant),
  }));
}
