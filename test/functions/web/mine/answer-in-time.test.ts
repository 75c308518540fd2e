import { expect, test } from 'vitest';
import { answerInTime } from '../../../../functions/web/mine/answer-in-time.ts';

/** After how many milliseconds an answer comes to work that takes so long. */
async function answeredAfter(takes: number, work: () => void = () => undefined) {
  let now = 50_000;
  const wait = async (milliseconds: number) => {
    now += milliseconds;
  };
  const stopwatch = { now: () => now, wait };
  const answer = await answerInTime(stopwatch, async () => {
    now += takes;
    work();
    return 'answer';
  }).catch(({ message }) => message);
  return { after: now - 50_000, answer };
}

test.each([
  [0, 2_000],
  [1, 2_000],
  [1_999, 2_000],
  [2_000, 2_000],
  [2_001, 4_000],
  [9_500, 10_000],
])('what takes %d ms is answered after %d', async (takes, after) => {
  expect(await answeredAfter(takes)).toEqual({ after, answer: 'answer' });
});

test('a fault is answered no sooner', async () => {
  const failing = () => {
    throw new Error('fault');
  };
  expect(await answeredAfter(300, failing)).toEqual({ after: 2_000, answer: 'fault' });
});
