import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nudgeOwner } from '../../functions/web/moves/nudge.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { today } from '../../shared/runtime/clock.ts';
import { dueOnAgenda } from '../../shared/store/agenda.ts';
import { readCaseFile } from '../../shared/store/case-file.ts';
import { unsettledMails } from '../../shared/store/outbox.ts';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import { type Engine, openEngine } from './engine.ts';
import { type Fault, faultsIn } from './faults.ts';
import { emptied, fill, type Ground } from './ground.ts';
import { startRuns } from './runs.ts';
import { expected, promise, records, reminderName } from './story.ts';
import { openGround } from './tables.ts';
import { judge } from './verdict.ts';
import { tableOn } from './wire-client.ts';
import { World } from './world.ts';

let tables: EmbeddedTables;
let ground: Ground;
beforeAll(async () => {
  tables = await startTables();
  ground = await openGround(tables);
});
afterAll(() => tables.stop());

const at = { caseId: promise.caseId, number: 1, duty: 'update-1' };
const line = { deadlineId: promise.id, revision: 1, stage: 'nudge-2020-10-26' };
const wanted = [...expected, { name: reminderName(line, 'bill'), reference: promise.reference }];
const noon = Date.parse('2020-10-26T12:00:00.000Z');
const tenMinutes = 600_000;

async function ask(engine: Engine, { clock }: World): Promise<string> {
  const end = await engine.atThePages((deps) =>
    nudgeOwner({ ...deps, clock, by: 'Liaison staff' }, deps, at, { note: 'The inspector comes on Friday.' }),
  );
  if (end === 'crashed' || 'error' in end) return 'no answer';
  return isRefusal(end.value) ? end.value.refused : 'planned';
}

/**
 * Staff have Bill reminded of his promise at noon, between two runs; two of them at once where everything is doubled. Where the page gives
 * no answer they try again ten minutes later, as people do.
 */
async function play(faults: Fault[], seed?: number) {
  const world = new World(faults, seed);
  const engine = openEngine(world, ground.client, ground.tableName);
  const table = tableOn(ground.client, ground.tableName);
  await fill(ground, records);
  const answers: string[] = [];
  let [from, until] = [0, 0];
  world.at(noon, async () => {
    from = world.calls.length;
    answers.push(...(await Promise.all((world.doubled ? [1, 2] : [1]).map(() => ask(engine, world)))));
    if (answers.includes('no answer'))
      world.after(tenMinutes, async () => answers.push(await ask(engine, world)));
  });
  world.at(noon + 3 * tenMinutes, async () => {
    until = world.calls.length;
  });
  startRuns(world, {
    run: engine.night,
    async isQuiet() {
      const due = await Array.fromAsync(dueOnAgenda(table, today(world.clock)));
      return (await Array.fromAsync(unsettledMails(table))).length + due.length === 0;
    },
  });
  await world.live();
  const { reminders } = (await readCaseFile(table, promise.caseId))!.recommendations[0]!;
  const counted = reminders.filter(({ stage }) => stage === line.stage).length;
  const verdict = judge(engine.ses.accepted, wanted, await emptied(ground), faults.length);
  return { ...verdict, answers, counted, calls: world.calls, from, until };
}

const nothing = { lost: [], duplicates: [], parked: [], wrong: [], counted: 1 };

describe('a reminder that staff ask for at once', { timeout: 600_000 }, () => {
  test('goes once and is counted once under any one fault from the moment they ask until it has left', async () => {
    const { calls, from, until, answers, ...quiet } = await play([]);
    expect(quiet).toEqual(nothing);
    expect(answers).toEqual(['planned']);
    const faults = faultsIn(calls.slice(0, until), from);
    expect(faults.length).toBeGreaterThan(80);
    for (const fault of faults) {
      const { calls: _, from: __, until: ___, answers, ...outcome } = await play([fault]);
      expect([fault, outcome]).toEqual([fault, nothing]);
      expect([fault, answers.at(-1)]).toEqual([fault, expect.stringMatching(/^(planned|already-nudged)$/)]);
    }
  });

  test('goes once and is counted once where two ask in the same moment, in whatever order their calls come', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { calls, from, until, answers, ...outcome } = await play([], seed);
      expect([seed, outcome]).toEqual([seed, nothing]);
      expect(answers.toSorted()).toEqual(['already-nudged', 'planned']);
    }
  });
});
