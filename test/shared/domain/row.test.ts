import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { recommendationRow, rowOf, wordsIn } from '../../../shared/domain/row.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { accepted, sampleCase, sampleRecommendation } from '../../support/sample-records.ts';

const made = sampleCase();
const recommendation = sampleRecommendation(made, {
  text: `Review searches of young people.\n${'x'.repeat(300)}`,
});
const deadlines = [accepted(responseDeadline(recommendation, made, asDay('2020-10-01')))];
const row = rowOf({ recommendation, deadlines, proposals: [], links: [] });

describe('the row of a recommendation', () => {
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
});
