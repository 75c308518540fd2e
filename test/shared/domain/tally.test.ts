import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { rowOf } from '../../../shared/domain/row.ts';
import { tallyOf } from '../../../shared/domain/tally.ts';
import { accepted, sampleCase, sampleRecommendation } from '../../support/sample-records.ts';

const made = sampleCase();
const rowFor = (boardId?: string, isWithdrawn = false) => {
  const withdrawn = { on: asDay('2020-10-02'), by: 'Kim Lee', why: 'Made by mistake.' };
  const recommendation = sampleRecommendation(made, { boardId, ...(isWithdrawn ? { withdrawn } : {}) });
  const deadlines = [accepted(responseDeadline(recommendation, made, asDay('2020-10-01')))];
  return rowOf({ recommendation, deadlines, proposals: [], links: [] });
};

describe('the tally of a morning', () => {
  const rows = [rowFor(), rowFor('learning'), rowFor('learning', true), rowFor('abuse')];

  test('counts where each stands on that day, in all and for each board', () => {
    expect(tallyOf(rows, asDay('2020-11-24'))).toEqual({
      on: '2020-11-24',
      counts: { 'response-due-soon': 3, withdrawn: 1 },
      boards: { learning: { 'response-due-soon': 1, withdrawn: 1 }, abuse: { 'response-due-soon': 1 } },
    });
  });

  test('is another the next day, when the response is overdue', () => {
    expect(tallyOf(rows, asDay('2020-11-25')).counts).toEqual({ 'response-overdue': 3, withdrawn: 1 });
  });

  test('of no recommendations counts nothing', () => {
    expect(tallyOf([], asDay('2020-11-25'))).toEqual({ on: '2020-11-25', counts: {}, boards: {} });
  });
});
