import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Instant } from '../../shared/domain/london.ts';
import { writeDurably } from './durable-file.ts';
import { StartError } from './start-error.ts';

export type Move = { ok: true; now: Instant } | { ok: false; sentence: string };

export type LocalClock = {
  /** The instant everything in this run goes by. */
  now(): Instant;
  readonly isSimulated: boolean;
  moveTo(instant: string): Move;
  reset(): Move;
  /** Begins anywhere, also in the past: only for a tracker in which nothing has been recorded yet. */
  startAt(instant: Instant): void;
};

const State = z.object({ simulatedAt: z.iso.datetime().nullable() });
const Written = z.iso.datetime({ offset: true });

/**
 * The clock of a local run: real time until it is moved, then still at the chosen instant until it is moved again,
 * so that a demonstration shows the same thing each time. The instant is on the disk before anybody sees it, so a
 * restart goes on from there.
 *
 * It only ever goes forward: reminders that were sent cannot be unsent. That holds for `reset` too: it goes back
 * to real time only once real time has reached the simulated instant (the same instant counts as reached). Clock
 * at 2026-03-03T06:10:00Z: `reset` is refused at 06:09:59 that day and works from 06:10:00. To start again
 * earlier, start with an empty data folder.
 */
export function openClock({ file, now = Date.now }: { file: string | null; now?: () => number }): LocalClock {
  const realNow = (): Instant => new Date(now()).toISOString() as Instant;
  let simulatedAt = file === null ? null : readState(file);
  const shown = (): Instant => simulatedAt ?? realNow();

  const change = (to: Instant | null): Move => {
    if (file !== null) writeDurably(file, JSON.stringify({ simulatedAt: to }));
    simulatedAt = to;
    return { ok: true, now: shown() };
  };

  return {
    now: shown,
    get isSimulated() {
      return simulatedAt !== null;
    },
    moveTo(text) {
      if (!Written.safeParse(text).success)
        return refusal(`"${text}" is not a date and time such as 2026-03-03T06:10:00Z.`);
      const to = new Date(text).toISOString() as Instant;
      return to < shown() ? refusal(`The clock shows ${shown()} ${ONLY_FORWARD}`) : change(to);
    },
    reset() {
      if (simulatedAt === null) return { ok: true, now: realNow() };
      return realNow() < simulatedAt
        ? refusal(`The clock shows ${simulatedAt}, ${STILL_TO_COME}`)
        : change(null);
    },
    startAt: (instant) => void change(instant),
  };
}

const refusal = (sentence: string): Move => ({ ok: false, sentence });
const ONLY_FORWARD = 'and can only be moved forward: reminders already sent cannot be unsent.';
const STILL_TO_COME =
  'which is still to come: it can go back to real time from then on. To start again now, start with an empty data folder.';

function readState(file: string): Instant | null {
  if (!existsSync(file)) return null;
  try {
    return State.parse(JSON.parse(readFileSync(file, 'utf8'))).simulatedAt as Instant | null;
  } catch {
    throw new StartError(
      `The clock's file ${file} cannot be read. Put a copy of it back, or delete it to go on in real time.`,
    );
  }
}
