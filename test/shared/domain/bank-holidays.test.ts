import { describe, expect, test } from 'vitest';
import { bankHolidayOn, bankHolidaysFrom, englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { addDays, asDay, type Day, weekday } from '../../../shared/domain/day.ts';

const d = asDay;
const on = (text: string) => bankHolidayOn(englandAndWales, d(text));
const years = Array.from({ length: 17 }, (_, n) => 2012 + n);

describe('every year is as the rules make it', () => {
  test.each(years)('%i', (year) => {
    const listed = [...englandAndWales.names].filter(([day]) => day.startsWith(`${year}-`));
    const ruled = [...byRule(year)].sort();
    expect(listed.map(([day]) => day)).toEqual(ruled.map(([day]) => day));
    for (const [day, rule] of ruled) expect(bankHolidayOn(englandAndWales, day)).toContain(rule);
  });

  test('the data is in order, without a day twice, and complete from 2012 to 2028', () => {
    const days = [...englandAndWales.names.keys()];
    expect(days).toEqual([...days].sort());
    expect(days).toHaveLength(17 * 8 + 1 + 1 + 1 + 1);
    expect([englandAndWales.firstYear, englandAndWales.lastYear]).toEqual([2012, 2028]);
  });

  test('no bank holiday is on a weekend: it is the substitute day that is listed', () => {
    for (const day of englandAndWales.names.keys()) expect(weekday(day)).not.toMatch(/^S/);
  });

  test('a holiday on a substitute day says so', () => {
    const substitutes = [...englandAndWales.names].filter(([, name]) => name.endsWith('(substitute day)'));
    expect(substitutes.map(([day]) => day)).toEqual([
      ...['2012-01-02', '2015-12-28', '2016-12-27', '2017-01-02', '2020-12-28', '2021-12-27', '2021-12-28'],
      ...['2022-01-03', '2022-12-27', '2023-01-02', '2026-12-28', '2027-12-27', '2027-12-28', '2028-01-03'],
    ]);
  });
});

describe('the day before, the day and the day after', () => {
  test.each([
    ['Good Friday', '2021-04-02', [null, 'Good Friday', null]],
    ['Easter Monday', '2021-04-05', [null, 'Easter Monday', null]],
    ['Christmas Day', '2020-12-25', [null, 'Christmas Day', null]],
    ['Boxing Day moved off a Saturday', '2020-12-28', [null, 'Boxing Day (substitute day)', null]],
    [
      'Christmas Day moved off a Saturday',
      '2021-12-27',
      [null, 'Christmas Day (substitute day)', 'Boxing Day (substitute day)'],
    ],
    [
      'VE day instead of the first Monday in May 2020',
      '2020-05-08',
      [null, 'Early May bank holiday (VE day)', null],
    ],
    ['the first Monday in May 2020', '2020-05-04', [null, null, null]],
    ['the last Monday in May 2022', '2022-05-30', [null, null, null]],
    ['the Platinum Jubilee', '2022-06-03', ['Spring bank holiday', 'Platinum Jubilee bank holiday', null]],
    ['the Diamond Jubilee', '2012-06-05', ['Spring bank holiday', 'Queen’s Diamond Jubilee', null]],
    [
      'the state funeral',
      '2022-09-19',
      [null, 'Bank holiday for the State Funeral of Queen Elizabeth II', null],
    ],
    ['the coronation', '2023-05-08', [null, 'Bank holiday for the coronation of King Charles III', null]],
  ])('%s, %s', (_, text, names) => {
    expect([-1, 0, 1].map((n) => bankHolidayOn(englandAndWales, addDays(d(text), n)))).toEqual(names);
  });
});

test('outside the years of the data the answer is unknown, even for a Christmas Day', () => {
  expect([on('2011-12-31'), on('2012-01-01')]).toEqual(['unknown', null]);
  expect([on('2028-12-31'), on('2029-01-01')]).toEqual([null, 'unknown']);
  expect(on('2029-12-25')).toBe('unknown');
});

test('a calendar is made from rows, and knows the years from the first row to the last', () => {
  const calendar = bankHolidaysFrom([{ day: '2030-12-25', name: 'Christmas Day' }]);
  expect(bankHolidayOn(calendar, d('2030-12-25'))).toBe('Christmas Day');
  expect(bankHolidayOn(calendar, d('2030-12-26'))).toBeNull();
  expect(bankHolidayOn(calendar, d('2029-12-25'))).toBe('unknown');
  expect(() => bankHolidaysFrom([{ day: '2030-02-30', name: 'No such day' }])).toThrow('not a real date');
});

test('every year between the first row and the last counts as complete, in whatever order the rows come', () => {
  const calendar = bankHolidaysFrom([
    { day: '2032-12-27', name: 'Christmas Day (substitute day)' },
    { day: '2030-12-25', name: 'Christmas Day' },
  ]);
  const newYears = ['2029', '2030', '2031', '2032', '2033'].map((year) =>
    bankHolidayOn(calendar, d(`${year}-01-01`)),
  );
  expect(newYears).toEqual(['unknown', null, null, null, 'unknown']);
});

test('a calendar of no rows knows nothing', () => {
  expect(bankHolidayOn(bankHolidaysFrom([]), d('2020-12-25'))).toBe('unknown');
});

/** The bank holidays of a year by the Banking and Financial Dealings Act 1971, common law and the proclamations, not from the data. */
function byRule(year: number): Map<Day, string> {
  const easter = easterSunday(year);
  const found = new Map<Day, string>([
    [addDays(easter, -2), 'Good Friday'],
    [addDays(easter, 1), 'Easter Monday'],
    [{ 2020: d('2020-05-08') }[year] ?? mondayOnOrAfter(d(`${year}-05-01`)), 'Early May'],
    [{ 2012: d('2012-06-04'), 2022: d('2022-06-02') }[year] ?? mondayOnOrAfter(d(`${year}-05-25`)), 'Spring'],
    [mondayOnOrAfter(d(`${year}-08-25`)), 'Summer'],
  ]);
  for (const [day, name] of proclaimed) if (day.startsWith(`${year}-`)) found.set(d(day), name);
  const fixed: [Day, string][] = [
    [d(`${year}-01-01`), 'New Year’s Day'],
    [d(`${year}-12-25`), 'Christmas Day'],
    [d(`${year}-12-26`), 'Boxing Day'],
  ];
  for (const [day, name] of fixed) if (!isWeekend(day)) found.set(day, name);
  for (const [day, name] of fixed)
    if (isWeekend(day)) found.set(nextFree(day, found), `${name} (substitute day)`);
  return found;
}

const proclaimed = [
  ['2012-06-05', 'Diamond Jubilee'],
  ['2022-06-03', 'Platinum Jubilee'],
  ['2022-09-19', 'State Funeral'],
  ['2023-05-08', 'coronation'],
] as const;

/** The Sunday after the full moon on or after 21 March, by the Prayer Book's table for 1900 to 2199. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const age = (19 * golden + 24) % 30;
  const late = age === 29 || (age === 28 && golden > 10) ? 1 : 0;
  let day = addDays(d(`${year}-03-21`), age - late + 1);
  while (weekday(day) !== 'Sunday') day = addDays(day, 1);
  return day;
}

function mondayOnOrAfter(day: Day): Day {
  return weekday(day) === 'Monday' ? day : mondayOnOrAfter(addDays(day, 1));
}

function nextFree(day: Day, taken: Map<Day, string>): Day {
  const next = addDays(day, 1);
  return isWeekend(next) || taken.has(next) ? nextFree(next, taken) : next;
}

function isWeekend(day: Day): boolean {
  return weekday(day).startsWith('S');
}
