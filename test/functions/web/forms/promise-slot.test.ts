import { describe, expect, it } from 'vitest';
import { formOf } from '../../../../functions/web/forms/posted-form.ts';
import { readSlot, slotFieldOf, slotFields } from '../../../../functions/web/forms/promise-slot.ts';

const within = (latest: string) =>
  readSlot(
    formOf({
      'promise-1-quote': 'within 3 months',
      'promise-1-kind': 'within',
      'promise-1-within-latest': latest,
      'promise-1-within-unit': 'month',
    }),
    1,
  );

describe('one promise on the form', () => {
  it.each([
    ['nothing was typed', {}],
    ['only spaces were', { 'promise-1-quote': '  \r\n' }],
    ['it is said that there is none', { 'promise-1-kind': 'nothing' }],
  ])('is none when %s', (_, typed) => {
    expect(readSlot(formOf(typed), 1)).toBeUndefined();
  });

  it.each([
    ['words without a kind', { 'promise-1-quote': 'soon' }],
    ['a kind without words', { 'promise-1-kind': 'none' }],
    ['words said to be no promise', { 'promise-1-quote': 'soon', 'promise-1-kind': 'nothing' }],
  ])('is one to be checked when there are %s', (_, typed) => {
    expect(readSlot(formOf(typed), 1)).toBeDefined();
  });

  it('takes its own boxes and leaves those of other answers', () => {
    const typed = { 'promise-1-kind': 'none', 'promise-1-within-latest': '3', 'promise-2-quote': 'other' };
    expect(readSlot(formOf(typed), 1)!.candidate).toEqual({ quote: '', promise: { kind: 'none' } });
  });

  it.each([
    ['3', 3],
    [' 3 ', 3],
    ['03', 3],
    ['', undefined],
    ['3.5', undefined],
    ['-3', undefined],
    ['1e3', undefined],
    ['three', undefined],
  ])('reads "%s" as %s', (typed, number) => {
    expect(within(typed)!.candidate.promise.latest).toBe(number);
  });

  it('says which box holds a part of the promise, or the nearest to it', () => {
    const slot = within('3')!;
    expect(slotFieldOf(slot, ['quote'])).toBe('promise-1-quote');
    expect(slotFieldOf(slot, ['promise'])).toBe('promise-1-kind');
    expect(slotFieldOf(slot, ['promise', 'latest'])).toBe('promise-1-within-latest');
    expect(slotFieldOf(slot, ['promise', 'dueOn'])).toBe('promise-1-within-latest');
  });

  it('has no two fields of one name', () => {
    const names = [...slotFields(1), ...slotFields(2)].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
