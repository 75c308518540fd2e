import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { checkResponse, responseInput } from '../../../shared/domain/response.ts';

const typed = { respondedOn: '2020-11-20', acceptance: 'accepted', text: 'We accept this.' };
const read = (more: object) => responseInput.parse({ ...typed, ...more });
const checked = (more: object = {}, today = '2020-12-01') =>
  checkResponse(read(more), asDay('2020-09-29'), asDay(today));

describe('the day of a response', () => {
  test.each([
    ['2020-09-28', 'responded-before-made'],
    ['2020-09-29', undefined],
    ['2020-09-30', undefined],
  ])('to what was made on 29 September 2020, dated %s: %s', (respondedOn, refused) => {
    expect(checked({ respondedOn })?.refused).toBe(refused);
  });

  test.each([
    ['2020-11-19', 'responded-in-the-future'],
    ['2020-11-20', undefined],
    ['2020-11-21', undefined],
  ])('of 20 November 2020, recorded on %s: %s', (today, refused) => {
    expect(checked({}, today)?.refused).toBe(refused);
  });

  test('the refusal says which day it may not precede, and which box is wrong', () => {
    expect(checked({ respondedOn: '2020-09-28' })).toMatchObject({
      message: 'The response date must be on or after 29 September 2020, the day the recommendation was made',
      field: 'respondedOn',
    });
    expect(checked({}, '2020-11-19')).toMatchObject({
      message: 'The response date must be today or in the past',
      field: 'respondedOn',
    });
  });
});

describe('reasons', () => {
  test.each([
    ['not-accepted', undefined, 'reasons-missing'],
    ['not-accepted', '   ', 'reasons-missing'],
    ['not-accepted', 'It is done already.', undefined],
    ['partly-accepted', undefined, undefined],
    ['accepted', undefined, undefined],
  ])('%s with reasons %j: %s', (acceptance, reasons, refused) => {
    expect(checked({ acceptance, reasons })?.refused).toBe(refused);
  });

  test('are asked for at their own box', () => {
    expect(checked({ acceptance: 'not-accepted' })).toMatchObject({
      message: 'Enter the reasons the recommendation was not accepted',
      field: 'reasons',
    });
  });
});

describe('what a person types', () => {
  const messages = (more: object) =>
    responseInput.safeParse({ ...typed, ...more }).error?.issues.map(({ message }) => message);
  const promised = { quote: 'within 3 months', promise: { kind: 'within', latest: 3, unit: 'month' } };

  test('a response may promise nothing, and at most 20 things', () => {
    expect(read({}).commitments).toEqual([]);
    expect(messages({ commitments: Array(20).fill(promised) })).toBeUndefined();
    expect(messages({ commitments: Array(21).fill(promised) })).toEqual(['Enter 20 promises or fewer']);
  });

  test('it says whether the recommendation was accepted; awaiting is no answer', () => {
    expect(messages({ acceptance: 'awaiting' })).toEqual(['Choose whether the recommendation was accepted']);
  });

  test('the day it was made is always asked for', () => {
    expect(messages({ respondedOn: undefined })).toEqual([
      'Enter a date as year, month and day, such as 2020-09-29',
    ]);
  });
});
