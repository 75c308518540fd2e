import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import type { Night } from '../../../shared/domain/night.ts';
import {
  comparedSince,
  isDueOut,
  isLedgerForgotten,
  judgedDay,
  troubleInWords,
  troubleWith,
} from '../../../shared/domain/watch.ts';
import { sampleNight } from '../../support/sample-records.ts';

const night = (time: string, more: Partial<Night> = {}): Night => ({
  ...sampleNight(),
  id: `2020-11-20T${time}:00.000Z-night`,
  plannedOn: asDay('2020-11-20'),
  startedAt: `2020-11-20T${time}:00.000Z`,
  finishedAt: `2020-11-20T${time}:09.000Z`,
  examined: 3,
  reminded: 2,
  due: 2,
  mails: 2,
  reminders: 2,
  handedOver: 2,
  skipped: { 'not-yet': 1 },
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
    expect(troubleWith(nights, 0)).toBe(trouble);
    expect(troubleWith(nights.toReversed(), 0)).toBe(trouble);
  });

  test('whose mails have not left are trouble, though less than a run that did not end', () => {
    expect(troubleWith([night('06:10')], 1)).toBe('not-sent');
    expect(troubleWith([night('06:10', { examined: 4 })], 1)).toBe('not-sent');
    expect(troubleWith([night('06:10', { finishedAt: undefined })], 1)).toBe('unfinished');
  });

  test.each(['heldBack', 'notHandedOver'] as const)(
    'of which the last left mails behind (%s) are trouble, also where the mails are of earlier days',
    (left) => {
      const keeping = night('06:10', {
        outstanding: { ...sampleNight().outstanding, found: 1, toHandOver: 1 },
        [left]: 1,
      });
      expect(troubleWith([keeping], 0)).toBe('not-sent');
      expect(troubleWith([night('10:10'), keeping], 0)).toBeUndefined();
      expect(troubleWith([keeping, night('05:00')], 0)).toBe('not-sent');
    },
  );

  test('are in trouble where any of them was, though another was not', () => {
    const [good, unbalanced] = [night('10:10'), night('06:10', { examined: 4 })];
    expect(troubleWith([good, unbalanced], 0)).toBe('unbalanced');
    expect(troubleWith([good, night('06:10', { examined: 4, failed: 1 })], 0)).toBe('failures');
  });

  test('are in trouble for every mail that waits, wherever it is counted', () => {
    const keeping = (of: Partial<Night>) =>
      night('06:10', { outstanding: { ...sampleNight().outstanding, found: 2, toHandOver: 2 }, ...of });
    expect(troubleWith([keeping({ heldBack: 1, notHandedOver: 1 })], 0)).toBe('not-sent');
    expect(troubleWith([keeping({ heldBack: 2 })], 2)).toBe('not-sent');
  });

  test('give their mails an hour from their end', () => {
    const ended = night('06:10', { finishedAt: '2020-11-20T06:20:00.000Z' });
    expect(isDueOut(ended, asInstant('2020-11-20T07:20:59Z'))).toBe(false);
    expect(isDueOut(ended, asInstant('2020-11-20T07:21:00Z'))).toBe(true);
    expect(isDueOut(night('06:10', { finishedAt: undefined }), asInstant('2020-11-20T07:11:00Z'))).toBe(true);
  });

  test('trouble is a sentence that says who is let down', () => {
    expect(troubleInWords('missing', asDay('2020-11-20'))).toBe(
      'Friday 20 November 2020: No run has been recorded, so nobody has been reminded.',
    );
  });
});

describe('the day that is judged', () => {
  test.each([
    ['in winter, a minute before eight: yesterday', '2020-11-20T07:59:59Z', '2020-11-19'],
    ['in winter, at eight: today', '2020-11-20T08:00:00Z', '2020-11-20'],
    ['in summer, a minute before eight: yesterday', '2020-07-20T06:59:59Z', '2020-07-19'],
    ['in summer, at eight: today', '2020-07-20T07:00:00Z', '2020-07-20'],
    ['in summer, in the first hour of a London day: the day before it', '2020-07-19T23:30:00Z', '2020-07-19'],
  ])('%s', (_, now, day) => {
    expect(judgedDay(asInstant(now), [])).toBe(day);
  });

  test('is today from the end of its first run on, and not from its beginning', () => {
    const early = asInstant('2020-11-20T06:30:00Z');
    expect(judgedDay(early, [night('06:10')])).toBe('2020-11-20');
    expect(judgedDay(early, [night('06:10', { finishedAt: undefined })])).toBe('2020-11-19');
  });
});

describe('the weekly look at the ledger', () => {
  test.each([
    ['on the Monday it was compared', '2020-11-02', false],
    ['on the next, which is missed', '2020-11-09', false],
    ['on the Tuesday after that', '2020-11-10', true],
  ])('of Monday 2 November 2020 is too long ago %s: %s %s', (_, today, forgotten) => {
    expect(isLedgerForgotten(asInstant('2020-11-02T07:10:00Z'), false, asDay(today))).toBe(forgotten);
    expect(comparedSince(asDay(today)) > asDay('2020-11-02')).toBe(forgotten);
  });

  test('is counted by the London day on which it was', () => {
    const pastMidnight = asInstant('2021-06-30T23:15:00Z');
    expect(isLedgerForgotten(pastMidnight, false, asDay('2021-07-08'))).toBe(false);
    expect(isLedgerForgotten(pastMidnight, false, asDay('2021-07-09'))).toBe(true);
  });

  test('that never was is forgotten unless the tracker is new', () => {
    expect(isLedgerForgotten(undefined, true, asDay('2020-11-10'))).toBe(false);
    expect(isLedgerForgotten(undefined, false, asDay('2020-11-10'))).toBe(true);
  });
});
