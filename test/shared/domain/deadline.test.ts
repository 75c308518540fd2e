import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { type Deadline, deadline as schema } from '../../../shared/domain/deadline.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { quotesPromise, undatedDeadline, updateDeadline } from '../../../shared/domain/update-deadline.ts';
import {
  essexCase,
  essexRecommendation,
  inFourToSixMonths,
  promisedDuty,
  respondedOn,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const d = asDay;
const dates = (of: Partial<Case>) => {
  const { dueOn, lateAfterOn } = responseDuty(of);
  return { dueOn, lateAfterOn };
};

describe('the duty to respond', () => {
  test('made 29 September 2020 and published for 24 November: due 23 November, late after 24 November', () => {
    expect(responseDuty()).toEqual({
      id: '2019-127918.1.response-1',
      caseId: '2019-127918',
      number: 1,
      reference: '2019/127918',
      kind: 'response',
      sequence: 1,
      opensOn: null,
      dueOn: '2020-11-23',
      lateAfterOn: '2020-11-24',
      anchorOn: '2020-09-29',
      basis: 'Police Reform Act 2002, Schedule 3, paragraph 28B(2)',
      working: [
        'By law: 29 September 2020 is day 1 of 56; the last day is 23 November 2020',
        'As published: the page asks for a response by 24 November 2020',
      ],
      ownerId: 'owner-1',
      boardId: undefined,
      state: 'open',
      lawOn: '2020-11-23',
      publishedOn: '2020-11-24',
      pausedOn: null,
      moved: 0,
      plannedFromOn: '2020-09-29',
      settledThrough: { owner: null, manager: null, chair: null },
      nextActionOn: '2020-09-29',
      revision: 1,
      version: 1,
      plans: 0,
    });
  });

  test.each([
    ['a day before the law’s', '2020-11-22', '2020-11-22', '2020-11-23'],
    ['the law’s own', '2020-11-23', '2020-11-23', '2020-11-23'],
    ['a day after the law’s', '2020-11-24', '2020-11-23', '2020-11-24'],
    ['the longest seen, 126 days', '2021-02-02', '2020-11-23', '2021-02-02'],
    ['the day it was made', '2020-09-29', '2020-09-29', '2020-11-23'],
  ])(
    'published for %s, %s: reminded by the earlier, %s, late after the later, %s',
    (_, published, dueOn, lateAfterOn) => {
      expect(dates({ publishedDueOn: d(published) })).toEqual({ dueOn, lateAfterOn });
    },
  );

  test('with nothing published the law’s last day is both', () => {
    expect(dates({ publishedDueOn: undefined })).toEqual({ dueOn: '2020-11-23', lateAfterOn: '2020-11-23' });
    expect(responseDuty({ publishedDueOn: undefined }).working).toHaveLength(1);
  });

  test('no weekend or bank holiday moves it: made 31 October 2020, due on Christmas Day', () => {
    expect(dates({ madeOn: d('2020-10-31'), publishedDueOn: undefined }).dueOn).toBe('2020-12-25');
    expect(dates({ madeOn: d('2020-10-25'), publishedDueOn: undefined }).dueOn).toBe('2020-12-19');
  });

  test.each(['section-10-advice', 'quick-time-learning', 'none'] as const)(
    '%s starts no clock: only a published day counts',
    (legalBasis) => {
      expect(dates({ legalBasis })).toEqual({ dueOn: '2020-11-24', lateAfterOn: '2020-11-24' });
      const neither = responseDuty({ legalBasis, publishedDueOn: undefined });
      expect(neither).toMatchObject({ dueOn: null, lateAfterOn: null, working: [] });
      expect(neither.basis).toMatch(/no period is set in law/i);
      expect(responseDuty({ legalBasis }).basis).toBe('The date published with the recommendation');
    },
  );

  test('a coroner’s 56 days do not count the day the report was sent; the inspectorate’s do', () => {
    const sent = d('2020-09-29');
    const coroner = {
      source: 'coroner',
      legalBasis: 'regulation-28-report',
      publishedDueOn: undefined,
    } as const;
    const inspectorate = {
      source: 'hmicfrs',
      legalBasis: 'section-55-report',
      publishedDueOn: undefined,
    } as const;
    expect(dates({ ...coroner, madeOn: sent }).dueOn).toBe('2020-11-24');
    expect(dates({ ...inspectorate, madeOn: sent }).dueOn).toBe('2020-11-23');
  });

  test('a period that runs past the calendar is refused', () => {
    const late = { ...essexCase, madeOn: d('2999-12-01') };
    expect(responseDeadline(essexRecommendation, late, d('2999-12-01'))).toMatchObject({
      refused: 'invalid-date',
    });
  });
});

describe('the duty a promise makes', () => {
  test('has the window of the promise, in time until its end, and quotes it', () => {
    expect(promisedDuty(inFourToSixMonths)).toMatchObject({
      id: '2019-127918.1.update-1',
      kind: 'update',
      opensOn: '2021-03-20',
      dueOn: '2021-05-20',
      lateAfterOn: '2021-05-20',
      anchorOn: '2020-11-20',
      basis: 'report progress back in 4-6mths',
    });
  });

  test('waits for a board or an event only where it says so', () => {
    expect(promisedDuty(withinThreeMonths)).not.toHaveProperty('awaits');
    expect(undatedDuty()).not.toHaveProperty('awaits');
    expect(promisedDuty({ kind: 'board-meeting', boardId: 'learning' }).awaits).toEqual({
      boardId: 'learning',
    });
    expect(promisedDuty({ kind: 'on-event', event: 'the new system' }).awaits).toEqual({
      event: 'the new system',
    });
  });

  test('within 3 months: no opening, 20 February 2021', () => {
    expect(promisedDuty(withinThreeMonths)).toMatchObject({ opensOn: null, dueOn: '2021-02-20' });
  });

  test('is planned from the day it was recorded, not from the response', () => {
    const recorded = promisedDuty(withinThreeMonths, respondedOn, d('2021-01-11'));
    expect([recorded.plannedFromOn, recorded.nextActionOn, recorded.anchorOn]).toEqual([
      '2021-01-11',
      '2021-01-11',
      '2020-11-20',
    ]);
  });

  test('is refused where the promise is', () => {
    const before = { kind: 'by-date' as const, dueOn: d('2020-11-19') };
    const commitment = {
      caseId: 'c',
      number: 1,
      sequence: 1,
      quote: 'q',
      promise: before,
      confirmedBy: 'Lee',
      version: 1,
    };
    const refused = updateDeadline(
      { ...commitment, anchorOn: respondedOn },
      essexRecommendation,
      essexCase,
      respondedOn,
    );
    expect(refused).toMatchObject({ refused: 'promise-before-response', field: 'dueOn' });
  });

  test('a response that promises no date leaves an undated duty open', () => {
    expect(undatedDuty()).toMatchObject({
      kind: 'update',
      dueOn: null,
      lateAfterOn: null,
      opensOn: null,
      state: 'open',
      pausedOn: null,
      basis: 'No date promised',
      working: ['The response names no date, so the owner is asked for one'],
    });
    expect(promisedDuty({ kind: 'none' })).toMatchObject({ dueOn: null, state: 'open' });
  });
});

describe('the basis of a duty', () => {
  const undated = { respondedOn, sequence: 1 };
  const withQuote = undatedDeadline(
    { ...undated, quote: 'in due course' },
    essexRecommendation,
    essexCase,
    respondedOn,
  );

  test.each<[string, Deadline, boolean]>([
    ['a promise with a date', promisedDuty(withinThreeMonths), true],
    ['a promise without one, in its own words', withQuote, true],
    ['a response that promises nothing', undatedDuty(), false],
    ['a date that liaison staff set', { ...promisedDuty(withinThreeMonths), cause: 'reopened' }, false],
    ['the duty to respond', responseDuty(), false],
  ])('of %s: does it quote the promise? %s', (_, duty, expected) => {
    expect(quotesPromise(duty)).toBe(expected);
  });

  test('is the words of a promise without a date, or says that there are none', () => {
    expect([withQuote.basis, undatedDuty().basis]).toEqual(['in due course', 'No date promised']);
  });
});

test('each duty is as the store expects it', () => {
  for (const duty of [responseDuty(), promisedDuty(inFourToSixMonths), undatedDuty()])
    expect(schema.safeParse(duty).error).toBeUndefined();
  expect(schema.safeParse({ ...undatedDuty(), dueOn: '2021-02-30' }).success).toBe(false);
  expect(schema.safeParse({ ...undatedDuty(), number: 0 }).success).toBe(false);
});
