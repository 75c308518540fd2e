import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextRuns, startSchedule } from '../../../infra/local/schedule.ts';

const LONDON = 'Europe/London';

describe('the runs an EventBridge Scheduler expression names', () => {
  test('keep to the clock on the wall over the night summer time begins: 06:10 GMT, then 06:10 BST', () => {
    expect(nextRuns('cron(10 6 ? * * *)', LONDON, '2026-03-27T12:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-28T06:10:00.000Z',
      '2026-03-29T05:10:00.000Z',
      '2026-03-30T05:10:00.000Z',
    ]);
  });

  test('keep to the clock on the wall over the night summer time ends', () => {
    expect(nextRuns('cron(10 6 ? * * *)', LONDON, '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
      '2026-10-25T06:10:00.000Z',
      '2026-10-26T06:10:00.000Z',
    ]);
  });

  test('leave out the instant they are asked after and keep the last one', () => {
    const daily = 'cron(10 6 * * ? *)';
    expect(nextRuns(daily, LONDON, '2026-01-05T06:10:00Z', '2026-01-06T06:10:00Z')).toEqual([
      '2026-01-06T06:10:00.000Z',
    ]);
    expect(nextRuns(daily, LONDON, '2026-01-05T06:09:59Z', '2026-01-06T06:09:59Z')).toEqual([
      '2026-01-05T06:10:00.000Z',
    ]);
  });

  test('count the days of the week from 1 = Sunday, as AWS does', () => {
    const sundays = ['2026-01-04T06:10:00.000Z', '2026-01-11T06:10:00.000Z'];
    for (const cron of ['cron(10 6 ? * 1 *)', 'cron(10 6 ? * SUN *)']) {
      expect(nextRuns(cron, LONDON, '2026-01-01T00:00:00Z', '2026-01-12T00:00:00Z')).toEqual(sundays);
    }
    expect(
      nextRuns('cron(0 9 ? * MON-FRI *)', LONDON, '2026-01-02T12:00:00Z', '2026-01-05T12:00:00Z'),
    ).toEqual(['2026-01-05T09:00:00.000Z']);
  });

  test('may name several hours, the last day of a month, and a year', () => {
    expect(
      nextRuns('cron(10 6,10,14 ? * * *)', LONDON, '2026-01-05T00:00:00Z', '2026-01-05T23:59:00Z'),
    ).toHaveLength(3);
    expect(nextRuns('cron(0 9 L * ? *)', LONDON, '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z')).toEqual([
      '2028-02-29T09:00:00.000Z',
    ]);
    expect(nextRuns('cron(0 9 1 1 ? 2027)', LONDON, '2026-01-01T00:00:00Z', '2029-01-01T00:00:00Z')).toEqual([
      '2027-01-01T09:00:00.000Z',
    ]);
  });

  test.each(['rate(1 day)', '10 6 * * *', 'cron(10 6 * * *)'])('%s is not one', (text) => {
    expect(() => nextRuns(text, LONDON, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')).toThrow(
      'is not a schedule',
    );
  });
});

describe('the local schedule', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-01-05T06:00:00.400Z') }));
  afterEach(() => vi.useRealTimers());

  test('fires each run once with the instant it was due, and goes on after a run that failed', async () => {
    const fired: string[][] = [];
    const warnings: string[] = [];
    const schedule = startSchedule({
      crons: [{ name: 'nightly', cron: 'cron(10 6,10 ? * * *)', timezone: LONDON }],
      fire: async (name, scheduledAt) => {
        fired.push([name, scheduledAt]);
        if (fired.length === 1) throw new Error('no database');
      },
      warn: (sentence) => warnings.push(sentence),
    });

    await vi.advanceTimersByTimeAsync(5 * 60 * 60 * 1000);
    expect(fired).toEqual([
      ['nightly', '2026-01-05T06:10:00.000Z'],
      ['nightly', '2026-01-05T10:10:00.000Z'],
    ]);
    expect(warnings).toEqual([
      'The scheduled run nightly of 2026-01-05T06:10:00.000Z failed: Error: no database',
    ]);

    schedule.stop();
    await vi.advanceTimersByTimeAsync(24 * 60 * 60 * 1000);
    expect(fired).toHaveLength(2);
  });

  test('names the instant a run was due also when the computer was asleep at the time', async () => {
    const fired: string[] = [];
    const schedule = startSchedule({
      crons: [{ name: 'nightly', cron: 'cron(10 6 ? * * *)', timezone: LONDON }],
      fire: (_, scheduledAt) => void fired.push(scheduledAt),
    });
    vi.setSystemTime(new Date('2026-01-05T07:45:12Z'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fired).toEqual(['2026-01-05T06:10:00.000Z']);
    schedule.stop();
  });
});
