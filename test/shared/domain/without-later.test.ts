import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { historyOf } from '../../../shared/domain/happening.ts';
import type { Kept } from '../../../shared/domain/recommendation-kept.ts';
import { standingOf } from '../../../shared/domain/standing.ts';
import { withoutLater } from '../../../shared/domain/without-later.ts';
import { essexRecommendation, promisedDuty, responseDuty, withinThreeMonths } from './essex.ts';

const met = (duty: Deadline, on: string): Deadline => ({ ...duty, state: 'met', metOn: asDay(on) });

/** Taken in from a list in one move: answered on 20 November 2020, kept on 15 February 2021 and closed on 1 March. */
const listed: Kept = {
  recommendation: {
    ...essexRecommendation,
    acceptance: 'accepted',
    acceptanceHistory: [{ acceptance: 'accepted', on: asDay('2020-11-20'), by: 'Lee' }],
    closure: { proposedOn: asDay('2021-02-15'), proposedBy: 'Lee' },
    closed: { on: asDay('2021-03-01'), by: 'Kim', note: 'Seen', links: [] },
  },
  response: {
    caseId: essexRecommendation.caseId,
    number: 1,
    respondedOn: asDay('2020-11-20'),
    acceptance: 'accepted',
    text: 'We accept it.',
    representations: false,
    version: 1,
  },
  commitments: [
    {
      caseId: essexRecommendation.caseId,
      number: 1,
      sequence: 1,
      quote: 'within 3 months',
      promise: withinThreeMonths,
      anchorOn: asDay('2020-11-20'),
      confirmedBy: 'Lee',
      metOn: asDay('2021-02-15'),
      version: 1,
    },
  ],
  updates: [],
  deadlines: [met(responseDuty(), '2020-11-20'), met(promisedDuty(withinThreeMonths), '2021-02-15')],
  evidence: [],
  revisions: [],
  proposals: [],
  links: [],
};

const standsOn = (day: string, kept = listed) => {
  const { recommendation, deadlines } = withoutLater(kept, asDay(day));
  return standingOf(recommendation, deadlines, asDay(day));
};

describe('records that came in whole from a list', () => {
  test('stand on each past day by their own days', () => {
    expect(['2020-11-01', '2020-11-19', '2020-11-20', '2021-02-14'].map((day) => standsOn(day))).toEqual([
      'awaiting-response',
      'response-due-soon',
      'promise-running',
      'due-soon',
    ]);
    expect(['2021-02-15', '2021-02-28', '2021-03-01'].map((day) => standsOn(day))).toEqual([
      'proposed-for-closure',
      'proposed-for-closure',
      'closed',
    ]);
  });

  test('are not answered and promise nothing before the day of the response', () => {
    const before = withoutLater(listed, asDay('2020-11-19'));
    expect(before).toMatchObject({ response: undefined, commitments: [] });
    expect(before.recommendation).toMatchObject({ acceptance: 'awaiting', acceptanceHistory: [] });
    expect(withoutLater(listed, asDay('2021-02-14')).commitments[0]).not.toHaveProperty('metOn');
    expect(withoutLater(listed, asDay('2021-02-15')).commitments[0]!.metOn).toBe('2021-02-15');
  });

  test('still wait, before a withdrawal, for what it ended', () => {
    const { closed: _, closure: __, ...recommendation } = listed.recommendation;
    const withdrawn: Kept = {
      ...listed,
      recommendation: { ...recommendation, withdrawn: { on: asDay('2021-01-10'), by: 'Lee', why: 'Twice' } },
      deadlines: [
        met(responseDuty(), '2020-11-20'),
        { ...promisedDuty(withinThreeMonths), state: 'ended', nextActionOn: null },
      ],
    };
    expect(standsOn('2021-01-09', withdrawn)).toBe('promise-running');
    expect(standsOn('2021-01-10', withdrawn)).toBe('withdrawn');
  });

  test('tell from their own days what no move tells of', () => {
    const history = historyOf({ ...listed, told: [] }, () => undefined);
    expect(history).toEqual([
      { on: '2020-11-20', says: 'Response received: accepted.' },
      { on: '2021-02-15', says: 'Promise 1 kept.' },
      { on: '2021-03-01', says: 'Closed: Seen.' },
    ]);
  });
});
