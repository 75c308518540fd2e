import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runNight } from '../../../../functions/nightly/night.ts';
import { createWeb } from '../../../../functions/web/app.tsx';
import { asInstant } from '../../../../shared/domain/london.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { elements, readHtml, textOf } from '../../../support/html-tree.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { asked, contacts, put } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { webDeps } from '../../../support/web-deps.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

/** What the first page says is wrong with the runs at a moment, with where it leads; undefined where it says nothing. */
async function troubleAt(now: string): Promise<{ words: string; href: string | undefined } | undefined> {
  const app = createWeb(webDeps(table, { now: () => asInstant(now) }));
  const all = [...elements(readHtml(await (await app.request('http://tracker.example/')).text()))];
  const box = all.find(({ attributes }) => attributes.class === 'tracker-trouble');
  if (!box) return undefined;
  const link = [...elements(box.children)].find(({ tag }) => tag === 'a');
  return { words: textOf(box.children), href: link?.attributes.href };
}

const runAt = (at: string) =>
  runNight({ ...nightsOf(table).depsOn(at.slice(0, 10)), clock: { now: () => asInstant(at) } });

describe('the first page', () => {
  it('of a new tracker, with no run and nothing to remind of, says nothing is wrong', async () => {
    expect(await troubleAt('2020-11-24T08:00:00Z')).toBeUndefined();
    await contacts(table, sampleContact());
    await asked(table, 'one', undefined, { nextActionOn: '2020-11-24' as never });
    expect(await troubleAt('2020-11-24T15:00:00Z')).toBeUndefined();
  });

  it('says from 08:00 that a run is missing where there was something to remind of the day before', async () => {
    await asked(table, 'one', undefined, { nextActionOn: '2020-11-23' as never });
    expect((await troubleAt('2020-11-24T07:59:59Z'))?.words).toBeUndefined();
    expect(await troubleAt('2020-11-24T08:00:00Z')).toEqual({
      words:
        '! Warning Tuesday 24 November 2020: No run has been recorded, so nobody has been reminded. See the runs of 2020',
      href: '/nights?year=2020',
    });
  });

  it('says so of today from 08:00 by the clock in London, and before that of yesterday', async () => {
    await runAt('2020-07-20T05:10:00.000Z');
    expect(await troubleAt('2020-07-20T23:30:00Z')).toBeUndefined();
    expect(await troubleAt('2020-07-21T06:59:59Z')).toBeUndefined();
    expect((await troubleAt('2020-07-21T07:00:00Z'))?.words).toContain('Tuesday 21 July 2020: No run');
    expect((await troubleAt('2020-07-22T06:59:59Z'))?.words).toContain('Tuesday 21 July 2020: No run');
  });

  it('is quiet again once a run of the day has made it good', async () => {
    await runAt('2020-11-23T06:10:00.000Z');
    expect(await troubleAt('2020-11-24T09:00:00Z')).toBeDefined();
    await runAt('2020-11-24T10:10:00.000Z');
    expect(await troubleAt('2020-11-24T10:11:00Z')).toBeUndefined();
  });

  it.each([
    ['did not end', { finishedAt: undefined }, 'began and did not end'],
    ['does not balance', { examined: 7 }, 'does not balance'],
    ['failed with something', { examined: 1, failed: 1 }, 'could not deal with something'],
  ])('says that a run %s', async (_, more, words) => {
    const night = await runAt('2020-11-24T06:10:00.000Z');
    await put(table, 'night', { ...night, ...more });
    expect((await troubleAt('2020-11-24T08:00:00Z'))?.words).toContain(words);
  });

  it('says that mails have been waiting for more than an hour', async () => {
    await contacts(table, sampleContact());
    await asked(table, 'one');
    await runAt('2020-10-26T06:59:00.000Z');
    expect(await troubleAt('2020-10-26T07:59:59Z')).toBeUndefined();
    expect((await troubleAt('2020-10-26T08:00:00Z'))?.words).toContain('still waiting to be sent');
    const [mail] = await mailsPlanned(table, '2020-10-26');
    await put(table, 'mail', { ...mail!, state: 'SENT', settledAt: '2020-10-26T08:01:00.000Z' });
    expect(await troubleAt('2020-10-26T08:02:00Z')).toBeUndefined();
  });
});
