import { setImmediate } from 'node:timers/promises';
import { localNights } from '../../infra/local/nights.ts';
import { startTracker } from '../../infra/local/tracker.ts';
import { asInstant } from '../../shared/domain/london.ts';
import { mailsPlanned } from './nights-of.ts';
import { asked, contacts } from './recorded.ts';
import { sampleContact } from './sample-records.ts';

/**
 * A tracker in a process of its own. `prepare`: records `count` duties of as many owners, all due to be mailed. `live`: makes good
 * what an earlier process left and then lives the run of 26 October 2020; says "planned <n>" as each mail stands in the
 * register and "sent <n>" as each reaches the mailbox.
 */
const [folder, job, count] = process.argv.slice(2) as [string, 'prepare' | 'live', string];
let lived = false;
const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000' });

if (job === 'prepare') {
  tracker.clock.startAt(asInstant('2020-10-26T06:10:00.000Z'));
  for (let index = 0; index < Number(count); index++) {
    await contacts(tracker.table, sampleContact(`owner-${index}`));
    await asked(tracker.table, `case-${index}`, { ownerId: `owner-${index}` });
  }
} else {
  const watching = watch('planned', async () => (await mailsPlanned(tracker.table, '2020-10-26')).length);
  const watchingToo = watch('sent', async () => tracker.mailbox.messages().length);
  if (!(await localNights(tracker).catchUp())) await tracker.runNight();
  lived = true;
  await Promise.all([watching, watchingToo]);
}
await tracker.stop();
process.exit(0);

/** Says each number as it is reached, until the night is over. */
async function watch(what: string, count: () => Promise<number>): Promise<void> {
  for (let said = await count(); !lived; await setImmediate()) {
    const now = await count();
    for (; said < now; said++) process.stdout.write(`${what} ${said + 1}\n`);
  }
}
