import { describe, expect, test } from 'vitest';
import { bankHolidaysFrom } from '../../../shared/domain/bank-holidays.ts';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import type { Deadline, Role } from '../../../shared/domain/deadline.ts';
import { defaultStagePlan } from '../../../shared/domain/stage-plan.ts';
import { dueStage, isEverTold, nextStage } from '../../../shared/domain/stages.ts';
import {
  calendar,
  dutyBy,
  inFourToSixMonths,
  promisedDuty,
  respondedOn,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const d = asDay;
const window = promisedDuty(inFourToSixMonths);
const byFebruary = promisedDuty(withinThreeMonths);

const told = (deadline: Deadline, through: string): Deadline => ({
  ...deadline,
  settledThrough: { owner: d(through), manager: d(through), chair: d(through) },
});

function due(deadline: Deadline, today: string, role: Role = 'owner') {
  const found = dueStage(deadline, role, d(today), calendar);
  return found && [found.stage.key, found.coalesced.map(({ key }) => key), found.late ? 'late' : 'in time'];
}

describe('a stage is due from the working day of its mail until it is settled', () => {
  test.each([
    ['2021-04-21', undefined],
    ['2021-04-22', ['-28', [], 'in time']],
    ['2021-04-23', ['-28', [], 'late']],
  ])('28 days before 20 May, on %s: %j', (today, expected) => {
    expect(due(told(window, '2021-03-20'), today)).toEqual(expected);
  });

  test('once settled it is not due again, however often the night is run', () => {
    expect(due(told(window, '2021-04-22'), '2021-04-22')).toBeUndefined();
    expect(due(told(window, '2021-04-22'), '2021-05-12')).toBeUndefined();
    expect(due(told(window, '2021-04-21'), '2021-04-22')).toEqual(['-28', [], 'in time']);
  });
});

describe('missed nights', () => {
  test('the latest stage is mailed and the older ones are settled with it', () => {
    expect(due(window, '2021-05-18')).toEqual(['-7', ['opens', '-28'], 'late']);
    expect(due(window, '2021-05-19')).toEqual(['-1', ['opens', '-28', '-7'], 'late']);
    expect(due(window, '2021-05-20')).toEqual(['-1', ['opens', '-28', '-7'], 'late']);
    expect(due(window, '2021-05-21')).toEqual(['+1', ['opens', '-28', '-7', '-1'], 'late']);
  });

  test('a stage whose day was a weekend is not late on the Monday and late on the Tuesday', () => {
    expect(due(window, '2021-03-19')).toBeUndefined();
    expect(due(window, '2021-03-20')).toBeUndefined();
    expect(due(window, '2021-03-22')).toEqual(['opens', [], 'in time']);
    expect(due(window, '2021-03-23')).toEqual(['opens', [], 'late']);
  });

  test('a reminder mailed on the Friday before its weekend day is late on the Monday after', () => {
    const deadline = told(byFebruary, '2021-01-23');
    expect(due(deadline, '2021-02-12')).toEqual(['-7', [], 'in time']);
    expect(due(deadline, '2021-02-15')).toEqual(['-7', [], 'late']);
  });

  test('over Easter: Good Friday’s notice is in time on the Tuesday, late on the Wednesday', () => {
    const deadline = told(dutyBy('2021-04-01'), '2021-03-31');
    expect(due(deadline, '2021-04-01')).toBeUndefined();
    expect(due(deadline, '2021-04-05')).toBeUndefined();
    expect(due(deadline, '2021-04-06')).toEqual(['+1', [], 'in time']);
    expect(due(deadline, '2021-04-07')).toEqual(['+1', [], 'late']);
  });
});

describe('missed nights before a hold', () => {
  // Due on 23 November 2020: '-7' on Monday the 16th, '-1' on Friday the 20th.
  const response = told(responseDuty(), '2020-11-09');
  const heldUntil = (until: string): Deadline => ({
    ...response,
    hold: { since: d('2020-11-17'), until: d(until), why: 'The response is being typed.', by: 'Lena Moss' },
  });
  const found = (deadline: Deadline, today: string) => dueStage(deadline, 'owner', d(today), calendar);

  test('make late what the hold came after, though it kept back what came during it', () => {
    expect(found(heldUntil('2020-11-20'), '2020-11-23')).toMatchObject({
      stage: { key: '-1' },
      coalesced: [{ key: '-7' }],
      meantOn: '2020-11-16',
      late: true,
      heldUntil: '2020-11-20',
    });
  });

  test('are told as such alone where the hold kept nothing back', () => {
    expect(found(heldUntil('2020-11-18'), '2020-11-19')).toMatchObject({
      stage: { key: '-7' },
      meantOn: '2020-11-16',
      late: true,
      heldUntil: undefined,
    });
  });
});

describe('quiet days', () => {
  test('what was missed on a Thursday waits over the weekend for Monday', () => {
    const deadline = told(window, '2021-04-22');
    expect(due(deadline, '2021-05-14')).toEqual(['-7', [], 'late']);
    expect(due(deadline, '2021-05-15')).toBeUndefined();
    expect(due(deadline, '2021-05-16')).toBeUndefined();
    expect(due(deadline, '2021-05-17')).toEqual(['-7', [], 'late']);
  });

  test('but goes on a Saturday or Sunday when Monday would be past the due day', () => {
    const dueSunday = told(dutyBy('2021-02-21'), '2021-02-14');
    expect(due(dueSunday, '2021-02-19')).toEqual(['-1', [], 'in time']);
    expect(due(dueSunday, '2021-02-20')).toEqual(['-1', [], 'late']);
    expect(due(dueSunday, '2021-02-21')).toEqual(['-1', [], 'late']);
    const dueMonday = told(dutyBy('2021-02-22'), '2021-02-15');
    expect(due(dueMonday, '2021-02-20')).toBeUndefined();
    expect(due(dueMonday, '2021-02-21')).toBeUndefined();
    expect(due(dueMonday, '2021-02-22')).toEqual(['-1', [], 'late']);
  });

  test('once the due day has passed there is nothing to save, and Sunday is quiet again', () => {
    const dueSaturday = told(byFebruary, '2021-02-13');
    expect(due(dueSaturday, '2021-02-20')).toEqual(['-1', [], 'late']);
    expect(due(dueSaturday, '2021-02-21')).toBeUndefined();
    expect(due(dueSaturday, '2021-02-22')).toEqual(['+1', ['-1'], 'late']);
  });

  test('a response past the law’s last day but not the published one goes on a Saturday only to save the published one', () => {
    const made = { madeOn: d('2021-01-01') };
    const missed = (publishedDueOn: string) =>
      told(responseDuty({ ...made, publishedDueOn: d(publishedDueOn) }), '2021-02-18');
    expect(missed('2021-02-27').dueOn).toBe('2021-02-25');
    expect(due(missed('2021-02-27'), '2021-02-27')).toEqual(['published-1', ['-1'], 'late']);
    expect(due(missed('2021-03-01'), '2021-02-27')).toBeUndefined();
    expect(due(missed('2021-03-26'), '2021-02-27')).toBeUndefined();
  });

  test('an opening missed on a Friday waits for Monday, and so does a notice of lapse', () => {
    const opening = dutyBy('2021-06-30', '2021-03-19');
    expect(due(opening, '2021-03-19')).toEqual(['opens', [], 'in time']);
    expect(due(opening, '2021-03-20')).toBeUndefined();
    expect(due(opening, '2021-03-22')).toEqual(['opens', [], 'late']);
    const lapsed = told(dutyBy('2021-03-18'), '2021-03-17');
    expect(due(lapsed, '2021-03-19')).toEqual(['+1', [], 'in time']);
    expect(due(lapsed, '2021-03-20')).toBeUndefined();
    expect(due(lapsed, '2021-03-22')).toEqual(['+1', [], 'late']);
  });

  test('a review of what is paused waits for Monday, though the day it was due by is that Sunday', () => {
    const paused = { ...responseDuty({ madeOn: d('2020-09-28') }), pausedOn: d('2020-10-23') };
    expect(paused.dueOn).toBe('2020-11-22');
    expect(due(paused, '2020-11-20')).toEqual(['paused+28', [], 'in time']);
    expect(due(paused, '2020-11-21')).toBeUndefined();
    expect(due(paused, '2020-11-23')).toEqual(['paused+28', [], 'late']);
  });

  test('where the bank holidays are not known every day is as good as another', () => {
    const unknown = { ...calendar, holidays: bankHolidaysFrom([]) };
    const lapsed = told(dutyBy('2021-03-19'), '2021-03-18');
    expect(dueStage(lapsed, 'owner', d('2021-03-19'), unknown)).toBeUndefined();
    expect(dueStage(lapsed, 'owner', d('2021-03-20'), unknown)).toMatchObject({
      stage: { key: '+1', mailOn: '2021-03-20' },
      late: false,
    });
    expect(dueStage(lapsed, 'owner', d('2021-03-21'), unknown)).toMatchObject({ late: true });
  });

  test('a notice of lapse is never mailed at a weekend', () => {
    const lapsed = told(byFebruary, '2021-02-21');
    expect(due(lapsed, '2021-02-27')).toBeUndefined();
    expect(due(lapsed, '2021-02-28')).toBeUndefined();
    expect(due(lapsed, '2021-03-01')).toEqual(['+7', [], 'in time']);
  });
});

describe('recorded in the middle of its life', () => {
  const recorded = (on: string) => promisedDuty(withinThreeMonths, respondedOn, d(on));

  test('stages before the day it was recorded are not planned; that of the day itself is', () => {
    expect(nextStage(recorded('2021-01-22'), 'owner', calendar).key).toBe('-28');
    expect(nextStage(recorded('2021-01-23'), 'owner', calendar).key).toBe('-28');
    expect(nextStage(recorded('2021-01-24'), 'owner', calendar).key).toBe('-7');
  });

  test('recorded on the day a mail would have gone: it goes with the next night and is not late', () => {
    expect(due(recorded('2021-01-22'), '2021-01-25')).toEqual(['-28', [], 'in time']);
    expect(due(recorded('2021-01-22'), '2021-01-26')).toEqual(['-28', [], 'late']);
    expect(due(recorded('2021-02-19'), '2021-02-20')).toEqual(['-1', [], 'in time']);
    const inMay = promisedDuty(inFourToSixMonths, respondedOn, d('2021-05-13'));
    expect(due(inMay, '2021-05-13')).toEqual(['-7', [], 'in time']);
    expect(due(inMay, '2021-05-14')).toEqual(['-7', [], 'in time']);
    expect(due(inMay, '2021-05-17')).toEqual(['-7', [], 'late']);
  });

  test('a duty recorded after it lapsed is taken up at its next stage', () => {
    expect(nextStage(recorded('2021-02-21'), 'owner', calendar).key).toBe('+1');
    expect(nextStage(recorded('2021-02-22'), 'owner', calendar).key).toBe('+7');
    expect(nextStage(recorded('2021-04-18'), 'owner', calendar).key).toBe('+84');
  });
});

describe('who hears', () => {
  test.each<[Role, string, string]>([
    ['owner', 'opens', '2021-03-22'],
    ['manager', '+14', '2021-06-03'],
    ['chair', '+56', '2021-07-15'],
  ])('the %s from %s', (role, key, mailOn) => {
    expect(nextStage(window, role, calendar)).toMatchObject({ key, mailOn });
    const dayBefore = addDays(d(mailOn), -1);
    expect(due(window, dayBefore, role)).toBeUndefined();
    expect(due(window, mailOn, role)?.[0]).toBe(key);
  });

  test('of a duty without a date nobody but the owner ever hears: it never gets late', () => {
    expect(isEverTold(undatedDuty(), 'owner')).toBe(true);
    expect(isEverTold(undatedDuty(), 'manager')).toBe(false);
    expect(isEverTold(window, 'chair')).toBe(true);
    expect(due(undatedDuty(), '2020-12-18', 'manager')).toBeUndefined();
    expect(due(undatedDuty(), '2020-12-18')).toEqual(['review+28', [], 'in time']);
  });

  test('a plan that ends is a fault', () => {
    const ends = { ...defaultStagePlan, after: { first: [1], repeats: [] } };
    expect(() =>
      nextStage(told(window, '2021-05-21'), 'owner', { ...calendar, plans: [{ from: null, plan: ends }] }),
    ).toThrow('must not end');
  });
});
