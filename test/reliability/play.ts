import { recordUpdate } from '../../functions/web/moves/record-update.ts';
import { asDay } from '../../shared/domain/day.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { today } from '../../shared/runtime/clock.ts';
import { dueOnAgenda } from '../../shared/store/agenda.ts';
import { unsettledMails } from '../../shared/store/outbox.ts';
import { openEngine } from './engine.ts';
import { dice, type Fault, type Service } from './faults.ts';
import { emptied, fill, type Ground } from './ground.ts';
import { startRuns } from './runs.ts';
import { expected, promise, records, type StoryName, stories } from './story.ts';
import { judge, type Verdict } from './verdict.ts';
import { type Client, type Command, tableOn } from './wire-client.ts';
import { World } from './world.ts';

/** One run of the story: which faults strike, and, where everything is delivered twice and interleaved, in which order. */
export type Schedule = { story: StoryName; faults: Fault[]; seed?: number };

/** What came of it, with every external call that was made, in order: where the next fault could strike. */
export type Played = Verdict & { calls: Service[] };

/** Plays the story with the deployed engine under a schedule of faults, and leaves the table as empty as it was. */
export async function play(ground: Ground, { story, faults, seed }: Schedule): Promise<Played> {
  const world = new World(faults, seed);
  await fill(ground, records);
  const staff = { met: false, claimsAfterwards: 0 };
  const engine = openEngine(world, watching(ground.client, staff), ground.tableName);
  const metAt = stories[story];
  if (metAt)
    world.at(Date.parse(metAt), async () => {
      await meet(world, ground, seed === undefined ? 0 : Math.floor(dice(seed)() * longestHesitation));
      staff.met = true;
    });
  const table = tableOn(ground.client, ground.tableName);
  startRuns(world, {
    run: engine.night,
    async isQuiet() {
      const unsettled = await Array.fromAsync(unsettledMails(table));
      const due = await Array.fromAsync(dueOnAgenda(table, today(world.clock)));
      return unsettled.length + due.length === 0;
    },
  });
  await world.live();
  const wanted = expected.map((each) => ({ ...each, optional: each.promise && metAt !== undefined }));
  const verdict = judge(engine.ses.accepted, wanted, await emptied(ground), faults.length);
  if (staff.claimsAfterwards > 0) verdict.wrong.push('A reminder was claimed after its promise was met');
  return { ...verdict, calls: world.calls };
}

type Claim = { TransactItems?: { Put?: { Item?: { state?: string; lines?: { deadlineId: string }[] } } }[] };

const claimsThePromise = ({ input }: Command) =>
  ((input as Claim).TransactItems ?? []).some(
    ({ Put }) =>
      Put?.Item?.state === 'CLAIMED' && Put.Item.lines?.some(({ deadlineId }) => deadlineId === promise.id),
  );

/** Counts the claims of the promise's reminder that succeed after it was met: stale mail, which may never be. */
const watching = (client: Client, staff: { met: boolean; claimsAfterwards: number }): Client => ({
  async send(command) {
    const met = staff.met;
    const answer = await client.send(command);
    if (met && claimsThePromise(command)) staff.claimsAfterwards += 1;
    return answer;
  },
});

/** In turns: as long as a run with all that follows from it. */
const longestHesitation = 60;

/** Liaison staff record that the promise was kept, as the page does it; where workers take turns, they let some of those pass first. */
async function meet(world: World, { client, tableName }: Ground, hesitation: number): Promise<void> {
  const done = await world.work(async (worker) => {
    for (let turn = 0; turn < hesitation; turn++) await world.safely(worker, async () => undefined);
    const send = (command: Command) => world.safely(worker, () => client.send(command));
    const table = tableOn({ send }, tableName);
    const desk = { table, clock: world.clock, newId: worker.newId, by: 'liaison' };
    const { caseId, number, sequence } = promise;
    const receivedOn = asDay('2020-10-26');
    return recordUpdate(desk, caseId, number, sequence, { receivedOn, text: 'Done.' });
  });
  if (done === 'crashed' || 'error' in done || isRefusal(done.value))
    throw new Error(`The promise could not be met: ${JSON.stringify(done)}`);
}
