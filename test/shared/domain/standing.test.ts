import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, daysBetween, later } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import {
  attentionOn,
  type Standing,
  standingOf,
  standingOfDeadline,
} from '../../../shared/domain/standing.ts';
import { RUNS } from './any-day.ts';
import { anyDeadline } from './any-deadline.ts';
import {
  dutyBy,
  essexRecommendation,
  inFourToSixMonths,
  promisedDuty,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const d = asDay;
const response = responseDuty();
const window = promisedDuty(inFourToSixMonths);
const byFebruary = promisedDuty(withinThreeMonths);
const undatedResponse = responseDuty({ source: 'other', legalBasis: 'none', publishedDueOn: undefined });

describe('a response: the law’s last day 23 November 2020, published for 24 November', () => {
  test.each([
    ['2020-09-29', 'awaiting-response'],
    ['2020-11-08', 'awaiting-response'],
    ['2020-11-09', 'response-due-soon'],
    ['2020-11-10', 'response-due-soon'],
    ['2020-11-22', 'response-due-soon'],
    ['2020-11-23', 'response-due-soon'],
    ['2020-11-24', 'response-due-soon'],
    ['2020-11-25', 'response-overdue'],
    ['2020-11-26', 'response-overdue'],
  ] as const)('on %s: %s', (today, expected) => {
    expect(standingOfDeadline(response, d(today))).toBe(expected);
  });

  test('published for an earlier day than the law’s: soon by the published day, overdue only after the law’s', () => {
    const early = responseDuty({ publishedDueOn: d('2020-11-16') });
    expect(standingOfDeadline(early, d('2020-11-01'))).toBe('awaiting-response');
    expect(standingOfDeadline(early, d('2020-11-02'))).toBe('response-due-soon');
    expect(standingOfDeadline(early, d('2020-11-17'))).toBe('response-due-soon');
    expect(standingOfDeadline(early, d('2020-11-23'))).toBe('response-due-soon');
    expect(standingOfDeadline(early, d('2020-11-24'))).toBe('response-overdue');
  });

  test('with no law and no published day it is awaited, for ever', () => {
    expect(standingOfDeadline(undatedResponse, d('2020-09-29'))).toBe('awaiting-response');
    expect(standingOfDeadline(undatedResponse, d('2030-09-29'))).toBe('awaiting-response');
  });
});

describe('a promise', () => {
  test.each([
    ['2020-11-20', 'promise-running'],
    ['2021-03-19', 'promise-running'],
    ['2021-03-20', 'window-open'],
    ['2021-03-21', 'window-open'],
    ['2021-05-05', 'window-open'],
    ['2021-05-06', 'due-soon'],
    ['2021-05-07', 'due-soon'],
    ['2021-05-19', 'due-soon'],
    ['2021-05-20', 'due-soon'],
    ['2021-05-21', 'lapsed'],
  ] as const)('from 20 March to 20 May 2021, on %s: %s', (today, expected) => {
    expect(standingOfDeadline(window, d(today))).toBe(expected);
  });

  test.each([
    ['2021-02-05', 'promise-running'],
    ['2021-02-06', 'due-soon'],
    ['2021-02-07', 'due-soon'],
    ['2021-02-19', 'due-soon'],
    ['2021-02-20', 'due-soon'],
    ['2021-02-21', 'lapsed'],
  ] as const)('by Saturday 20 February 2021, on %s: %s', (today, expected) => {
    expect(standingOfDeadline(byFebruary, d(today))).toBe(expected);
  });

  test('without a date it has no date, however long ago', () => {
    expect(standingOfDeadline(undatedDuty(), d('2020-11-20'))).toBe('no-date');
    expect(standingOfDeadline(undatedDuty(), d('2030-11-20'))).toBe('no-date');
  });
});

describe('the last day of a promise where the calendar is uneven: soon from 14 days before, lapsed from the day after', () => {
  test.each([
    ['a leap day', '2024-02-29', '2024-02-14', '2024-02-15', '2024-03-01'],
    ['the end of a common February', '2023-02-28', '2023-02-13', '2023-02-14', '2023-03-01'],
    ['the end of a month of 30 days', '2021-04-30', '2021-04-15', '2021-04-16', '2021-05-01'],
    ['the end of the year', '2020-12-31', '2020-12-16', '2020-12-17', '2021-01-01'],
    ['the day the clocks go forward', '2021-03-28', '2021-03-13', '2021-03-14', '2021-03-29'],
    ['the day the clocks go back', '2021-10-31', '2021-10-16', '2021-10-17', '2021-11-01'],
    ['14 days across a clock change', '2021-04-05', '2021-03-21', '2021-03-22', '2021-04-06'],
    ['Christmas Day', '2021-12-25', '2021-12-10', '2021-12-11', '2021-12-26'],
    ['the substitute for Boxing Day', '2021-12-28', '2021-12-13', '2021-12-14', '2021-12-29'],
    ['Good Friday', '2021-04-02', '2021-03-18', '2021-03-19', '2021-04-03'],
    ['Easter Sunday', '2021-04-04', '2021-03-20', '2021-03-21', '2021-04-05'],
  ])('%s, %s', (_, dueOn, before, soon, late) => {
    const deadline = dutyBy(dueOn, undefined, '2020-11-01');
    expect([before, soon, dueOn, late].map((on) => standingOfDeadline(deadline, d(on)))).toEqual([
      'promise-running',
      'due-soon',
      'due-soon',
      'lapsed',
    ]);
  });
});

describe('the day a deadline first needs attention', () => {
  test.each<[string, Deadline, string]>([
    ['a response: 14 days before the law’s last day', response, '2020-11-09'],
    ['a promise by a day: 14 days before it', byFebruary, '2021-02-06'],
    ['a window longer than 14 days: when it opens', window, '2021-03-20'],
    ['a window of 15 days: when it opens', dutyBy('2021-03-30', '2021-03-15'), '2021-03-15'],
    ['a window of 14 days: when it opens', dutyBy('2021-03-29', '2021-03-15'), '2021-03-15'],
    ['a window of 13 days: the day before it opens', dutyBy('2021-03-28', '2021-03-15'), '2021-03-14'],
    ['a promise without a date: the day of the response', undatedDuty(), '2020-11-20'],
    ['a response nobody dated: the day it was asked for', undatedResponse, '2020-09-29'],
  ])('%s', (_, deadline, expected) => {
    expect(attentionOn(deadline)).toBe(expected);
  });
});

describe('the standing of a recommendation', () => {
  const today = d('2021-02-22');
  const accepted = { ...essexRecommendation, acceptance: 'accepted' as const };
  const decided = { on: d('2021-02-01'), by: 'Sam Okoye', why: 'It was repeated.' };
  const closed = { on: d('2021-02-01'), by: 'Kim Lee', note: 'The new procedure.', links: [] };
  const closure = { proposedOn: d('2021-01-15'), proposedBy: 'Sam Okoye' };
  const met: Deadline = { ...byFebruary, state: 'met', metOn: d('2021-02-15') };

  test('is that of its most urgent open deadline', () => {
    expect(standingOf(accepted, [window, byFebruary], today)).toBe('lapsed');
    expect(standingOf(accepted, [byFebruary, window], today)).toBe('lapsed');
    expect(standingOf(accepted, [window, undatedDuty()], today)).toBe('no-date');
    expect(standingOf(accepted, [window], today)).toBe('promise-running');
    expect(standingOf(accepted, [response, byFebruary], today)).toBe('response-overdue');
  });

  test('pays no heed to what is met: a promise kept early is not lapsed', () => {
    expect(standingOf(accepted, [met, window], today)).toBe('promise-running');
  });

  test('with everything met it waits for people to close it', () => {
    expect(standingOf(accepted, [met], today)).toBe('proposed-for-closure');
    expect(standingOf(accepted, [], today)).toBe('proposed-for-closure');
  });

  test('pays no heed to what has ended, nor to the liaison team’s duty to publish', () => {
    const ended: Deadline = { ...byFebruary, state: 'ended' };
    const publication = { ...byFebruary, kind: 'publication' } as unknown as Deadline;
    expect(standingOf(accepted, [ended, window], today)).toBe('promise-running');
    expect(standingOf(accepted, [publication, window], today)).toBe('promise-running');
    expect(standingOf({ ...accepted, acceptance: 'not-accepted' }, [publication], today)).toBe(
      'not-accepted',
    );
  });

  test('is paused while a judicial review stops the response', () => {
    const paused = { ...response, pausedOn: d('2020-11-10') };
    expect(standingOf(essexRecommendation, [paused], today)).toBe('paused');
    expect(standingOf(essexRecommendation, [{ ...paused, pausedOn: null }], today)).toBe('response-overdue');
    expect(attentionOn(paused)).toBe('2020-11-10');
  });

  test.each<[Standing, Partial<Recommendation>]>([
    ['withdrawn', { withdrawn: decided, closed, closure }],
    ['closed', { closed, closure, reopened: decided }],
    ['proposed-for-closure', { closure, reopened: decided }],
    ['lapsed', { reopened: decided }],
  ])('is %s by the decision that stands, before any deadline', (expected, of) => {
    expect(standingOf({ ...accepted, ...of }, [byFebruary], today)).toBe(expected);
  });

  test('that was not accepted is at rest, unless the response promised something all the same', () => {
    const refused = { ...accepted, acceptance: 'not-accepted' as const };
    expect(standingOf(refused, [], today)).toBe('not-accepted');
    expect(standingOf(refused, [{ ...byFebruary, state: 'met' }], today)).toBe('not-accepted');
    expect(standingOf(refused, [byFebruary], today)).toBe('lapsed');
  });
});

describe('as the days go by', () => {
  const course: Record<Deadline['kind'], Standing[]> = {
    response: ['awaiting-response', 'response-due-soon', 'response-overdue'],
    update: ['promise-running', 'window-open', 'due-soon', 'lapsed'],
    publication: ['promise-running', 'due-soon', 'lapsed'],
  };

  test('a dated duty goes forward through its standings, once each, and never back', () => {
    fc.assert(
      fc.property(
        anyDeadline.filter(({ dueOn }) => dueOn !== null),
        (deadline) => {
          const seen = standingsOf(deadline);
          const changes = seen.filter((standing, index) => standing !== seen[index - 1]);
          expect(changes).toEqual(course[deadline.kind].filter((standing) => changes.includes(standing)));
          expect(changes.at(-1)).toBe(course[deadline.kind].at(-1));
        },
      ),
      RUNS,
    );
  });

  test('it changes exactly once at each boundary, and on no other day', () => {
    fc.assert(
      fc.property(
        anyDeadline.filter(({ dueOn }) => dueOn !== null),
        (deadline) => {
          const { anchorOn, opensOn, dueOn, lateAfterOn } = deadline;
          const soonOn = addDays(dueOn!, -14);
          const opens = opensOn && opensOn < soonOn ? [opensOn] : [];
          const boundaries = [...opens, soonOn, addDays(lateAfterOn!, 1)].filter((on) => on > anchorOn);
          const seen = standingsOf(deadline);
          const changedOn = seen.flatMap((standing, days) =>
            days > 0 && standing !== seen[days - 1] ? [addDays(anchorOn, days)] : [],
          );
          expect(changedOn).toEqual(boundaries);
        },
      ),
      RUNS,
    );
  });

  test('a decision of people stands on every day, whatever the deadlines do', () => {
    const on = d('2021-02-01');
    const decided = { on, by: 'Sam Okoye', why: 'It was repeated.' };
    const closed = { on, by: 'Kim Lee', links: [] };
    const closure = { proposedOn: on, proposedBy: 'Sam Okoye' };
    const some = <T>(value: T) => fc.constantFrom(undefined, value);
    fc.assert(
      fc.property(
        fc.record({ withdrawn: some(decided), closed: some(closed), closure: some(closure) }),
        fc.array(anyDeadline, { maxLength: 3 }),
        fc.integer({ min: 0, max: 1_000 }),
        (of, deadlines, days) => {
          const standing = standingOf({ ...essexRecommendation, ...of }, deadlines, addDays(on, days));
          const [stands] = (['withdrawn', 'closed'] as const).filter((each) => of[each]);
          const expected = stands ?? (of.closure ? 'proposed-for-closure' : undefined);
          if (expected) expect(standing).toBe(expected);
          else expect(['withdrawn', 'closed']).not.toContain(standing);
        },
      ),
      RUNS,
    );
  });

  test('a paused response changes on no day', () => {
    fc.assert(
      fc.property(
        anyDeadline.filter(({ kind, dueOn }) => kind === 'response' && dueOn !== null),
        (deadline) => {
          expect(new Set(standingsOf({ ...deadline, pausedOn: deadline.anchorOn }))).toEqual(
            new Set(['paused']),
          );
        },
      ),
      RUNS,
    );
  });

  test('it is on the list of what needs attention from the day it stops merely running', () => {
    fc.assert(
      fc.property(
        anyDeadline.filter(({ dueOn }) => dueOn !== null),
        (deadline) => {
          const first = standingsOf(deadline).findIndex(
            (standing) => standing !== 'awaiting-response' && standing !== 'promise-running',
          );
          const on = later(attentionOn(deadline), deadline.anchorOn);
          expect(addDays(deadline.anchorOn, first)).toBe(on);
        },
      ),
      RUNS,
    );
  });

  /** Day by day from the anchor until two days after the last day in time. */
  const standingsOf = (deadline: Deadline): Standing[] =>
    Array.from({ length: daysBetween(deadline.anchorOn, deadline.lateAfterOn!) + 3 }, (_, days) =>
      standingOfDeadline(deadline, addDays(deadline.anchorOn, days)),
    );
});
