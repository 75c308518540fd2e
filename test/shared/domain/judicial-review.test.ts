import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockFor } from '../../../shared/domain/clocks.ts';
import { addDays, asDay, daysBetween } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { pause, resume } from '../../../shared/domain/judicial-review.ts';
import type { Revision } from '../../../shared/domain/revision.ts';
import { nextStage, stagesOf } from '../../../shared/domain/stages.ts';
import { RUNS } from './any-day.ts';
import { allowed, calendar, essexCase, responseDuty } from './essex.ts';

const d = asDay;
const on = (today: string) => ({ by: 'Lee', today: d(today) });
const pausedFrom = (
  from: string,
  today = '2020-12-31',
  deadline: Deadline = responseDuty(),
  history: Revision[] = [],
) => pause(deadline, clockFor(essexCase), { from: d(from) }, { moving: on(today), history });

describe('judicial review: made 29 September 2020, the law’s last day 23 November', () => {
  test('pauses: nothing is due, and the owner hears of it after 28 days and then every 90', () => {
    const { deadline, revision } = allowed(pausedFrom('2020-11-01', '2020-11-02'));
    expect(deadline).toMatchObject({ pausedOn: '2020-11-01', revision: 2, nextActionOn: '2020-11-02' });
    expect(revision).toMatchObject({ how: 'pause', pausedOn: '2020-11-01', before: { dueOn: '2020-11-23' } });
    const stages = stagesOf(deadline, calendar);
    const first = Array.from({ length: 3 }, () => stages.next().value!);
    expect(first.map(({ key, on, mailOn }) => [key, on, mailOn])).toEqual([
      ['paused+28', '2020-11-29', '2020-11-30'],
      ['paused+118', '2021-02-27', '2021-03-01'],
      ['paused+208', '2021-05-28', '2021-05-28'],
    ]);
    expect(() => nextStage(deadline, 'manager', calendar)).toThrow('no further stage');
  });

  test.each([
    ['on the day made', '2020-09-29', undefined],
    ['the day before', '2020-09-28', 'outside-the-period'],
    ['on the last day', '2020-11-23', undefined],
    ['the day after', '2020-11-24', 'outside-the-period'],
  ])('started %s, %s → %s', (_, from, refused) => {
    const result = pausedFrom(from);
    expect('refused' in result ? result.refused : undefined).toBe(refused);
  });

  test('cannot start tomorrow, twice at once, or on a day that was counted before', () => {
    expect(pausedFrom('2020-11-02', '2020-11-01')).toMatchObject({ refused: 'in-the-future', field: 'from' });
    const paused = allowed(pausedFrom('2020-11-01'));
    expect(pausedFrom('2020-11-02', '2020-12-31', paused.deadline)).toMatchObject({
      refused: 'already-paused',
    });
    const resumed = allowed(resume(paused.deadline, { until: d('2020-11-10') }, on('2020-12-31')));
    const again = (from: string) =>
      pausedFrom(from, '2020-12-31', resumed.deadline, [paused.revision, resumed.revision]);
    expect(again('2020-11-10')).toMatchObject({ refused: 'counted-already' });
    expect(allowed(again('2020-11-11')).deadline.pausedOn).toBe('2020-11-11');
  });

  test('resumed: 1 to 10 November are ten days, both counted, and both dates grow by them', () => {
    const { deadline } = allowed(pausedFrom('2020-11-01'));
    const resumed = allowed(resume(deadline, { until: d('2020-11-10') }, on('2020-11-12')));
    expect(resumed.deadline).toMatchObject({
      pausedOn: null,
      lawOn: '2020-12-03',
      publishedOn: '2020-12-04',
      dueOn: '2020-12-03',
      lateAfterOn: '2020-12-04',
      revision: 3,
      moved: 0,
    });
    expect(resumed.deadline.working.at(-1)).toBe(
      'Judicial review from 1 November 2020 to 10 November 2020 adds 10 days: the law’s last day is 3 December 2020',
    );
    expect(resumed.revision).toMatchObject({ pausedOn: '2020-11-01', resumedOn: '2020-11-10' });
  });

  test.each([
    ['on their first day: one day', '2020-11-01', '2020-11-24'],
    ['over the day the clocks went back', '2020-11-02', '2020-11-25'],
    ['over the end of a leap year', '2021-01-01', '2021-01-24'],
  ])('ended %s, %s: %s', (_, until, lawOn) => {
    const { deadline } = allowed(pausedFrom('2020-11-01'));
    expect(allowed(resume(deadline, { until: d(until) }, on('2021-02-01'))).deadline.lawOn).toBe(lawOn);
  });

  test('cannot end before they began or tomorrow, nor what is not paused', () => {
    const { deadline } = allowed(pausedFrom('2020-11-01'));
    const end = (until: string) => resume(deadline, { until: d(until) }, on('2020-11-10'));
    expect(end('2020-10-31')).toMatchObject({ refused: 'ended-before-it-began', field: 'until' });
    expect(end('2020-11-11')).toMatchObject({ refused: 'in-the-future' });
    expect(resume(responseDuty(), { until: d('2020-11-10') }, on('2020-11-10'))).toMatchObject({
      refused: 'not-paused',
    });
  });

  test('says what is wrong, at the box that is', () => {
    expect(pausedFrom('2020-11-24')).toEqual({
      refused: 'outside-the-period',
      message:
        'The proceedings must have started during the period, from 29 September 2020 to 23 November 2020',
      field: 'from',
    });
    expect(pausedFrom('2020-11-02', '2020-11-01')).toMatchObject({
      message: 'The first day of the proceedings must be today or in the past',
    });
    const { deadline, revision } = allowed(pausedFrom('2020-11-01'));
    expect(pausedFrom('2020-11-02', '2020-12-31', deadline)).toMatchObject({
      message: 'This has been paused since 1 November 2020 already',
    });
    const end = (until: string) => resume(deadline, { until: d(until) }, on('2020-11-10'));
    expect(end('2020-10-31')).toMatchObject({
      message: 'The last day of the proceedings must be on or after 1 November 2020, their first day',
    });
    expect(end('2020-11-11')).toMatchObject({
      message: 'The last day of the proceedings must be today or in the past',
      field: 'until',
    });
    const resumed = allowed(end('2020-11-10'));
    const history = [revision, resumed.revision];
    expect(pausedFrom('2020-11-10', '2020-12-31', resumed.deadline, history)).toMatchObject({
      message: 'The days up to 10 November 2020 have been counted already',
      field: 'from',
    });
    expect(resume(resumed.deadline, { until: d('2020-11-10') }, on('2020-11-10'))).toMatchObject({
      message: 'This is not paused, so it cannot be resumed',
    });
  });

  test('a pause that ended is counted; one whose end is not known yet is not', () => {
    const { revision } = allowed(pausedFrom('2020-11-01'));
    const { deadline } = allowed(pausedFrom('2020-11-01', '2020-12-31', responseDuty(), [revision]));
    expect(deadline.pausedOn).toBe('2020-11-01');
  });

  test('why it was paused and resumed is kept, with how', () => {
    const { deadline, revision } = allowed(
      pause(
        responseDuty(),
        clockFor(essexCase),
        { from: d('2020-11-01'), why: 'Claim CO/1' },
        { moving: on('2020-11-02'), history: [] },
      ),
    );
    expect(revision).toMatchObject({ how: 'pause', on: '2020-11-02', by: 'Lee', why: 'Claim CO/1' });
    const resumed = allowed(resume(deadline, { until: d('2020-11-01'), why: 'Refused' }, on('2020-11-02')));
    expect(resumed.revision).toMatchObject({ how: 'resume', on: '2020-11-02', by: 'Lee', why: 'Refused' });
    expect(resumed.deadline.working).toEqual([
      ...responseDuty().working,
      'Judicial review from 1 November 2020 to 1 November 2020 adds 1 day: the law’s last day is 24 November 2020',
    ]);
  });

  test('where no date was published the law’s alone grows', () => {
    const { deadline } = allowed(
      pausedFrom('2020-11-01', '2020-11-02', responseDuty({ publishedDueOn: undefined })),
    );
    expect(allowed(resume(deadline, { until: d('2020-11-01') }, on('2020-11-02'))).deadline).toMatchObject({
      lawOn: '2020-11-24',
      publishedOn: null,
      dueOn: '2020-11-24',
      lateAfterOn: '2020-11-24',
    });
  });

  test('only a period that paragraph 28B sets is paused', () => {
    for (const of of [
      { legalBasis: 'section-10-advice' },
      { source: 'coroner', legalBasis: 'regulation-28-report' },
    ] as const) {
      const clock = clockFor({ ...essexCase, ...of });
      const result = pause(
        responseDuty(of),
        clock,
        { from: d('2020-11-01') },
        { moving: on('2020-11-02'), history: [] },
      );
      expect(result).toEqual({
        refused: 'no-pause',
        message: 'No law pauses the period for this response for judicial review',
      });
    }
  });

  test('nor one of a response that had no last day by law when it was recorded', () => {
    const undated = responseDuty({ legalBasis: 'none' });
    expect(pausedFrom('2020-11-01', '2020-11-02', undated)).toMatchObject({ refused: 'no-pause' });
  });

  test('the last day always grows by exactly the days of the proceedings, both counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 55 }), fc.integer({ min: 0, max: 900 }), (start, lasts) => {
        const from = addDays(d('2020-09-29'), start);
        const until = addDays(from, lasts);
        const { deadline } = allowed(pausedFrom(from, until));
        const resumed = allowed(resume(deadline, { until }, on(until)));
        expect(daysBetween(d('2020-11-23'), resumed.deadline.lawOn!)).toBe(lasts + 1);
      }),
      RUNS,
    );
  });
});
