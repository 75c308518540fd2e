import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findDynoxide } from '../../../infra/local/database/dynoxide.ts';
import { startTracker } from '../../../infra/local/tracker.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { balances } from '../../../shared/domain/night.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { listNights } from '../../../shared/store/lists.ts';
import { mailsPlanned } from '../../support/nights-of.ts';

const due = 50;
const today = asDay('2020-10-26');

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

let prepared: string;
beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'tracker-prepared-'));
  await ended(inProcess(prepared, 'prepare'));
}, 30_000);
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

function inProcess(folder: string, job: 'prepare' | 'live'): ChildProcess {
  const script = join(import.meta.dirname, '../../support/tracker-to-kill.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, job, String(due)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: '', POWERTOOLS_LOG_LEVEL: 'CRITICAL' },
  });
  undo.push(() => child.kill('SIGKILL'));
  return child;
}

async function ended(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`The tracker ended with ${code}`);
}

/** Kills the whole process at the moment it gives this sign. @returns whether it was still at work */
async function killedAfter(folder: string, sign: string): Promise<boolean> {
  const child = inProcess(folder, 'live');
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line === sign) child.kill('SIGKILL');
  }
  const [, signal] = await exit;
  return signal === 'SIGKILL';
}

async function found(folder: string) {
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000', engine: 'dynoxide' });
  undo.push(() => tracker.stop());
  tracker.clock.moveTo(asInstant(`${today}T10:10:00Z`));
  await tracker.runNight();
  const mails = await mailsPlanned(tracker.table, today);
  const left = Map.groupBy(tracker.mailbox.messages(), ({ tags }) => tags.mailId);
  return { tracker, mails, left };
}

describe.skipIf(findDynoxide() === undefined)('the whole tracker', { timeout: 60_000 }, () => {
  test.each([[['planned 20']], [['sent 1']], [['planned 35', 'sent 25']]])(
    'killed at %j and started again mails each owner exactly once',
    async (kills) => {
      const folder = mkdtempSync(join(tmpdir(), 'tracker-killed-'));
      undo.push(() => rmSync(folder, { recursive: true, force: true }));
      cpSync(prepared, folder, { recursive: true });
      for (const sign of kills) expect(await killedAfter(folder, sign)).toBe(true);
      await ended(inProcess(folder, 'live'));

      const { tracker, mails, left } = await found(folder);
      // The register has one mail for each owner: nothing was lost and nothing was planned twice.
      const owners = Array.from({ length: due }, (_, index) => `owner-${index}`);
      expect(mails.map(({ recipientId }) => recipientId).sort()).toEqual(owners.sort());
      // Each left exactly once: one claimed before the kill and sent is known by the mail service's word of it, one claimed and not
      // sent is sent by the sweeper an hour later.
      expect(mails.map(({ id, state }) => [state, left.get(id)?.length])).toEqual(
        mails.map(() => ['DELIVERED', 1]),
      );
      expect([...left.keys()].filter((id) => !mails.some((mail) => mail.id === id))).toEqual([]);

      for (const recipient of owners.map((_, index) => index)) {
        const file = await readCaseFile(tracker.table, `case-${recipient}`);
        expect(file?.recommendations[0]?.reminders).toHaveLength(1);
      }
      const { items: nights } = await listNights(tracker.table, '2020');
      expect(nights.every(balances)).toBe(true);
      expect(nights.filter(({ finishedAt }) => finishedAt === undefined).length).toBeLessThanOrEqual(
        kills.length,
      );
      expect(nights.some(({ finishedAt }) => finishedAt !== undefined)).toBe(true);
    },
  );
});
