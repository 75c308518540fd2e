import type { Contact } from '../domain/contact.ts';
import { type Exception, isSaid } from '../domain/exception.ts';
import { isSettled } from '../domain/mail.ts';
import type { Report } from '../domain/report.ts';
import { recommendationRow } from '../domain/row.ts';
import { casePartition, mailKey, reportKey } from './keys.ts';
import { listBoards, listExceptions } from './lists.ts';
import { hasRows } from './make-rows.ts';
import { unsettledMails } from './outbox.ts';
import { queryAll, readMany } from './read.ts';
import { fromItem } from './records.ts';
import { rowsWrittenSince } from './rows.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { Table } from './table.ts';

/** Somebody who is needed, and by what. */
type Need = readonly [contactId: string | undefined, why: string];

/**
 * What still needs each contact, by their id: what they own and is not at rest, a board they chair, somebody in post whom they manage or
 * stand in for, an exception or a report that waits for somebody, a mail under way. Read from the lists of what is open and from the row of
 * each recommendation, so it costs as much as the list of all of them. One damaged record of these stops it, because that might be the
 * one that needs somebody; so does a tracker whose rows were never made.
 *
 * @param contacts every contact
 */
export async function stillNeeded(
  table: Table,
  contacts: readonly Contact[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const exceptions = await listExceptions(table);
  const found = await Promise.all([
    contacts.flatMap(byColleague),
    byRecommendations(table),
    byBoards(table),
    exceptions.map(({ contactId }): Need => [contactId, 'somebody must look at an exception about them']),
    byReports(table, exceptions),
    byMails(table),
  ]);
  const needs = new Map<string, Set<string>>();
  for (const [contactId, why] of found.flat())
    if (contactId) needs.set(contactId, (needs.get(contactId) ?? new Set()).add(why));
  return new Map([...needs].map(([contactId, all]) => [contactId, [...all].sort()]));
}

const byColleague = ({ status, managerId, deputyId }: Contact): Need[] =>
  status === 'active'
    ? [
        [managerId, 'is the manager of somebody in post'],
        [deputyId, 'is the deputy of somebody in post'],
      ]
    : [];

const owned = recommendationRow.pick({
  caseId: true,
  number: true,
  ownerId: true,
  closed: true,
  withdrawn: true,
  duties: true,
});

async function byRecommendations(table: Table): Promise<Need[]> {
  if (!(await hasRows(table)))
    throw new Error('The list of recommendations was never made: reconcile this tracker first');
  const rows = await rowsWrittenSince(table, 0);
  return rows.flatMap(({ record, pk, sk, says }): Need[] => {
    if (record === 'case-row') return [];
    const row = owned.safeParse(jsonIn(says)).data;
    if (!row) throw new Error(`Damaged row at ${pk} ${sk}`);
    const { caseId, number, ownerId, closed, withdrawn, duties } = row;
    const of = `${caseId} recommendation ${number}`;
    const open = duties.filter(({ state }) => state === 'open');
    return [
      ...(closed || withdrawn ? [] : [[ownerId, `owns ${of}`] as const]),
      ...open.map((duty) => [duty.ownerId, `owns a date of ${of}`] as const),
    ];
  });
}

function jsonIn(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

const byBoards = async (table: Table): Promise<Need[]> =>
  (await listBoards(table)).map(({ name, chairId }) => [chairId, `chairs ${name}`]);

async function byMails(table: Table): Promise<Need[]> {
  const ids = await Array.fromAsync(unsettledMails(table));
  const mails = await readMany(table, 'mail', ids.map(mailKey));
  return mails
    .filter((mail) => !isSettled(mail))
    .map(({ recipientId }) => [recipientId, 'a mail to them is under way']);
}

// As long as what an owner said waits, an exception stands for it.
async function byReports(table: Table, exceptions: readonly Exception[]): Promise<Need[]> {
  const reports = await severalAtOnce(exceptions.filter(isSaid), (of) => reportsOn(table, of));
  return reports
    .flat()
    .filter(({ state }) => state === 'waiting')
    .map(({ byId }) => [byId, 'what they said waits for a decision']);
}

async function reportsOn(table: Table, { caseId = '', number = 0 }: Exception): Promise<Report[]> {
  const { sk } = reportKey({ caseId, number, id: '' });
  const items = queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :reports)',
    ExpressionAttributeValues: { ':pk': casePartition(caseId), ':reports': sk },
    ConsistentRead: true,
  });
  return (await Array.fromAsync(items)).map((item) => fromItem('report', item));
}
