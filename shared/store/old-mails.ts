import { type Day, later } from '../domain/day.ts';
import { isSettled, type Mail } from '../domain/mail.ts';
import { monthOf, monthsBetween } from '../domain/months.ts';
import { registerPartitions } from './keys.ts';
import { type Query, queryAll, queryPage } from './read.ts';
import { fromItem, type Item } from './records.ts';
import { severalAtOnce } from './several-at-once.ts';
import type { Table } from './table.ts';

/** Every settled mail of the months up to one whose words are still kept. */
export async function mailsWithWords(table: Table, upTo: string): Promise<Mail[]> {
  const items = await inMonths(table, await firstMonth(table, upTo), upTo, {
    FilterExpression: 'attribute_not_exists(wordsRemovedOn)',
  });
  return items.map((item) => fromItem('mail', item)).filter(isSettled);
}

/** The last day on which a mail to each contact was planned, from a day's month to another's. */
export async function lastMailed(table: Table, from: Day, to: Day): Promise<ReadonlyMap<string, Day>> {
  const items = await inMonths(table, monthOf(from), monthOf(to), {
    ProjectionExpression: 'recipientId, plannedOn',
  });
  const last = new Map<string, Day>();
  for (const { recipientId, plannedOn } of items as { recipientId: string; plannedOn: Day }[])
    last.set(recipientId, later(last.get(recipientId) ?? plannedOn, plannedOn));
  return last;
}

const inMonths = async (
  table: Table,
  first: string,
  last: string,
  more: Pick<Query, 'FilterExpression' | 'ProjectionExpression'>,
): Promise<Item[]> => {
  const months = await severalAtOnce(monthsBetween(first, last), (month) =>
    Array.fromAsync(queryAll(table, { ...inRegister(registerPartitions.mails(month)), ...more })),
  );
  return months.flat();
};

const inRegister = (partition: string) => ({
  IndexName: 'register',
  KeyConditionExpression: 'registerPk = :partition',
  ExpressionAttributeValues: { ':partition': partition },
});

/**
 * The month before which no mail can have been planned: that of the first run, or of the first case, because liaison staff may have a
 * mail sent before any run. Where there is neither there is no mail, and the month given serves as well as any.
 */
async function firstMonth(table: Table, otherwise: string): Promise<string> {
  const { nights, cases } = registerPartitions;
  const firsts = await severalAtOnce([nights, cases], (partition) =>
    queryPage(table, inRegister(partition), 1),
  );
  // Nights stand by when they began, cases by when they were made.
  const months = firsts.flatMap(({ items }) => items.map(({ registerSk }) => String(registerSk).slice(0, 7)));
  return months.toSorted()[0] ?? otherwise;
}
