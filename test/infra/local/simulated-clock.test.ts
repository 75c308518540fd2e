import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openClock } from '../../../infra/local/simulated-clock.ts';
import { StartError } from '../../../infra/local/start-error.ts';
import { asInstant } from '../../../shared/domain/london.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-clock-'));
  file = join(folder, 'clock.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (instant: string) => () => Date.parse(instant);

describe('the clock of a local run', () => {
  test('shows real time until it is moved', () => {
    let real = Date.parse('2020-11-20T09:00:00Z');
    const clock = openClock({ file, now: () => real });
    expect([clock.now(), clock.isSimulated]).toEqual(['2020-11-20T09:00:00.000Z', false]);
    real += 1_000;
    expect(clock.now()).toBe('2020-11-20T09:00:01.000Z');
  });

  test('stands still where it was moved to, however much real time passes', () => {
    let real = Date.parse('2020-11-20T09:00:00Z');
    const clock = openClock({ file, now: () => real });
    expect(clock.moveTo('2021-02-13T06:10:00Z')).toEqual({ ok: true, now: '2021-02-13T06:10:00.000Z' });
    real += 3_600_000;
    expect([clock.now(), clock.isSimulated]).toEqual(['2021-02-13T06:10:00.000Z', true]);
  });

  test('keeps its date over a restart', () => {
    openClock({ file, now: at('2020-11-20T09:00:00Z') }).moveTo('2021-02-13T06:10:00Z');
    const restarted = openClock({ file, now: at('2020-11-21T09:00:00Z') });
    expect([restarted.now(), restarted.isSimulated]).toEqual(['2021-02-13T06:10:00.000Z', true]);
  });

  test('can be moved to the very instant it shows, and not one millisecond earlier', () => {
    const clock = openClock({ file: null, now: at('2020-11-20T09:00:00Z') });
    clock.moveTo('2021-02-13T06:10:00Z');
    expect(clock.moveTo('2021-02-13T06:10:00.000Z').ok).toBe(true);
    expect(clock.moveTo('2021-02-13T06:09:59.999Z')).toEqual({
      ok: false,
      sentence:
        'The clock shows 2021-02-13T06:10:00.000Z and can only be moved forward: reminders already sent cannot be unsent.',
    });
    expect(clock.now()).toBe('2021-02-13T06:10:00.000Z');
  });

  test('cannot be moved to before real time either', () => {
    const clock = openClock({ file: null, now: at('2021-02-13T06:10:00Z') });
    expect(clock.moveTo('2020-11-20T09:00:00Z').ok).toBe(false);
    expect(clock.isSimulated).toBe(false);
  });

  test('compares instants, not their spelling: 06:30 in summer time is 05:30 in UTC', () => {
    const clock = openClock({ file: null, now: at('2021-06-01T05:45:00Z') });
    expect(clock.moveTo('2021-06-01T06:30:00+01:00').ok).toBe(false);
    expect(clock.moveTo('2021-06-01T07:00:00+01:00')).toEqual({ ok: true, now: '2021-06-01T06:00:00.000Z' });
  });

  test.each(['tomorrow', '2021-02-13', '2021-02-30T06:10:00Z'])(
    'refuses %s, which is not an instant',
    (text) => {
      const clock = openClock({ file: null, now: at('2020-11-20T09:00:00Z') });
      expect(clock.moveTo(text)).toMatchObject({ ok: false, sentence: expect.stringContaining(text) });
    },
  );

  test('goes back to real time once that has reached the simulated instant, and not before', () => {
    let real = Date.parse('2026-03-01T00:00:00Z');
    const clock = openClock({ file, now: () => real });
    clock.moveTo('2026-03-03T06:10:00Z');
    real = Date.parse('2026-03-03T06:09:59.999Z');
    expect(clock.reset()).toMatchObject({ ok: false, sentence: expect.stringContaining('still to come') });
    expect(clock.isSimulated).toBe(true);
    real = Date.parse('2026-03-03T06:10:00Z');
    expect(clock.reset()).toEqual({ ok: true, now: '2026-03-03T06:10:00.000Z' });
    expect([clock.isSimulated, openClock({ file, now: () => real }).isSimulated]).toEqual([false, false]);
  });

  test('begins in the past where a sample is loaded, and goes forward from there', () => {
    const clock = openClock({ file, now: at('2026-11-20T09:00:00Z') });
    clock.startAt(asInstant('2020-09-29T08:00:00Z'));
    expect(openClock({ file }).now()).toBe('2020-09-29T08:00:00Z');
    expect(clock.moveTo('2020-09-28T08:00:00Z').ok).toBe(false);
    expect(clock.moveTo('2020-09-30T08:00:00Z').ok).toBe(true);
  });

  test('will not guess the date from a file it cannot read', () => {
    writeFileSync(file, '{"simulatedAt":');
    expect(() => openClock({ file })).toThrow(
      new StartError(
        `The clock's file ${file} cannot be read. Put a copy of it back, or delete it to go on in real time.`,
      ),
    );
    expect(readFileSync(file, 'utf8')).toBe('{"simulatedAt":');
  });
});
