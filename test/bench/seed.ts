import { randomUUID } from 'node:crypto';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Desk } from '../../functions/web/moves/desk.ts';
import { readListPeople } from '../../functions/web/moves/list/list-people.ts';
import { takeInCase } from '../../functions/web/moves/list/take-in.ts';
import { caseIdOf } from '../../shared/domain/case.ts';
import { addDays } from '../../shared/domain/day.ts';
import { makeRows } from '../../shared/store/make-rows.ts';
import { keepNight } from '../../shared/store/nights.ts';
import { type Item, recordIn, toItem } from '../../shared/store/records.ts';
import { shardOf } from '../../shared/store/shard.ts';
import type { Table } from '../../shared/store/table.ts';
import { morningOf, sampleContact, sampleNight } from '../support/sample-records.ts';
import { boards, entriesOf, owners, today } from './entries.ts';
import { keptInMemory } from './kept-in-memory.ts';

const hour = 3_600_000;
const batch = 25;

/** What was made: the id of each case, and how many recommendations it has. */
export type Seeded = { cases: { id: string; recommendations: number }[] };

/**
 * Fills a table with so many recommendations, in a quarter as many cases: the very records that taking in a list makes, histories and rows
 * included, as if that had been an hour ago.
 */
export async function seed(table: Table, recommendations: number): Promise<Seeded> {
  await makeRows(table, `${today}T06:00:00.000Z`);
  await writeAll(table, peopleAndBoards());
  await keepNight(table, nightOfToday());
  const people = await readListPeople(table);
  const memory = keptInMemory(table.now() - hour);
  const desk: Desk = { table: memory.table, clock: morningOf(today), newId: randomUUID, by: 'Liaison staff' };
  const cases: Seeded['cases'] = [];
  let made = 0;
  let writing: Promise<unknown> = Promise.resolve();
  for (let index = 0; made < recommendations; index++) {
    const entries = entriesOf(index).slice(0, recommendations - made);
    const fates = await takeInCase(desk, people, entries, { name: 'the list', overdue: 'remind' });
    const refused = fates.find(({ kind }) => kind !== 'new');
    if (refused) throw new Error(`A line was refused: ${JSON.stringify(refused)}`);
    cases.push({ id: caseIdOf(entries[0]!.case.reference), recommendations: entries.length });
    made += entries.length;
    await writing;
    writing = writeAll(table, memory.take().map(asRunsLeftIt));
  }
  await writing;
  return { cases };
}

/** The runs have looked at every deadline and put it back for its day; one in a hundred is due tonight. */
function asRunsLeftIt(item: Item, index: number): Item {
  const deadline = item.record === 'deadline' ? recordIn('deadline', item) : undefined;
  if (!deadline?.nextActionOn) return item;
  const nextActionOn = addDays(today, shardOf(`${deadline.id} ${index}`, 100));
  return toItem('deadline', { ...deadline, nextActionOn });
}

const peopleAndBoards = (): Item[] => [
  ...owners.map((email, index) =>
    toItem('contact', sampleContact(`owner-${index}`, { name: `Owner ${index}`, email })),
  ),
  ...boards.map((name, index) => toItem('board', { id: `board-${index}`, name, meetings: [], version: 1 })),
];

const nightOfToday = () =>
  sampleNight({
    id: `${today}T06:10:00.000Z-night`,
    plannedOn: today,
    startedAt: `${today}T06:10:00.000Z`,
    finishedAt: `${today}T06:10:04.000Z`,
  });

async function writeAll({ client, name }: Table, items: readonly Item[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / batch) }, (_, index) =>
    items.slice(index * batch, (index + 1) * batch),
  );
  await Promise.all(
    batches.map((each) => {
      const puts = each.map((Item) => ({ PutRequest: { Item } }));
      return client.send(new BatchWriteCommand({ RequestItems: { [name]: puts } }));
    }),
  );
}
