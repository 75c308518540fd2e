import { expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { nextRunAfter, runsInCron } from '../../../shared/domain/run-times.ts';

test.each([
  ['2020-11-16T06:09:59Z', '2020-11-16', '06:10'],
  ['2020-11-16T06:10:00Z', '2020-11-16', '10:10'],
  ['2020-11-16T14:09:00Z', '2020-11-16', '14:10'],
  ['2020-11-16T14:10:00Z', '2020-11-17', '06:10'],
  ['2020-11-16T23:59:00Z', '2020-11-17', '06:10'],
  ['2020-12-31T20:00:00Z', '2021-01-01', '06:10'],
])('after %s the next run is on %s at %s', (now, on, at) => {
  expect(nextRunAfter(asInstant(now))).toEqual({ on, at });
});

test('in summer the clock on the wall is an hour ahead of UTC', () => {
  expect(nextRunAfter(asInstant('2021-06-16T05:09:00Z'))).toEqual({ on: '2021-06-16', at: '06:10' });
  expect(nextRunAfter(asInstant('2021-06-16T05:10:00Z'))).toEqual({ on: '2021-06-16', at: '10:10' });
  expect(nextRunAfter(asInstant('2021-06-15T23:30:00Z'))).toEqual({ on: '2021-06-16', at: '06:10' });
});

test('is scheduled at those times', () => {
  expect(runsInCron).toEqual({ hour: '6,10,14', minute: '10' });
});
