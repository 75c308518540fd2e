import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Item } from '../../../shared/store/records.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { openGround } from '../tables.ts';
import { ask } from './command.ts';
import { anyCommand } from './commands/commands.ts';
import { Lab } from './lab.ts';
import { anyStart, begin } from './start.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const commands = fc.commands([anyCommand(6)], { maxCommands: 30, size: 'max' });
const [start, story] = fc.sample(fc.tuple(anyStart, commands), { seed: 7, numRuns: 6 }).at(-1)!;

async function begun(mirrorAnswers = true): Promise<Lab> {
  const lab = new Lab(await openGround(tables), mirrorAnswers);
  await begin(lab, start.recommendations);
  return lab;
}

describe('the life of fifty recommendations', () => {
  test('is the same whether the engine answers every reader or the mirror does', async () => {
    const told = [];
    for (const mirrorAnswers of [true, false]) {
      const lab = await begun(mirrorAnswers);
      await fc.asyncModelRun(() => ({ model: {}, real: lab }), story);
      expect(await lab.mirror.isTrue()).toBe(true);
      told.push([lab.story, lab.left, lab.runs]);
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]![1]!.length).toBeGreaterThan(20);
  });

  const change = async (lab: Lab, item: Item | undefined, of: Item) => {
    const Item = { ...item, ...of };
    await lab.desk.table.client.send(new PutCommand({ TableName: lab.desk.table.name, Item }));
    await lab.mirror.refresh();
  };
  const waiting = (lab: Lab) =>
    lab.mirror
      .all('deadline')
      .filter(
        ({ state, ownerId, nextActionOn }) => state === 'open' && ownerId && nextActionOn! > '2020-10-05',
      )
      .toSorted((a, b) => (a.nextActionOn! < b.nextActionOn! ? -1 : 1))[0]!;
  const liveDays = async (lab: Lab, days: number) => {
    for (let day = 0; day < days; day++) await lab.live();
  };
  const far = '2030-01-01';

  test.each<[string, RegExp, (lab: Lab) => Promise<void>]>([
    [
      'a stage settled without a mail',
      /P1: by .* the owner of .* had not heard of/,
      async (lab) => {
        const deadline = waiting(lab);
        const settledThrough = { ...deadline.settledThrough, owner: asDay(far) };
        await change(lab, deadline, { settledThrough });
        await liveDays(lab, 40);
      },
    ],
    [
      'a deadline that nobody looks at any more',
      /P2: .* is silent/,
      (lab) => change(lab, waiting(lab), { nextActionOn: far, agendaSk: `${far}#${waiting(lab).id}` }),
    ],
    [
      'a statement that leaves something out',
      /P6: the statement of a run of .* does not balance/,
      async (lab) => {
        await lab.live();
        const [night] = lab.mirror.all('night').filter(({ plannedOn }) => plannedOn === lab.day);
        await change(lab, night, { examined: night!.examined + 1 });
      },
    ],
  ])('shows %s', async (_, broken, sabotage) => {
    const lab = await begun();
    await liveDays(lab, 5);
    expect(() => ask(lab)).not.toThrow();
    await sabotage(lab);
    expect(() => ask(lab)).toThrow(broken);
  });
});
