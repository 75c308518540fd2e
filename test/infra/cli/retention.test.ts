import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { about } from '../../../infra/cli/commands/about.ts';
import { retention } from '../../../infra/cli/commands/retention.ts';
import { verifyAudit } from '../../../infra/cli/commands/verify-audit.ts';
import { type LocalTracker, startTracker } from '../../../infra/local/tracker.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { quillfeather } from '../../support/canaries.ts';
import { type LeftLongAgo, leftLongAgo, sixYearsLater } from '../../support/left-long-ago.ts';
import { wholeTable } from '../../support/whole-table.ts';
import { ioOf } from './io.ts';

const { name } = quillfeather;
let folder: string;
let ids: LeftLongAgo;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-retention-'));
  await onTracker(async ({ table }) => {
    ids = await leftLongAgo(table);
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function onTracker(work: (tracker: LocalTracker) => Promise<unknown>): Promise<void> {
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000', engine: 'dynoxide' });
  tracker.clock.startAt(asInstant(`${sixYearsLater}T09:00:00.000Z`));
  await work(tracker);
  await tracker.stop();
}

async function run(command: typeof retention, ...args: string[]) {
  const io = ioOf();
  const code = await command.run([...args, '--data', folder], io);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

async function everything(): Promise<string[]> {
  let all: string[] = [];
  await onTracker(async ({ table }) => {
    all = await wholeTable(table);
  });
  return all;
}

describe('tracker retention', () => {
  test('says what is due and changes nothing; told to, removes it; then nothing is due', async () => {
    const before = await everything();
    const due = [
      `The words of 1 mail to contact ${ids.gone}, the last planned on 26 October 2020`,
      `Name, post and address of contact ${ids.gone}, who left; nothing since 20 November 2020`,
    ];
    const others = 'Of others who left, 1 are still needed and 1 are kept until later.';
    for (let turn = 0; turn < 2; turn++)
      expect(await run(retention)).toEqual({
        code: 0,
        out: `${[...due, 'The details of 1 contact and the words of 1 mail to be removed.', others, 'Nothing was changed. With --apply it is removed.'].join('\n')}\n`,
        err: '',
      });
    expect(await everything()).toEqual(before);
    const done = await run(retention, '--apply', '--by', 'Kim Lee');
    expect(done).toMatchObject({ code: 0 });
    expect(done.out).toContain('The details of 1 contact and the words of 1 mail removed.');
    const after = await everything();
    const naming = after.filter((item) => item.includes(name));
    expect(naming.filter((item) => item.includes(ids.gone))).toEqual([]);
    expect(naming.filter((item) => item.includes(ids.needed))).not.toEqual([]);
    expect(after.filter((item) => item.includes('"by":"Kim Lee"'))).toHaveLength(2);
    expect((await run(retention, '--apply', '--by', 'Kim Lee')).out).toBe(
      `The details of 0 contacts and the words of 0 mails removed.\n${others}\n`,
    );
    expect(await everything()).toEqual(after);
    const { code, out } = await run(verifyAudit);
    expect(code).toBe(0);
    expect(out).toContain('0 findings.\n1 entry without what was said of a person, as later entries tell.');
  });

  test('prints no name, whoever reads over the shoulder', async () => {
    expect((await run(retention)).out).not.toMatch(/zephyrine|quillfeather/i);
  });

  test('prints the rules of every kind of record', async () => {
    const { code, out } = await run(retention, '--rules');
    expect(code).toBe(0);
    expect(out).toMatch(/^contact +2 years from the day they left or were last written to/m);
    expect(out).toMatch(/^mail +6 years from the day it was planned/m);
    expect(out).toMatch(/^recommendation +Kept\. /m);
    expect(out).toMatch(/^session +Expires after /m);
  });

  test.each([
    [['--apply'], '--apply needs --by'],
    [['--apply', '--by', ' '], '--apply needs --by'],
    [['--all'], '--all'],
  ])('is not called like %j', async (args, says) => {
    const { code, err } = await run(retention, ...args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('tracker about', () => {
  test('prints everything that is held about a contact as JSON', async () => {
    const { code, out } = await run(about, ids.later);
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told.contact).toMatchObject({ id: ids.later, name });
    expect(told.held.map(({ record }: { record: string }) => record)).toContain('event');
  });

  test('says where there is no such contact, and what it must be called with', async () => {
    expect(await run(about, 'nobody')).toMatchObject({ code: 1, err: expect.stringContaining('no contact') });
    expect(await run(about)).toMatchObject({ code: 2 });
    expect(await run(about, 'a', 'b')).toMatchObject({ code: 2 });
  });
});
