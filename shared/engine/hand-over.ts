import type { Day } from '../domain/day.ts';
import type { Mail } from '../domain/mail.ts';
import type { Night } from '../domain/night.ts';
import { leftOf, type Quota } from '../domain/quota.ts';
import { byUrgency } from '../domain/urgency.ts';
import { type Log, reasonOf } from '../runtime/log.ts';
import type { MailQueue } from '../runtime/mail-queue.ts';

export type HandOverDeps = { queue: MailQueue; log: Log; readQuota(): Promise<Quota> };

/** Where the mails to be sent went, as the statement counts them. */
export type HandedOver = Pick<Night, 'handedOver' | 'heldBack' | 'notHandedOver'>;

/**
 * Hands mails to the sender, the most urgent first, and no more than the mail service will take today. The rest stays PENDING, where the
 * next run finds it. Last and beside the count go those with which the sender could do nothing when it last looked: only it can tell that
 * this is over, and until it is they take no place from a mail that can leave. Where the queue fails some of the mails may have reached it: handed over again by the next run, they are sent once.
 */
export async function handOver(deps: HandOverDeps, mails: Mail[], today: Day): Promise<HandedOver> {
  const { queue, log } = deps;
  const mostUrgentFirst = mails.toSorted(byUrgency(today));
  const canLeave = mostUrgentFirst.filter(({ cannotLeave }) => !cannotLeave);
  const leaving = canLeave.slice(0, await room(deps, canLeave.length));
  const heldBack = canLeave.length - leaving.length;
  const now = [...leaving, ...mostUrgentFirst.filter(({ cannotLeave }) => cannotLeave)];
  if (heldBack > 0)
    log.warn('Mails were left for a later run: the quota of the day is used up', { count: heldBack });
  try {
    await queue.enqueue(now.map(({ id }) => id));
    return { handedOver: now.length, heldBack, notHandedOver: 0 };
  } catch (error) {
    log.error('Mails could not be handed to the sender; the next run will', {
      count: now.length,
      reason: reasonOf(error),
    });
    return { handedOver: 0, heldBack, notHandedOver: now.length };
  }
}

// Without a word on the quota everything is handed over: what is too much the mail service does not take, and the mail waits as well.
async function room({ readQuota, log }: HandOverDeps, wanted: number): Promise<number> {
  if (wanted === 0) return 0;
  try {
    return leftOf(await readQuota());
  } catch (error) {
    log.warn('The quota of the mail service could not be read, so no mail is held back', {
      reason: reasonOf(error),
    });
    return wanted;
  }
}
