import type { Instant } from '../domain/london.ts';
import { monthsBetween } from '../domain/months.ts';
import { settingNames } from '../domain/settings.ts';
import { registerPartitions, settingKey } from './keys.ts';
import { queryAll, readItems } from './read.ts';
import type { Item } from './records.ts';
import type { Table } from './table.ts';

const { mails, cases, contacts, boards, staff, sessions, lists, exceptions, nights } = registerPartitions;

const atOnce = 16;

/**
 * Every item of every partition that a list leads to, with the mails and their words: for a rare question about everything, asked by nobody
 * but an administrator. It reads the whole table by its lists, a few partitions at a time. An exception that was cleared stands in no
 * list and is found by its id alone.
 */
export async function* everyItem(table: Table, now: Instant): AsyncGenerator<Item> {
  const months = new Set([now.slice(0, 7)]);
  for (const register of [cases, contacts, boards, staff, lists, sessions, exceptions, nights]) {
    const partitions = new Set<string>();
    for await (const { pk } of inRegister(table, register)) partitions.add(String(pk));
    for await (const item of partitionsOf(table, [...partitions])) {
      const month = monthOf(item);
      if (month) months.add(month);
      yield item;
    }
  }
  yield* partitionsOf(
    table,
    settingNames.map((name) => settingKey(name).pk),
  );
  const sorted = [...months].sort();
  for (const month of monthsBetween(sorted[0]!, sorted.at(-1)!)) yield* mailsOf(table, month);
}

const inRegister = (table: Table, partition: string) =>
  queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :partition',
    ExpressionAttributeValues: { ':partition': partition },
  });

async function* partitionsOf(table: Table, partitions: readonly string[]): AsyncGenerator<Item> {
  for (let from = 0; from < partitions.length; from += atOnce) {
    const some = partitions.slice(from, from + atOnce).map((pk) =>
      Array.fromAsync(
        queryAll(table, {
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
        }),
      ),
    );
    for (const items of await Promise.all(some)) yield* items;
  }
}

async function* mailsOf(table: Table, month: string): AsyncGenerator<Item> {
  const planned = await Array.fromAsync(inRegister(table, mails(month)));
  yield* await readItems(
    table,
    planned.flatMap(({ pk }) => [
      { pk: String(pk), sk: 'MAIL' },
      { pk: String(pk), sk: 'CONTENT' },
    ]),
  );
}

// A mail is planned by a run or asked for by a move, and either leaves something else of that month.
function monthOf({ plannedOn, at }: Item): string | undefined {
  const when = plannedOn ?? at;
  return typeof when === 'string' && /^\d{4}-\d\d/.test(when) ? when.slice(0, 7) : undefined;
}
