import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { retention } from '../../../infra/cli/commands/retention.ts';
import { type LocalTracker, startTracker } from '../../../infra/local/tracker.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { type LeftLongAgo, leftLongAgo, sixYearsLater } from '../../support/left-long-ago.ts';
import { type Answer, answerOf } from '../../support/staff-form.ts';
import { ioOf } from './io.ts';

const url = 'http://127.0.0.1:3000';
let folder: string;
let ids: LeftLongAgo;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-retention-'));
  await onTracker(async ({ table }) => {
    ids = await leftLongAgo(table);
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function onTracker<T>(work: (tracker: LocalTracker) => Promise<T>): Promise<T> {
  const assets = fileURLToPath(new URL('../../../functions/web/styles/', import.meta.url));
  const tracker = await startTracker({ folder, assets, serviceUrl: url, engine: 'dynoxide' });
  tracker.clock.startAt(asInstant(`${sixYearsLater}T09:00:00.000Z`));
  const done = await work(tracker);
  await tracker.stop();
  return done;
}

/** What the command finds, as the page calls it: of which contact, and whether words or details. */
async function byCommand(...args: string[]): Promise<string[]> {
  const io = ioOf();
  expect(await retention.run([...args, '--data', folder], io)).toBe(0);
  const told = io.out.join('').matchAll(/^(The words of|Name, post).*? contact ([\w-]+),/gm);
  return [...told].map(([, what, id]) => `${what === 'The words of' ? 'words' : 'details'}:${id}`);
}

const byPage = () =>
  onTracker(async ({ desk }) => named(await answerOf(await desk.request(`${url}/retention`))));

const named = ({ fields }: Answer): string[] =>
  (fields.names ?? '').split(' ').flatMap((name) => /^\w+:[\w-]+/.exec(name)?.[0] ?? []);

const pressOnPage = () =>
  onTracker(async ({ desk }) => {
    const page = await answerOf(await desk.request(`${url}/retention`));
    const body = new URLSearchParams({ ...page.fields, token: page.token, once: randomUUID() });
    const press = { method: 'POST', body, headers: { origin: url } };
    return answerOf(await desk.request(`${url}/retention`, press));
  });

test('the command and the page find the same, and what the page has removed the command finds no more', async () => {
  const both = [`words:${ids.gone}`, `details:${ids.gone}`];
  expect([await byCommand(), await byPage()]).toEqual([both, both]);
  expect((await pressOnPage()).heading).toBe('2 removed');
  expect([await byCommand(), await byPage()]).toEqual([[], []]);
});

test('what the command has removed the page finds no more', async () => {
  expect(await byCommand('--apply', '--by', 'Kim Lee')).toHaveLength(2);
  expect([await byCommand(), await byPage()]).toEqual([[], []]);
});
