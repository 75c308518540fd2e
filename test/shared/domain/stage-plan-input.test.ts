import { describe, expect, test } from 'vitest';
import { defaultStagePlan } from '../../../shared/domain/stage-plan.ts';
import { stagePlanInput } from '../../../shared/domain/stage-plan-input.ts';

type Path = readonly (string | number)[];

/** The default plan with one part of it otherwise. */
function otherwise(path: Path, value: unknown): unknown {
  const plan = structuredClone(defaultStagePlan) as never;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>((at, key) => at[key] as never, plan);
  parent[path.at(-1)!] = value;
  return plan;
}

const refusalOf = (path: Path, value: unknown) => {
  const issue = stagePlanInput.safeParse(otherwise(path, value)).error?.issues[0];
  return issue && `${issue.path.join('.')}: ${issue.message}`;
};

describe('a stage plan a person chooses', () => {
  test('the default plan is one', () => {
    expect(stagePlanInput.parse(defaultStagePlan)).toEqual(defaultStagePlan);
  });

  test('its lists are sorted by the tracker: down before, up after', () => {
    expect(stagePlanInput.parse(otherwise(['before', 'response'], [7, 28, 1])).before.response).toEqual([
      28, 7, 1,
    ]);
    expect(stagePlanInput.parse(otherwise(['after', 'first'], [7, 1])).after.first).toEqual([1, 7]);
    const [monthly, weekly] = [
      { from: 56, every: 28 },
      { from: 14, every: 7 },
    ];
    expect(stagePlanInput.parse(otherwise(['after', 'repeats'], [monthly, weekly])).after.repeats).toEqual([
      weekly,
      monthly,
    ]);
  });

  test.each<[string, Path, unknown]>([
    ['365 days before', ['before', 'response'], [365]],
    ['1 day before', ['before', 'response'], [1]],
    ['none before', ['before', 'update'], []],
    ['every 7 days', ['after', 'repeats'], [{ from: 14, every: 7 }]],
    ['every 180 days', ['after', 'repeats'], [{ from: 14, every: 180 }]],
    ['the manager at once', ['joins', 'manager'], 0],
    ['the chair with the manager', ['joins'], { manager: 14, chair: 14 }],
    [
      'less often from the day after the last',
      ['after', 'repeats'],
      [
        { from: 14, every: 14 },
        { from: 15, every: 28 },
      ],
    ],
  ])('may have %s', (_, path, value) => {
    expect(refusalOf(path, value)).toBeUndefined();
  });

  const responses = 'before.response';
  test.each<[string, Path, unknown, string]>([
    [
      '366 days before',
      ['before', 'response'],
      [366],
      `${responses}.0: Each of the days before a response is due must be a whole number of days from 1 to 365`,
    ],
    [
      '0 days before',
      ['before', 'response'],
      [0],
      `${responses}.0: Each of the days before a response is due must be a whole number of days from 1 to 365`,
    ],
    [
      'half a day',
      ['before', 'response'],
      [1.5],
      `${responses}.0: Each of the days before a response is due must be a whole number of days from 1 to 365`,
    ],
    [
      'a word',
      ['before', 'response'],
      ['seven'],
      `${responses}.0: Each of the days before a response is due must be a whole number of days from 1 to 365`,
    ],
    [
      'a day twice',
      ['between'],
      [7, 7],
      'between: Enter each of the days before the later of two dates once',
    ],
    [
      '13 days',
      ['between'],
      Array.from({ length: 13 }, (_, day) => day + 1),
      'between: Enter 12 days or fewer for the days before the later of two dates',
    ],
    ['nothing once it is late', ['after', 'first'], [], 'after.first: Enter at least one of the days late'],
    ['an end', ['after', 'repeats'], [], 'after.repeats: Say how often it goes on: reminders never stop'],
    [
      'three repeats',
      ['after', 'repeats'],
      [20, 40, 60].map((from) => ({ from, every: 14 })),
      'after.repeats: Say how often it goes on twice at most',
    ],
    [
      'a mail every 6 days',
      ['after', 'repeats'],
      [{ from: 14, every: 6 }],
      'after.repeats.0.every: How often it goes on must be a whole number of days from 7 to 180',
    ],
    [
      '181 days of silence',
      ['review', 'repeats'],
      [{ from: 28, every: 181 }],
      'review.repeats.0.every: How often it goes on must be a whole number of days from 7 to 180',
    ],
    [
      'less often before the last',
      ['after', 'repeats'],
      [
        { from: 0, every: 14 },
        { from: 14, every: 28 },
      ],
      'after.repeats.1.from: The day from which it is less often must come after the last of the days late',
    ],
    [
      'the chair before the manager',
      ['joins'],
      { manager: 14, chair: 13 },
      'joins.chair: The chair cannot be written to before the manager',
    ],
    [
      'the manager before it is late',
      ['joins', 'manager'],
      -1,
      'joins.manager: When the manager is written to must be a whole number of days from 0 to 365',
    ],
    [
      'an owner who joins late',
      ['joins'],
      { owner: 3, manager: 14, chair: 56 },
      'joins: There is no field called owner',
    ],
  ])('may not have %s', (_, path, value, expected) => {
    expect(refusalOf(path, value)).toBe(expected);
  });
});
