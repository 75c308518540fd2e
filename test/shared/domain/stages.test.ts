import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type Stage, stagesOf } from '../../../shared/domain/stages.ts';
import {
  calendar,
  dutyBy,
  inFourToSixMonths,
  promisedDuty,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const d = asDay;

function first(count: number, deadline: Deadline): Stage[] {
  const stages = stagesOf(deadline, calendar);
  return Array.from({ length: count }, () => stages.next().value as Stage);
}

const mails = (count: number, deadline: Deadline) =>
  first(count, deadline).map(({ key, mailOn }) => `${key} ${mailOn}`);

const mailOf = (key: string, deadline: Deadline) => {
  const { on, mailOn } = first(12, deadline).find((stage) => stage.key === key)!;
  return { on, mailOn };
};

describe('the real case', () => {
  test('the window of 20 March to 20 May 2021', () => {
    expect(mails(12, promisedDuty(inFourToSixMonths))).toEqual([
      'opens 2021-03-22',
      '-28 2021-04-22',
      '-7 2021-05-13',
      '-1 2021-05-19',
      '+1 2021-05-21',
      '+7 2021-05-27',
      '+14 2021-06-03',
      '+28 2021-06-17',
      '+42 2021-07-01',
      '+56 2021-07-15',
      '+84 2021-08-12',
      '+112 2021-09-09',
    ]);
  });

  test('the promise of 20 February 2021, a Saturday: it moves no duty, only mail', () => {
    expect(mails(5, promisedDuty(withinThreeMonths))).toEqual([
      '-28 2021-01-22',
      '-7 2021-02-12',
      '-1 2021-02-19',
      '+1 2021-02-22',
      '+7 2021-03-01',
    ]);
    expect(mailOf('+7', promisedDuty(withinThreeMonths)).on).toBe('2021-02-27');
  });

  test('the response counts down to the law’s 23 November and up from the published 24 November', () => {
    expect(first(6, responseDuty()).map(({ key, on }) => `${key} ${on}`)).toEqual([
      '-28 2020-10-26',
      '-14 2020-11-09',
      '-7 2020-11-16',
      '-1 2020-11-22',
      '+1 2020-11-25',
      '+7 2020-12-01',
    ]);
    expect(mailOf('-1', responseDuty()).mailOn).toBe('2020-11-20');
  });

  test('a promise without a date is reviewed after 28 days and then every 90', () => {
    expect(first(4, undatedDuty()).map(({ key, on }) => `${key} ${on}`)).toEqual([
      'review+28 2020-12-18',
      'review+118 2021-03-18',
      'review+208 2021-06-16',
      'review+298 2021-09-14',
    ]);
    expect(mails(1, undatedDuty(d('2020-11-21')))).toEqual(['review+28 2020-12-21']);
  });
});

describe('mail before a deadline moves back to a working day, mail after it moves on', () => {
  test.each([
    ['a Thursday', '2021-02-25', '-7', '2021-02-18', '2021-02-18'],
    ['a Saturday', '2021-02-27', '-7', '2021-02-20', '2021-02-19'],
    ['a Sunday', '2021-02-28', '-7', '2021-02-21', '2021-02-19'],
    ['a Monday', '2021-03-01', '-7', '2021-02-22', '2021-02-22'],
    ['the Thursday before Good Friday', '2021-04-08', '-7', '2021-04-01', '2021-04-01'],
    ['Good Friday', '2021-04-09', '-7', '2021-04-02', '2021-04-01'],
    ['Easter Monday', '2021-04-12', '-7', '2021-04-05', '2021-04-01'],
    ['the Tuesday after Easter', '2021-04-13', '-7', '2021-04-06', '2021-04-06'],
    ['Thursday', '2021-03-31', '+1', '2021-04-01', '2021-04-01'],
    ['Good Friday', '2021-04-01', '+1', '2021-04-02', '2021-04-06'],
    ['Easter Monday', '2021-04-04', '+1', '2021-04-05', '2021-04-06'],
    ['the Tuesday after Easter', '2021-04-05', '+1', '2021-04-06', '2021-04-06'],
  ])('%s: due %s, %s falls on %s and is mailed on %s', (_, dueOn, key, on, mailOn) => {
    expect(mailOf(key, dutyBy(dueOn))).toEqual({ on, mailOn });
  });

  test.each([
    ['2020-12-31', '-7', '2020-12-24', '2020-12-24'],
    ['2021-01-01', '-7', '2020-12-25', '2020-12-24'],
    ['2021-01-04', '-7', '2020-12-28', '2020-12-24'],
    ['2021-01-05', '-7', '2020-12-29', '2020-12-29'],
    ['2020-12-23', '+1', '2020-12-24', '2020-12-24'],
    ['2020-12-24', '+1', '2020-12-25', '2020-12-29'],
    ['2020-12-27', '+1', '2020-12-28', '2020-12-29'],
    ['2020-12-31', '+1', '2021-01-01', '2021-01-04'],
  ])('Christmas 2020: due %s, %s falls on %s and is mailed on %s', (dueOn, key, on, mailOn) => {
    expect(mailOf(key, dutyBy(dueOn, undefined, '2020-09-01'))).toEqual({ on, mailOn });
  });

  test.each([
    ['2021-03-19', '2021-03-19'],
    ['2021-03-20', '2021-03-22'],
    ['2021-03-21', '2021-03-22'],
    ['2021-04-02', '2021-04-06'],
  ])('a window that opens on %s is announced on %s, never early', (opensOn, mailOn) => {
    expect(mailOf('opens', dutyBy('2021-06-30', opensOn)).mailOn).toBe(mailOn);
  });

  test('a reminder moved back over a weekend waits for the opening notice that moved on', () => {
    const opensOnSaturday = dutyBy('2021-03-28', '2021-03-20');
    expect(mailOf('-7', opensOnSaturday)).toEqual({ on: '2021-03-21', mailOn: '2021-03-22' });
    expect(mailOf('opens', opensOnSaturday)).toEqual({ on: '2021-03-20', mailOn: '2021-03-22' });
  });

  test('where the bank holidays are not known, mail goes on the day, a weekend or New Year’s Day included', () => {
    expect(mailOf('-7', dutyBy('2028-12-30')).mailOn).toBe('2028-12-22');
    expect(mailOf('+1', dutyBy('2028-12-31')).mailOn).toBe('2029-01-01');
    expect(mailOf('-7', dutyBy('2029-01-13')).mailOn).toBe('2029-01-06');
  });
});

describe('reminders before the due day', () => {
  const keys = (deadline: Deadline) =>
    first(6, deadline)
      .map(({ key }) => key)
      .filter((key) => !key.startsWith('+'));

  test.each([
    ['2021-01-31', ['-7', '-1']],
    ['2021-02-01', ['-7', '-1']],
    ['2021-02-02', ['-28', '-7', '-1']],
    ['2021-01-11', ['-1']],
    ['2021-01-12', ['-7', '-1']],
    ['2021-01-05', []],
    ['2021-01-06', ['-1']],
    ['2021-01-04', []],
  ])(
    'responded 4 January 2021 and due %s: only those that fall after the day of the response, %j',
    (dueOn, expected) => {
      expect(keys(dutyBy(dueOn))).toEqual(expected);
    },
  );

  test('a window too short for its reminders has them before it opens', () => {
    expect(mails(6, dutyBy('2021-03-26', '2021-03-22'))).toEqual([
      '-28 2021-02-26',
      '-7 2021-03-19',
      'opens 2021-03-22',
      '-1 2021-03-25',
      '+1 2021-03-29',
      '+7 2021-04-06',
    ]);
  });

  test('a window of one Saturday is spoken of before that Saturday', () => {
    const [stage] = first(1, dutyBy('2021-03-20', '2021-03-20'));
    expect(stage).toMatchObject({ key: '-28', mailOn: '2021-02-19' });
  });

  test.each([
    ['2021-03-18', ['opens', '-7', '-1']],
    ['2021-03-19', ['opens', '-1']],
    ['2021-03-20', ['-7', 'opens', '-1']],
  ])(
    'due 26 March and opening %s: what falls on the opening day is left to the opening notice, %j',
    (opensOn, expected) => {
      expect(keys(dutyBy('2021-03-26', opensOn, '2021-03-01'))).toEqual(expected);
    },
  );
});

describe('at the end of the years that are kept', () => {
  test.each([
    ['2999-12-31', '-1'],
    ['2999-12-30', '+1'],
    ['2999-12-24', '+7'],
    ['2999-12-25', '+1'],
  ])('the last stage of a promise due on %s is %s', (dueOn, last) => {
    const stages = [...stagesOf(dutyBy(dueOn), calendar)];
    expect(stages.at(-1)!.key).toBe(last);
  });
});
