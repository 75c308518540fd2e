import { type Quota, waitBefore } from '../../shared/domain/quota.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';

/** `workers`: how many senders run at once. `now` reads a stopwatch in milliseconds that only moves forward. */
export type PaceDeps = {
  readQuota(): Promise<Quota>;
  workers: number;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  log: Log;
};

/** One sender's part of the rate at which mails may leave: a batch begins, each mail takes its turn, and says when it is sent. */
export type Pace = { begin(): Promise<void>; turn(): Promise<void>; sent(): void };

const quotaHolds = 5 * 60_000;

/** The rate of an account that may send least. */
const slowest = 1;

/**
 * Keeps one sender to its share of 80 % of the rate. The quota is read once in five minutes; where it cannot be read, the pace is that of the
 * slowest account. A batch begins as though a mail had just left, because another sender may have ended its own a moment ago.
 */
export function openPace({ readQuota, workers, now, wait, log }: PaceDeps): Pace {
  let perSecond = slowest;
  let readAt = Number.NEGATIVE_INFINITY;
  let lastSentAt = now();
  const read = async () => {
    readAt = now();
    try {
      perSecond = Math.max(slowest, (await readQuota()).perSecond);
    } catch (error) {
      perSecond = slowest;
      log.warn('The rate of the mail service could not be read, so mail leaves slowly', {
        reason: reasonOf(error),
      });
    }
  };
  return {
    async begin() {
      if (now() - readAt >= quotaHolds) await read();
      lastSentAt = now();
    },
    async turn() {
      const milliseconds = waitBefore(lastSentAt, now(), perSecond, workers);
      if (milliseconds > 0) await wait(milliseconds);
    },
    sent() {
      lastSentAt = now();
    },
  };
}
