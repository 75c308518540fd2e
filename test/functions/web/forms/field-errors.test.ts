import { describe, expect, it } from 'vitest';
import { errorsFromRefusal, summaryOf } from '../../../../functions/web/forms/field-errors.ts';
import { refuse } from '../../../../shared/domain/refusal.ts';

const places = [{ name: 'title' }, { name: 'madeOn', date: true as const }];

describe('the summary of what is wrong', () => {
  it('stands in the order of the page, whatever order it was found in', () => {
    const errors = { madeOn: { message: 'Enter the date' }, title: { message: 'Enter the title' } };
    expect(summaryOf(errors, places)).toEqual([
      { message: 'Enter the title', href: '#title' },
      { message: 'Enter the date', href: '#madeOn-day' },
    ]);
  });

  it('leads to the first wrong box of a date', () => {
    const errors = { madeOn: { message: 'Year must include 4 numbers', parts: ['year' as const] } };
    expect(summaryOf(errors, places)[0]!.href).toBe('#madeOn-year');
  });

  it('ends with what belongs to no field of the page, without a link', () => {
    const errors = { '': { message: 'Somebody else changed this' }, title: { message: 'Enter the title' } };
    expect(summaryOf(errors, places).at(-1)).toEqual({ message: 'Somebody else changed this' });
  });

  it('is empty when nothing is wrong', () => {
    expect(summaryOf({}, places)).toEqual([]);
  });
});

describe('a refusal on a form', () => {
  it('stands at its field, or at none', () => {
    expect(errorsFromRefusal(refuse('made-in-the-future', 'Too late', 'madeOn'))).toEqual({
      madeOn: { message: 'Too late' },
    });
    expect(errorsFromRefusal(refuse('changed-meanwhile', 'Changed'))).toEqual({ '': { message: 'Changed' } });
  });
});
