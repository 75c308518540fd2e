import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromSource } from '../../../infra/local/functions.ts';
import { localNights } from '../../../infra/local/nights.ts';
import { type LocalTracker, startTracker } from '../../../infra/local/tracker.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { guarded } from '../../../shared/runtime/guarded.ts';
import { openLog } from '../../../shared/runtime/log.ts';

let tracker: LocalTracker;
let written: string[];
beforeEach(async () => {
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'INFO');
  written = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  tracker = await startTracker({
    folder: null,
    serviceUrl: 'http://127.0.0.1:3000',
    functions: async () => ({
      ...(await fromSource()),
      wireWatchdog: () => guarded(openLog('watchdog'), missing),
    }),
  });
  tracker.clock.startAt(asInstant('2020-09-28T09:00:00.000Z'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await tracker.stop();
});

const missing = async () => {
  throw new Error('The run of the day is missing');
};

describe('a look at the day that finds something wrong', () => {
  test('is told of in the log once, and the days go on', async () => {
    expect(await localNights(tracker).moveTo(asDay('2020-09-29'))).toBeUndefined();
    const lines = written.flatMap((text) => text.split('\n')).filter((line) => line.includes('is missing'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'ERROR', service: 'watchdog', reason: 'Error: The run of the day is missing' },
    ]);
    expect(tracker.clock.now()).toBe('2020-09-29T09:00:00.000Z');
  });
});
