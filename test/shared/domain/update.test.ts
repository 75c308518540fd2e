import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { checkUpdate, updateInput } from '../../../shared/domain/update.ts';
import { promisedDuty, withinThreeMonths } from './essex.ts';

const promised = promisedDuty(withinThreeMonths);
const checked = (receivedOn: string, today = '2021-03-01') =>
  checkUpdate(updateInput.parse({ receivedOn, text: 'Done.' }), promised, asDay(today));

describe('the day of an update', () => {
  test.each([
    ['2020-11-19', 'received-before-response'],
    ['2020-11-20', undefined],
    ['2020-11-21', undefined],
  ])('on a promise of 20 November 2020, dated %s: %s', (receivedOn, refused) => {
    expect(checked(receivedOn)?.refused).toBe(refused);
  });

  test.each([
    ['2021-02-14', 'received-in-the-future'],
    ['2021-02-15', undefined],
    ['2021-02-16', undefined],
  ])('of 15 February 2021, recorded on %s: %s', (today, refused) => {
    expect(checked('2021-02-15', today)?.refused).toBe(refused);
  });

  test('early, on the day and late are all updates', () => {
    for (const day of ['2020-12-01', '2021-02-20', '2021-02-21']) expect(checked(day)).toBeUndefined();
  });

  test('before the update that promised it is refused in its words', () => {
    const next = { ...promised, madeIn: 'update', anchorOn: asDay('2021-02-15') } as const;
    expect(
      checkUpdate({ receivedOn: asDay('2021-02-14'), text: 'Done.' }, next, asDay('2021-03-01')),
    ).toMatchObject({
      message:
        'The update must be dated on or after 15 February 2021, the day of the update that promised it',
    });
    expect(
      checkUpdate({ receivedOn: asDay('2021-02-15'), text: 'Done.' }, next, asDay('2021-03-01')),
    ).toBeUndefined();
  });

  test('the refusal names the day of the response and the box that is wrong', () => {
    expect(checked('2020-11-19')).toMatchObject({
      message: 'The update must be dated on or after 20 November 2020, the day of the response',
      field: 'receivedOn',
    });
    expect(checked('2021-02-15', '2021-02-14')).toMatchObject({
      message: 'The update must be dated today or in the past',
      field: 'receivedOn',
    });
  });
});

test('an update says something', () => {
  expect(updateInput.safeParse({ receivedOn: '2021-02-15', text: ' ' }).error?.issues[0]?.message).toBe(
    'Enter what the update says',
  );
});
