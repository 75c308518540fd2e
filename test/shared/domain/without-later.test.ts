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
  reports: [],
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

  test('are neither closed nor withdrawn before their day, and what that ended is ended from it on', () => {
    const { closure: _, ...closed } = listed.recommendation;
    const ended = { ...promisedDuty(withinThreeMonths), state: 'ended' as const, nextActionOn: null };
    const endedByClosing = { ...listed, recommendation: closed, deadlines: [ended] };
    const state = (day: string, kept: Kept) => withoutLater(kept, asDay(day)).deadlines[0]!.state;
    expect(['2021-02-28', '2021-03-01'].map((day) => state(day, endedByClosing))).toEqual(['open', 'ended']);
    const { closed: __, ...open } = closed;
    expect(state('2021-02-28', { ...listed, recommendation: open, deadlines: [ended] })).toBe('ended');
    const keptInTime = { ...endedByClosing, deadlines: [met(ended, '2021-02-15')] };
    expect(['2021-02-14', '2021-02-15'].map((day) => state(day, keptInTime))).toEqual(['open', 'met']);
  });

  test('have a duty from the day from which it counts: the response’s with it, a promise’s with the response', () => {
    const duties = (day: string) => withoutLater(listed, asDay(day)).deadlines.map(({ kind }) => kind);
    expect(duties('2020-09-29')).toEqual(['response']);
    expect(duties('2020-11-19')).toEqual(['response']);
    expect(duties('2020-11-20')).toEqual(['response', 'update']);
  });

  test('have every answer that had been given by then, and stand by the last of them', () => {
    const answer = (acceptance: 'accepted' | 'partly-accepted' | 'not-accepted', on: string) => ({
      acceptance,
      on: asDay(on),
      by: 'Lee',
    });
    const acceptanceHistory = [
      answer('accepted', '2020-11-20'),
      answer('partly-accepted', '2020-12-03'),
      answer('not-accepted', '2020-12-10'),
    ];
    const recommendation = {
      ...listed.recommendation,
      acceptance: 'not-accepted' as const,
      acceptanceHistory,
    };
    const stands = (day: string) => {
      const { acceptance, acceptanceHistory: answers } = withoutLater(
        { ...listed, recommendation },
        asDay(day),
      ).recommendation;
      return [acceptance, answers.length];
    };
    expect(['2020-11-19', '2020-11-20', '2020-12-09', '2020-12-10'].map(stands)).toEqual([
      ['awaiting', 0],
      ['accepted', 1],
      ['partly-accepted', 2],
      ['not-accepted', 3],
    ]);
  });

  test('are proposed for closure from the day of the proposal on', () => {
    const proposal = (day: string) => withoutLater(listed, asDay(day)).recommendation.closure;
    expect(proposal('2021-02-14')).toBeUndefined();
    expect(proposal('2021-02-15')).toEqual(listed.recommendation.closure);
  });

  test('are linked from the day of the link on', () => {
    const link = { kind: 'risk' as const, ref: '1606', on: asDay('2020-12-03'), by: 'Lee' };
    const links = [{ ...link, caseId: essexRecommendation.caseId, number: 1, version: 1 }];
    const linked = (day: string) => withoutLater({ ...listed, links }, asDay(day)).links;
    expect(linked('2020-12-02')).toEqual([]);
    expect(linked('2020-12-03')).toEqual(links);
  });

  test('are as they were made where nothing of them is later', () => {
    const { closed: _, closure: __, ...recommendation } = listed.recommendation;
    const { metOn: ___, ...commitment } = listed.commitments[0]!;
    const made: Kept = {
      ...listed,
      recommendation: { ...recommendation, acceptanceHistory: [] },
      response: undefined,
      commitments: [commitment],
      deadlines: [responseDuty(), promisedDuty(withinThreeMonths)],
    };
    expect(withoutLater(made, asDay('2020-11-20'))).toStrictEqual(made);
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
