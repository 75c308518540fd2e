import { afterAll, beforeAll, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { MailState } from '../../../shared/domain/mail.ts';
import { summaryId } from '../../../shared/domain/summary.ts';
import { countKeptBack } from '../../../shared/store/kept-back.ts';
import { contentKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { put } from '../../support/recorded.ts';
import { sampleMail } from '../../support/sample-records.ts';
import { watchdogOf } from '../../support/watchdog-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const keptBackAt = (moment: string, state: MailState = 'SUPPRESSED') =>
  sampleMail(`mail of ${moment}`, [], {
    kind: 'summary',
    state,
    nightId: `${moment}-night`,
    plannedOn: asDay(moment.slice(0, 10)),
  });

test('mails kept back are counted by the London days of their runs, across the end of a month', async () => {
  const table = await tables.newTable();
  for (const mail of [
    // Before the 27th began in London, where the clocks had gone back on the 25th.
    keptBackAt('2020-10-26T23:59:59.000Z'),
    keptBackAt('2020-10-27T00:00:00.000Z'),
    keptBackAt('2020-10-30T06:10:00.000Z', 'SENT'),
    keptBackAt('2020-11-02T23:59:59.000Z'),
    keptBackAt('2020-11-03T00:00:00.000Z'),
  ])
    await put(table, 'mail', mail);
  expect(await countKeptBack(table, asDay('2020-10-27'), asDay('2020-11-02'))).toBe(2);
  expect(await countKeptBack(table, asDay('2020-10-28'), asDay('2020-11-01'))).toBe(0);
});

test('the Monday summary says how many, and to whom mail goes', async () => {
  const table = await tables.newTable();
  await put(table, 'mail', keptBackAt('2020-11-18T06:10:00.000Z'));
  await watchdogOf(table, { sendTo: { mode: 'nobody' } })
    .look('2020-11-23')
    .catch(() => undefined);
  const summary = await read(table, 'content', contentKey(summaryId(asDay('2020-11-23'))));
  expect(summary!.text).toContain(
    'This tracker sends to nobody.\nIn the seven days to Sunday 22 November 2020 1 mail was kept back.',
  );
});
