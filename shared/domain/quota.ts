/** What the mail service lets an account send: mails in 24 hours, mails a second, and how many it took in the last 24 hours. */
export type Quota = { perDay: number; perSecond: number; sentToday: number };

/** How many more mails the service will take at this moment; never less than none. */
export const leftOf = ({ perDay, sentToday }: Quota): number => Math.max(0, Math.floor(perDay - sentToday));

/** The share of the rate that is used, so that others who send from the account, and a mail tried again, find room. */
const shareOfRate = 0.8;

const second = 1_000;

/**
 * How long a sender waits before its next mail, in milliseconds, so that all senders together keep to 80 % of the rate. `lastSentAt` and `now`
 * are readings of one stopwatch in milliseconds; where a sender has sent nothing yet, the first is the moment it began.
 *
 * @example 14 a second and two senders: each sends every 179 ms; one that sent 100 ms ago waits 79 ms more
 */
export const waitBefore = (lastSentAt: number, now: number, perSecond: number, workers: number): number =>
  Math.max(0, Math.ceil(lastSentAt + (second * workers) / (perSecond * shareOfRate) - now));
