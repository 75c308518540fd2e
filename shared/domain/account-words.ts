import { type Account, type Outcome, type Outcomes, outcomes } from './account.ts';
import { type Night, type Skip, skips } from './night.ts';

/** What can be shown of a figure: mails of the run (those that came to one end, or all), who was left out, or mails that wait. */
export type Behind = { mails: Outcome | 'all' } | { left: Exclude<Skip, 'not-yet'> } | { waiting: true };

/** One figure of an account. `look`: where it is not none, somebody has to look into it. `behind`: what it counts, where that can be shown. */
export type Figure = { words: string; count: number; look?: boolean; behind?: Behind };

/** Figures that add up to one ("Reminders due 3: planned 2, …"), and by how much they do not. */
export type Sum = { title: string; count: number; parts: Figure[]; unexplained: number };

/** What is known of a run before it writes anything: all that a dry run can say. */
type Decided = Pick<Night, 'examined' | 'reminded' | 'skipped' | 'failed'>;

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

const sumOf = (title: string, count: number, parts: Figure[]): Sum => ({
  title,
  count,
  parts,
  unexplained: count - total(parts.map((part) => part.count)),
});

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The dates that a run looked at, by what it decided about them. */
export const datesInWords = ({ examined, reminded, skipped, failed }: Decided): Sum =>
  sumOf('Dates looked at', examined, [
    { words: 'with somebody to be reminded', count: reminded, behind: { mails: 'all' } },
    ...Object.entries(skips).map(([skip, words]) => ({
      words: `left: ${lowerFirst(words)}`,
      count: skipped[skip as Skip] ?? 0,
      ...(skip === 'not-yet' ? {} : { look: skip !== 'held', behind: { left: skip as 'held' } }),
    })),
    { words: 'could not be read or planned', count: failed },
  ]);

const remindersInWords = ({ due, reminders, changed, notWritten }: Account): Sum =>
  sumOf('Reminders due', due, [
    { words: 'planned', count: reminders, behind: { mails: 'all' } },
    { words: 'no longer right when they were to be planned', count: changed },
    { words: 'could not be planned; the next run tries again', count: notWritten },
  ]);

const toLookInto: readonly Outcome[] = ['unconfirmed', 'refused', 'bounced', 'needs-person'];

const becameOf = (counts: Outcomes): Figure[] =>
  (Object.keys(outcomes) as Outcome[]).map((outcome) => ({
    words: outcomes[outcome],
    count: counts[outcome] ?? 0,
    look: toLookInto.includes(outcome),
    behind: { mails: outcome },
  }));

const standInsInWords = ({ standIns }: Account): Sum =>
  sumOf('Mails made since in place of these', total(Object.values(standIns)), becameOf(standIns));

const beforeInWords = ({ outstanding }: Account): Sum =>
  sumOf('Mails of earlier runs not yet settled', outstanding.found, [
    { words: 'waiting to be sent', count: outstanding.toHandOver, behind: { waiting: true } },
    { words: 'to be sent again, because nothing was heard of the first', count: outstanding.sentAgain },
    { words: 'being sent, or delivery not yet confirmed', count: outstanding.waiting },
    { words: 'delivery not confirmed within three days', count: outstanding.unconfirmed, look: true },
    { words: 'not known whether it was sent; a person must look', count: outstanding.needHuman, look: true },
    { words: 'settled meanwhile', count: outstanding.settled },
    { words: 'could not be read; the next run tries again', count: outstanding.failed },
  ]);

const toSendInWords = ({ mails, outstanding, handedOver, heldBack, notHandedOver }: Account): Sum =>
  sumOf('Mails to send, these and earlier ones', mails + outstanding.toHandOver + outstanding.sentAgain, [
    { words: 'handed to the sender', count: handedOver },
    {
      words: 'held back for the next run, because the mail service takes only so many a day',
      count: heldBack,
      behind: { waiting: true },
    },
    {
      words: 'could not be handed over; the next run tries again',
      count: notHandedOver,
      behind: { waiting: true },
    },
  ]);

/** An account as sums that a person can check. */
export const accountInWords = (account: Account): Sum[] => [
  datesInWords(account),
  remindersInWords(account),
  sumOf('Mails planned', account.mails, becameOf(account.outcomes)),
  ...[standInsInWords(account)].filter(({ count }) => count > 0),
  beforeInWords(account),
  toSendInWords(account),
];

/**
 * What is said of mails that a run left for want of quota, wherever liaison staff see the run; empty where there are none.
 *
 * @example '2 mails were held back, because the mail service takes only so many a day. The most urgent went first; …'
 */
export const heldBackInWords = ({ heldBack }: Pick<Night, 'heldBack'>): string =>
  heldBack === 0
    ? ''
    : `${heldBack} ${heldBack === 1 ? 'mail was' : 'mails were'} held back, because the mail service takes only so many a day. The most urgent went first; the next run takes up the rest.`;

/** Whether an account explains everything, in a sentence. */
export const explainedInWords = ({ unexplained }: Pick<Account, 'unexplained'>): string =>
  unexplained === 0
    ? 'Every one is accounted for.'
    : `${unexplained} ${unexplained === 1 ? 'is' : 'are'} not accounted for.`;
