import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { recommendationRow, rowOf, wordsIn } from '../../../shared/domain/row.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { accepted, sampleCase, sampleRecommendation } from '../../support/sample-records.ts';
import { promisedDuty, undatedDuty, withinThreeMonths } from './essex.ts';

const made = sampleCase();
const recommendation = sampleRecommendation(made, {
  text: `Review searches of young people.\n${'x'.repeat(300)}`,
});
const deadlines = [accepted(responseDeadline(recommendation, made, asDay('2020-10-01')))];
const row = rowOf({ recommendation, deadlines, proposals: [], links: [] });

const rowSaying = (text: string) =>
  rowOf({ recommendation: { ...recommendation, text }, deadlines, proposals: [], links: [] });

describe('the row of a recommendation', () => {
  test('is cut after 160 whole characters, never at a space, and not where there are no more', () => {
    expect(rowSaying('x'.repeat(160)).start).toBe('x'.repeat(160));
    expect(rowSaying('x'.repeat(161)).start).toBe(`${'x'.repeat(160)}…`);
    expect(rowSaying(`${'x'.repeat(159)} yz`).start).toBe(`${'x'.repeat(159)}…`);
    expect(rowSaying('\u{1f6a8}'.repeat(160)).start).toBe('\u{1f6a8}'.repeat(160));
    expect(rowSaying('Review \n\n  searches.').start).toBe('Review searches.');
  });

  test('quotes the first 100 characters of what was promised, and its words can be found', () => {
    const quote = `We will ${'train '.repeat(20)}officers`;
    const duties = [
      ...deadlines,
      promisedDuty(withinThreeMonths, undefined, undefined, quote),
      undatedDuty(),
    ];
    const looked = rowOf({ recommendation, deadlines: duties, proposals: [], links: [] });
    expect(looked.duties.map(({ promise }) => promise)).toEqual([
      undefined,
      `We will ${'train '.repeat(15)}tr…`,
      undefined,
    ]);
    expect(looked.words).toMatch(/ x+ we will train officers$/);
    expect(looked.duties[0]).not.toHaveProperty('promise');
  });

  test('says on which day it was closed and nothing else of it, and has no such day before', () => {
    const closed = { on: asDay('2021-03-01'), by: 'Kim', note: 'Seen', links: [] };
    const looked = rowOf({
      recommendation: { ...recommendation, closed },
      deadlines,
      proposals: [],
      links: [],
    });
    expect(looked.closed).toEqual({ on: '2021-03-01' });
    expect(row).not.toHaveProperty('closed');
  });

  test('stands on every day as the records do', () => {
    for (let days = 0; days < 80; days++) {
      const today = addDays(made.madeOn, days);
      expect(standingOf(row, row.duties, today)).toBe(standingOf(recommendation, deadlines, today));
    }
  });

  test('is what its schema says, also after it was kept', () => {
    expect(recommendationRow.parse(JSON.parse(JSON.stringify(row)))).toEqual(row);
  });

  test('says how the recommendation begins, on one line', () => {
    expect(row.start).toHaveLength(161);
    expect(row.start).toMatch(/^Review searches of young people\. x+…$/);
  });

  test('says that another date waits to be decided, and no longer once it is', () => {
    const waiting = (state: 'waiting' | 'declined') =>
      rowOf({ recommendation, deadlines, proposals: [{ state }], links: [] }).dateProposed;
    expect([waiting('waiting'), waiting('declined')]).toEqual([true, false]);
    const proposals = [{ state: 'declined' as const }, { state: 'waiting' as const }];
    expect(rowOf({ recommendation, deadlines, proposals, links: [] }).dateProposed).toBe(true);
    expect(row.dateProposed).toBe(false);
  });

  test('leaves out a link that was removed', () => {
    const links = [
      { kind: 'risk' as const, ref: '1606' },
      { kind: 'risk' as const, ref: '1907', removed: { on: asDay('2020-10-02'), by: 'liaison' } },
    ];
    expect(rowOf({ recommendation, deadlines, proposals: [], links: links as never }).links).toEqual([
      { kind: 'risk', ref: '1606' },
    ]);
  });
});

test('every different word is kept once, in small letters', () => {
  expect(wordsIn(['Review searches of young people.', 'We will review them.'])).toBe(
    'review searches of young people we will them',
  );
  expect(wordsIn(['12 – 14 Élan', '', ' … '])).toBe('12 14 élan');
  expect(wordsIn(['– …'])).toBe('');
});
