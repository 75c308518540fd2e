import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { defaultStagePlan } from '../../../shared/domain/stage-plan.ts';
import { stagesOf } from '../../../shared/domain/stages.ts';
import { calendar, responseDuty } from './essex.ts';

const keys = (publishedDueOn: string) => {
  const found: string[] = [];
  for (const { key, on } of stagesOf(responseDuty({ publishedDueOn: asDay(publishedDueOn) }), calendar)) {
    found.push(`${key} ${on}`);
    if (key === '+1') return found;
  }
  return found;
};

const before = ['-28 2020-10-26', '-14 2020-11-09', '-7 2020-11-16', '-1 2020-11-22'];

describe('a response asked for by two dates, the law’s last day 23 November 2020', () => {
  test.each([
    ['a day later, none', '2020-11-24', ['+1 2020-11-25']],
    ['two days later, one', '2020-11-25', ['published-1 2020-11-24', '+1 2020-11-26']],
    [
      'seven days later: seven before is the law’s day itself',
      '2020-11-30',
      ['published-1 2020-11-29', '+1 2020-12-01'],
    ],
    ['eight days later', '2020-12-01', ['published-7 2020-11-24', 'published-1 2020-11-30', '+1 2020-12-02']],
    [
      'fourteen days later',
      '2020-12-07',
      ['published-7 2020-11-30', 'published-1 2020-12-06', '+1 2020-12-08'],
    ],
    [
      'the longest seen, 126 days',
      '2021-02-02',
      ['published-14 2021-01-19', 'published-7 2021-01-26', 'published-1 2021-02-01', '+1 2021-02-03'],
    ],
  ])('published %s: nobody is left in silence between', (_, published, after) => {
    expect(keys(published)).toEqual([...before, ...after]);
  });

  test('they come in the order of their days, however a plan lists them', () => {
    const plan = { ...defaultStagePlan, between: [1, 14, 7] };
    const long = responseDuty({ publishedDueOn: asDay('2021-02-02') });
    const found: string[] = [];
    for (const { key } of stagesOf(long, { ...calendar, plans: [{ from: null, plan }] })) {
      if (key === '+1') break;
      found.push(key);
    }
    expect(found.slice(-3)).toEqual(['published-14', 'published-7', 'published-1']);
  });

  test('only the owner is told between the two, however long that is', () => {
    const long = responseDuty({ publishedDueOn: asDay('2021-02-02') });
    for (const { key, told } of stagesOf(long, calendar)) {
      expect(told).toEqual(['owner']);
      if (key === '+7') return;
    }
  });

  test('published earlier, the law’s last day is counted down to in the same way', () => {
    expect(keys('2020-11-02')).toEqual([
      '-28 2020-10-05',
      '-14 2020-10-19',
      '-7 2020-10-26',
      '-1 2020-11-01',
      'law-14 2020-11-09',
      'law-7 2020-11-16',
      'law-1 2020-11-22',
      '+1 2020-11-24',
    ]);
  });
});
