import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { compareItems } from '../../../shared/mail/urgency.ts';
import { dutyBy, responseDuty, undatedDuty } from '../domain/essex.ts';
import { itemFor } from './letters.ts';

const today = asDay('2021-03-22');
const compare = (a: ReturnType<typeof dutyBy>, b: ReturnType<typeof dutyBy>) =>
  Math.sign(compareItems(itemFor(a), itemFor(b), today));

const inOrder = [
  responseDuty(),
  dutyBy('2021-03-01'),
  dutyBy('2021-03-21'),
  responseDuty({ madeOn: asDay('2021-02-01'), publishedDueOn: undefined }),
  dutyBy('2021-03-22'),
  dutyBy('2021-04-05'),
  dutyBy('2021-04-30', '2021-03-22'),
  undatedDuty(),
  dutyBy('2021-04-06'),
];

describe('the most urgent comes first', () => {
  test.each(inOrder.slice(1).map((deadline, index) => [inOrder[index]!, deadline]))(
    'pair %#',
    (first, second) => {
      expect(compare(first, second)).toBe(-1);
      expect(compare(second, first)).toBe(1);
    },
  );

  test('on one day the lower number comes first, 2 before 10', () => {
    const numbered = (n: number) => ({ ...dutyBy('2021-04-01'), id: `2019-127918.${n}.update-1` });
    expect(compare(numbered(2), numbered(10))).toBe(-1);
    expect(compare(numbered(10), numbered(2))).toBe(1);
    expect(compare(numbered(2), numbered(2))).toBe(0);
  });
});
