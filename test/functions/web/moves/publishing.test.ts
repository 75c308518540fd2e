import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordPublication } from '../../../../functions/web/moves/record-publication.ts';
import { recordRepresentations } from '../../../../functions/web/moves/record-representations.ts';
import { reopen } from '../../../../functions/web/moves/reopen.ts';
import { withdraw } from '../../../../functions/web/moves/withdraw.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { standingOf } from '../../../../shared/domain/standing.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(table, sampleContact('liaison-team', { managerId: 'anna' }));
});

const d = asDay;
const entryOf = async () => (await readCaseFile(table, caseId))!.recommendations[0]!;
const publicationOf = async () => (await entryOf()).deadlines.find(({ kind }) => kind === 'publication');
const toldOn = async (day: string) => {
  await nightsOf(table).night(day);
  return (await mailsPlanned(table, day))
    .filter(({ plannedOn }) => plannedOn === day)
    .flatMap(({ recipientId, lines }) => lines.map(({ stage }) => `${recipientId} ${stage}`));
};
const publish = (publishedOn: string, today = publishedOn) =>
  recordPublication(deskOf(table, today), caseId, 1, { publishedOn: d(publishedOn) });

describe('a response of 20 November 2020, to be published by 10 December', () => {
  beforeEach(() => atTheDesk(table, typedResponse()));

  test('the liaison team is reminded 7 and 1 days before and once it is late, and nobody else ever', async () => {
    expect(await toldOn('2020-12-02')).toEqual([]);
    expect(await toldOn('2020-12-03')).toEqual(['liaison-team -7']);
    expect(await toldOn('2020-12-09')).toEqual(['liaison-team -1']);
    expect(await toldOn('2020-12-11')).toEqual(['liaison-team +1']);
    expect(await toldOn('2020-12-24')).toEqual(['liaison-team +14']);
  });

  test('is no part of the standing, which is that of its promise', async () => {
    const { recommendation, deadlines } = await entryOf();
    expect(standingOf(recommendation, deadlines, d('2020-12-20'))).toBe('promise-running');
  });

  test('published, it is met and nobody is reminded; twice is refused', async () => {
    expect(accepted(await publish('2020-11-27'))).toMatchObject({ state: 'met', metOn: '2020-11-27' });
    expect(await toldOn('2020-12-03')).toEqual([]);
    expect(await publish('2020-11-27')).toMatchObject({ refused: 'already-published' });
  });

  test('representations end it, and the response keeps them', async () => {
    const represent = () =>
      recordRepresentations(deskOf(table, '2020-11-27'), caseId, 1, {
        madeOn: d('2020-11-26'),
        why: 'It names a witness',
      });
    expect(accepted(await represent())).toMatchObject({ representations: true, version: 2 });
    expect(await publicationOf()).toMatchObject({ state: 'ended', nextActionOn: null });
    expect(await toldOn('2020-12-03')).toEqual([]);
    expect(await represent()).toMatchObject({ refused: 'nothing-to-publish' });
  });

  test('withdrawn it is silent; reopened after its day, the liaison team hears how late it is', async () => {
    const why = 'Made by mistake.';
    accepted(await withdraw(deskOf(table, '2020-12-01'), caseId, 1, { why }));
    expect(await toldOn('2020-12-11')).toEqual([]);
    accepted(await reopen(deskOf(table, '2021-01-04'), caseId, 1, { why: 'It was not.' }));
    expect(await publicationOf()).toMatchObject({ state: 'open', dueOn: '2020-12-10', revision: 2 });
    expect(await toldOn('2021-01-07')).toEqual(['liaison-team +28']);
  });
});

test('representations made with the response start no publication', async () => {
  await atTheDesk(table, typedResponse({ representations: true }));
  expect(await publicationOf()).toBeUndefined();
  expect((await entryOf()).response?.representations).toBe(true);
  expect(await publish('2020-11-27')).toMatchObject({ refused: 'nothing-to-publish' });
});

test('before there is a response nothing can be published', async () => {
  await atTheDesk(table);
  expect(await publish('2020-11-20')).toMatchObject({ refused: 'not-from-here' });
});
