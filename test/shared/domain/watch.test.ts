import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { troubleInWords, troubleWith } from '../../../shared/domain/watch.ts';

const night = (time: string, more: Partial<Night> = {}): Night => ({
  id: `2020-11-20T${time}:00.000Z-night`,
  plannedOn: asDay('2020-11-20'),
  startedAt: `2020-11-20T${time}:00.000Z`,
  finishedAt: `2020-11-20T${time}:09.000Z`,
  examined: 3,
  reminded: 2,
  mails: 2,
  reminders: 2,
  skipped: { 'not-yet': 1 },
  failed: 0,
  requeued: 0,
  sentAgain: 0,
  needHuman: 0,
  unconfirmed: 0,
  ...more,
});

describe('the runs of a day', () => {
  test.each<[string, Night[], ReturnType<typeof troubleWith>]>([
    ['one that ended and balances', [night('06:10')], undefined],
    ['none', [], 'missing'],
    ['one that did not end', [night('06:10', { finishedAt: undefined })], 'unfinished'],
    [
      'one cut off and one that made it good',
      [night('06:10', { finishedAt: undefined }), night('06:40')],
      undefined,
    ],
    [
      'one that ended and a later one that did not',
      [night('06:10'), night('06:40', { finishedAt: undefined })],
      'unfinished',
    ],
    ['one that leaves a deadline unexplained', [night('06:10', { examined: 4 })], 'unbalanced'],
    ['one that explains a deadline too many', [night('06:10', { examined: 2 })], 'unbalanced'],
    ['one that failed with a deadline', [night('06:10', { examined: 4, failed: 1 })], 'failures'],
    [
      'one unfinished after one unbalanced: the worse is said',
      [night('06:10', { examined: 4 }), night('06:40', { finishedAt: undefined })],
      'unfinished',
    ],
  ])('%s', (_, nights, trouble) => {
    expect(troubleWith(nights)).toBe(trouble);
    expect(troubleWith(nights.toReversed())).toBe(trouble);
  });

  test('trouble is a sentence that says who is let down', () => {
    expect(troubleInWords('missing', asDay('2020-11-20'))).toBe(
      'Friday 20 November 2020: No run has been recorded, so nobody has been reminded.',
    );
  });
});
