import { describe, expect, it } from 'vitest';
import { formOf } from '../../../../functions/web/forms/posted-form.ts';
import { readDate, readOptionalDate } from '../../../../functions/web/forms/typed-date.ts';

const boxes = (day: string, month: string, year: string) =>
  formOf({ 'madeOn-day': day, 'madeOn-month': month, 'madeOn-year': year });

describe('a date in three boxes', () => {
  it('is a day', () => {
    expect(readDate(boxes('29', 'Sep', '2020'), 'madeOn', 'The date')).toEqual({ day: '2020-09-29' });
  });

  it.each([
    ['the year is missing', boxes('29', '9', ''), 'The date must include a year', ['year']],
    ['the day is not real', boxes('30', '2', '2020'), 'The date must be a real date', ['day']],
    ['the month is not real', boxes('1', '13', '2020'), 'The date must be a real date', ['month']],
  ])('marks the box that is wrong when %s', (_, form, message, parts) => {
    expect(readDate(form, 'madeOn', 'The date')).toEqual({ day: undefined, error: { message, parts } });
  });

  it('marks all three when all are empty', () => {
    expect(readDate(boxes('', '', ' '), 'madeOn', 'The date')).toEqual({
      day: undefined,
      error: { message: 'Enter the date' },
    });
  });

  it('may be left out where it is optional, but not in part', () => {
    expect(readOptionalDate(boxes('', ' ', ''), 'madeOn', 'The date')).toEqual({ day: undefined });
    expect(readOptionalDate(boxes('', '9', ''), 'madeOn', 'The date').error?.message).toBe(
      'The date must include a day and year',
    );
  });
});
