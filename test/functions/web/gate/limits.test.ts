import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWeb } from '../../../../functions/web/app.tsx';
import { onceField, tokenField } from '../../../../functions/web/forms/form-proof.tsx';
import { type Limited, limits, windowAt } from '../../../../shared/domain/limit.ts';
import { asInstant } from '../../../../shared/domain/london.ts';
import { sha256 } from '../../../../shared/store/digest.ts';
import { rateKey } from '../../../../shared/store/keys.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { gateOf, sampleStaff } from '../../../support/gate-of.ts';
import { notedLog } from '../../../support/noted-log.ts';
import { sampleOwner } from '../../../support/owner-pages.ts';
import { putItem } from '../../../support/recorded.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { webDeps } from '../../../support/web-deps.ts';

let tables: EmbeddedTables;
let table: Table;
let log: ReturnType<typeof notedLog>;
let now: string;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  log = notedLog();
  now = '2020-11-20T09:00:12Z';
});

const address = '192.0.2.7';
const onAws = { event: { requestContext: { http: { sourceIp: address } } } };
const onThisComputer = { incoming: { socket: { remoteAddress: address } } };
const site = (person = sampleStaff()) =>
  createWeb(
    webDeps(table, morningOf('2020-11-20'), {
      log,
      gate: gateOf(person, sampleOwner()),
      wall: { now: () => asInstant(now) },
    }),
  );
const get = (path: string, came: object | undefined = onAws, headers: Record<string, string> = {}) =>
  site().request(`http://tracker.example${path}`, { headers }, came);

/** As many requests as are taken are counted already. */
const used = (what: Limited, of: string): Promise<void> =>
  putItem(table, {
    ...rateKey(what, sha256(of), windowAt(limits[what], asInstant(now)).from),
    count: limits[what].most,
  });

describe('too many requests', () => {
  test('of one address are told to wait for the next minute, on a plain page that reads nothing', async () => {
    await used('address', address);
    const answer = await get('/contacts');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '48']);
    expect([answer.headers.get('x-frame-options'), answer.headers.get('cache-control')]).toEqual([
      'DENY',
      'no-store',
    ]);
    const page = await answer.text();
    expect(page).toContain('Too many requests');
    expect(page).toContain('Wait a minute, then try again.');
    // Besides it, what every refusal is noted with (noted-refusals).
    const [line, ...others] = log.lines.filter(({ facts }) => 'limit' in facts);
    expect(others).toEqual([]);
    const { reference } = line!.facts as { reference: string };
    expect(line).toEqual({
      level: 'warn',
      message: 'Too many requests',
      facts: { reference, limit: 'address' },
    });
    expect(page).toContain(reference);
    expect(JSON.stringify(log.lines)).not.toContain(address);
  });

  test('are problem details to a program', async () => {
    await used('address', address);
    const answer = await get('/api/v1/contacts');
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
      429,
      '48',
      'application/problem+json',
    ]);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringMatching(/^Wait a minute, then try again\. Quote the reference/),
    });
  });

  test('are over when the next minute begins', async () => {
    await used('address', address);
    now = '2020-11-20T09:01:00Z';
    expect((await get('/contacts')).status).toBe(200);
  });

  test.each([
    ['on AWS', onAws],
    ['on this computer', onThisComputer],
  ])('are counted by who sent them, not by who they say they are: %s', async (_, came) => {
    await used('address', address);
    expect((await get('/contacts', came, { 'x-forwarded-for': '198.51.100.1' })).status).toBe(429);
  });

  test('do not count the static files, nor calls within the process', async () => {
    await used('address', address);
    expect((await get('/assets/tracker.css')).status).toBe(200);
    expect((await get('/contacts', {})).status).toBe(200);
  });

  test('of one session are told to wait, and another session is not', async () => {
    await used('session', 'sample-session');
    expect((await get('/contacts')).status).toBe(429);
    const other = site(sampleStaff({ sessionId: 'other' }));
    expect((await other.request('http://tracker.example/contacts', {}, onAws)).status).toBe(200);
  });

  test('of one session of an owner are told to wait as well', async () => {
    expect((await get('/mine')).status).toBe(200);
    await used('session', sampleOwner().sessionId);
    expect((await get('/mine')).status).toBe(429);
  });
});

describe('too many attempts to get in', () => {
  const post = (path: string) =>
    site().request(
      `http://tracker.example${path}`,
      { method: 'POST', body: new URLSearchParams(), headers: { origin: 'http://tracker.example' } },
      onAws,
    );

  test.each(['/mine/code', '/mine/sign-in'])('are stopped at %s for the quarter of an hour', async (path) => {
    await used('attempts', address);
    const answer = await post(path);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '888']);
  });

  test.each([
    ['09:44:00', 'Wait a minute,'],
    ['09:43:59', 'Wait 2 minutes,'],
    ['09:35:57', 'Wait 10 minutes,'],
    ['09:30:00', 'Wait 15 minutes,'],
  ])('at %s are told how long it is until 09:45: %s', async (at, says) => {
    now = `2020-11-20T${at}Z`;
    await used('attempts', address);
    expect(await (await post('/mine/code')).text()).toContain(`Nothing was saved. ${says} then try again.`);
  });

  test('are stopped where a sign-in comes back to', async () => {
    await used('attempts', address);
    expect((await get('/signed-in?code=1')).status).toBe(429);
  });

  test('stop nobody who is in', async () => {
    await used('attempts', address);
    expect((await get('/contacts')).status).toBe(200);
  });
});

describe('too many changes of one recommendation', () => {
  const recommendation = '2019-127918/1';
  const shownForm = (token = sampleStaff().formToken) =>
    new URLSearchParams({ [tokenField]: token, [onceField]: randomUUID() }).toString();
  const change = (path: string, type = 'application/x-www-form-urlencoded', body = shownForm()) =>
    site().request(
      `http://tracker.example${path}`,
      { method: 'POST', body, headers: { origin: 'http://tracker.example', 'content-type': type } },
      onAws,
    );

  test.each([
    ['/cases/2019-127918/recommendations/1/withdraw', undefined],
    ['/cases/2019-127918/recommendations/001/withdraw', undefined],
    ['/cases/2019-12791%38/recommendations/%31/withdraw', undefined],
    ['/api/v1/cases/2019-127918/recommendations/1/withdraw', 'application/json'],
  ])('are stopped, however it is named: %s', async (path, type) => {
    await used('recommendation', recommendation);
    expect((await change(path, type)).status).toBe(429);
  });

  test('stop neither a look at it nor a change of another', async () => {
    await used('recommendation', recommendation);
    expect((await get('/cases/2019-127918/recommendations/1')).status).toBe(404);
    expect((await change('/cases/2019-127918/recommendations/11/withdraw')).status).toBe(404);
  });

  test('are not those that are refused anyway, for want of a token', async () => {
    await used('recommendation', recommendation);
    const guessed = new URLSearchParams({ [tokenField]: 'guessed', [onceField]: randomUUID() }).toString();
    const answer = await change('/cases/2019-127918/recommendations/1/withdraw', undefined, guessed);
    expect(answer.status).toBe(403);
  });

  test('are not those of an owner whose recommendation it is not', async () => {
    await used('recommendation', recommendation);
    const owner = createWeb(
      webDeps(table, morningOf('2020-11-20'), { gate: gateOf(undefined, sampleOwner()) }),
    );
    const body = new URLSearchParams({ [tokenField]: sampleOwner().formToken, [onceField]: randomUUID() });
    const headers = { origin: 'http://tracker.example' };
    const asked = { method: 'POST', body, headers };
    const answer = await owner.request('http://tracker.example/mine/2019-127918/1/done', asked, onAws);
    expect(answer.status).toBe(404);
  });

  test.each([
    '/mine/2019-127918/1/done',
    '/mine/2019-127918/001/evidence/new',
    '/mine/2019-12791%38/1/progress',
  ])('are stopped from its owner as well: %s', async (path) => {
    await atTheDesk(table, typedResponse());
    const sent = () => change(path, undefined, shownForm(sampleOwner().formToken));
    expect((await sent()).status).toBe(422);
    await used('recommendation', recommendation);
    expect((await sent()).status).toBe(429);
    expect((await get('/mine/2019-127918/1')).status).toBe(200);
  });
});
