import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Board } from '../../../shared/domain/board.ts';
import { datedByMeeting } from '../../../shared/domain/dated-by-meeting.ts';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { rePlan, rePlanInput } from '../../../shared/domain/re-plan.ts';
import { nextStage } from '../../../shared/domain/stages.ts';
import { standingOfDeadline } from '../../../shared/domain/standing.ts';
import { RUNS } from './any-day.ts';
import { allowed, calendar, promisedDuty } from './essex.ts';

/** Promised on 20 November 2020 for the next meeting of the board. */
const waiting = promisedDuty({ kind: 'board-meeting', boardId: 'learning' });
const moving = { by: 'Lee', today: asDay('2020-11-24') };
const board = (...meetings: string[]): Board => ({
  id: 'learning',
  name: 'Learning board',
  meetings: meetings.map(asDay),
  version: 1,
});
const dated = (deadline: Deadline, of: Board) => datedByMeeting(deadline, of, moving);

describe('a promise that waits for the next meeting of a board', () => {
  test('takes its date from the first meeting after the day it counts from, is armed again, and has not moved', () => {
    const result = dated(waiting, board('2020-11-20', '2020-12-03', '2021-03-04'))!;
    expect(result.deadline).toMatchObject({
      dueOn: '2020-12-03',
      lateAfterOn: '2020-12-03',
      moved: 0,
      revision: 2,
      plannedFromOn: '2020-11-24',
      nextActionOn: '2020-11-24',
      working: ['the next meeting of Learning board after 20 November 2020 is on 3 December 2020'],
    });
    expect(result.revision).toMatchObject({
      how: 'meeting',
      on: '2020-11-24',
      by: 'Lee',
      why: 'Learning board meets on 3 December 2020',
      revision: 2,
      before: { dueOn: null, lateAfterOn: null },
      after: { dueOn: '2020-12-03', lateAfterOn: '2020-12-03' },
    });
  });

  test.each<[string, Deadline, Board]>([
    ['no meeting after that day is entered', waiting, board('2020-11-20')],
    ['it is another board', waiting, { ...board('2020-12-03'), id: 'other' }],
    ['it is met', { ...waiting, state: 'met' }, board('2020-12-03')],
    ['it is no longer asked', { ...waiting, state: 'ended' }, board('2020-12-03')],
    ['it waits for an event', { ...waiting, awaits: { event: 'the trial' } }, board('2020-12-03')],
    ['it waits for nothing', promisedDuty({ kind: 'none' }), board('2020-12-03')],
  ])('has no new date where %s', (_, deadline, of) => {
    expect(dated(deadline, of)).toBeUndefined();
  });
});

describe('a promise that a meeting on 3 December 2020 dates', () => {
  const { deadline: dueThen } = dated(waiting, board('2020-12-03', '2021-03-04'))!;

  test('stays where a later meeting is entered or taken back', () => {
    for (const of of [board('2020-12-03'), board('2020-12-03', '2021-03-04', '2021-06-03')])
      expect(dated(dueThen, of)).toBeUndefined();
  });

  test('moves to the next meeting where that is taken back, counted as moved, the earlier date kept', () => {
    const { deadline, revision } = dated(dueThen, board('2020-11-20', '2021-03-04'))!;
    expect(deadline).toMatchObject({
      dueOn: '2021-03-04',
      lateAfterOn: '2021-03-04',
      moved: 1,
      firstDueOn: '2020-12-03',
      revision: 3,
      nextActionOn: '2020-11-24',
      settledThrough: { owner: null, manager: null, chair: null },
    });
    expect(revision).toMatchObject({
      how: 'meeting',
      why: 'Learning board no longer meets on 3 December 2020; it meets on 4 March 2021',
      before: { dueOn: '2020-12-03', lateAfterOn: '2020-12-03' },
      after: { dueOn: '2021-03-04' },
    });
  });

  test('has no date where no meeting is left, and the owner is asked for one; a meeting then dates it again', () => {
    const { deadline, revision } = dated(dueThen, board('2020-11-20'))!;
    expect(deadline).toMatchObject({
      dueOn: null,
      lateAfterOn: null,
      moved: 1,
      firstDueOn: '2020-12-03',
      awaits: { boardId: 'learning' },
      working: ['No meeting of Learning board is entered after 20 November 2020'],
    });
    expect(revision.why).toBe(
      'Learning board no longer meets on 3 December 2020; it has no other meeting entered',
    );
    expect(standingOfDeadline(deadline, moving.today)).toBe('no-date');
    expect(nextStage(deadline, 'owner', calendar)).toMatchObject({ key: 'review+28', on: '2020-12-18' });
    expect(dated(deadline, board('2020-12-10'))!.deadline).toMatchObject({ dueOn: '2020-12-10', moved: 1 });
  });

  test('is due earlier where an earlier meeting is entered', () => {
    const { deadline, revision } = dated(dueThen, board('2020-11-26', '2020-12-03'))!;
    expect(deadline).toMatchObject({ dueOn: '2020-11-26', moved: 1, firstDueOn: '2020-12-03' });
    expect(revision.why).toBe('Learning board meets on 26 November 2020');
  });

  test('no longer follows the board once somebody has decided on another date', () => {
    const input = rePlanInput.parse({ dueOn: '2021-01-29', why: 'The trial.', decidedBy: 'Kim Lee' });
    const { deadline } = allowed(rePlan(dueThen, input, moving.today));
    expect(dated(deadline, board('2021-03-04'))).toBeUndefined();
  });
});

test('whatever meetings are entered and taken back, in whatever order, the date is the next of those that are left', () => {
  const days = fc.uniqueArray(
    fc.integer({ min: -30, max: 300 }).map((n) => addDays(asDay('2020-11-20'), n)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 6 }), (changes) => {
      let promised = waiting;
      const kept: (string | null)[] = [];
      for (const meetings of changes) {
        const change = dated(promised, board(...meetings.toSorted()));
        if (change) kept.push(change.revision.before.dueOn);
        promised = change?.deadline ?? promised;
        const next = meetings.toSorted().find((on) => on > '2020-11-20') ?? null;
        expect([promised.dueOn, promised.lateAfterOn]).toEqual([next, next]);
        expect(promised.moved).toBe(kept.filter((on) => on !== null).length);
      }
    }),
    RUNS,
  );
});
