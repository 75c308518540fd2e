import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { night } from '../../../infra/cli/commands/night.ts';
import { localNights } from '../../../infra/local/nights.ts';
import { startSample } from '../../../infra/local/sample/start-sample.ts';
import { startTracker } from '../../../infra/local/tracker.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { ioOf } from './io.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-night-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const io = ioOf();
  const code = await night.run(args, io);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

/** The sample case in the folder, its clock on the morning of 23 October 2020, and everything stopped again. */
async function withSample(): Promise<void> {
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000' });
  await startSample(tracker);
  await localNights(tracker).moveTo(asDay('2020-10-23'));
  await tracker.stop();
}

describe('tracker night', () => {
  test.each([
    [['--date', '2020-13-01'], /not a real date/],
    [['--date', 'yesterday'], /2020-09-29/],
    [['--when', '2020-12-01'], /--when/],
  ])('called with %j is called wrongly', async (args, says) => {
    const { code, err } = await run(...args, '--data', folder);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });

  test.each([[['--dry-run']], [[]]])(
    '%j of a folder that is not there was meant for another',
    async (args) => {
      const nowhere = join(folder, 'nowhere');
      expect(await run(...args, '--data', nowhere)).toEqual({
        code: 1,
        out: '',
        err: `There is no tracker data in ${nowhere}. Start a tracker first: npm start\n`,
      });
    },
  );

  test('a dry run says who would be mailed about what, and changes nothing; the night then mails just that', async () => {
    await withSample();
    const dry = await run('--dry-run', '--date', '2020-10-26', '--data', folder);
    expect(dry.code).toBe(0);
    expect(dry.out).toContain('training.lead@sample.example  [-28]  2019/127918 recommendation 1');
    expect(dry.out).toContain(
      '  Dates looked at 2: 2 with somebody to be reminded\n  Reminders due 2\n  Mails planned 2\n',
    );
    expect((await run('--dry-run', '--date', '2020-10-26', '--data', folder)).out).toBe(dry.out);
    const real = await run('--date', '2020-10-26', '--data', folder);
    expect(real.code).toBe(0);
    expect(real.out).toContain('Monday 26 October 2020 at 06:10: Every one is accounted for.\n');
    expect(real.out).toContain('  Reminders due 2: 2 planned\n  Mails planned 2: 2 sent and delivered\n');
    expect((await run('--dry-run', '--date', '2020-10-26', '--data', folder)).out).toContain(
      'Mails planned 0',
    );
  });

  test('never goes back: an earlier day is refused for a real run, and only looked at in a dry one', async () => {
    await withSample();
    expect(await run('--date', '2020-10-22', '--data', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('forward'),
    });
    expect((await run('--dry-run', '--date', '2020-10-22', '--data', folder)).code).toBe(0);
  });
});
