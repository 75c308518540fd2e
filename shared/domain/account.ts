import type { Mail, MailState } from './mail.ts';
import { differences, type Night } from './night.ts';
import { isStandIn } from './stand-in.ts';

/** What became of a mail, as people ask it. */
export const outcomes = {
  delivered: 'sent and delivered',
  sent: 'sent, delivery not yet confirmed',
  unconfirmed: 'sent, delivery not confirmed within three days',
  waiting: 'waiting to be sent',
  'not-needed': 'not sent: no longer needed, or passed on to somebody else',
  'kept-back': 'not sent: this tracker was set not to send to that address',
  refused: 'not sent: the mail service refused it',
  bounced: 'not delivered: it came back',
  'needs-person': 'not known whether it was sent: a person must look',
} as const;

export type Outcome = keyof typeof outcomes;

const outcomesByState: Record<MailState, Outcome> = {
  PENDING: 'waiting',
  CLAIMED: 'waiting',
  SENT: 'sent',
  DELIVERED: 'delivered',
  COMPLAINED: 'delivered',
  NO_CONFIRMATION: 'unconfirmed',
  BOUNCED: 'bounced',
  SUPERSEDED: 'not-needed',
  SUPPRESSED: 'kept-back',
  FAILED: 'refused',
  NEEDS_HUMAN: 'needs-person',
};

/** Whether a text names an end that a mail can come to. */
export const isOutcome = (text: string | undefined): text is Outcome =>
  text !== undefined && Object.hasOwn(outcomes, text);

/** What became of one mail. */
export const outcomeOf = ({ state }: Pick<Mail, 'state'>): Outcome => outcomesByState[state];

export type Outcomes = Partial<Record<Outcome, number>>;

/**
 * The account of one run: its statement, what has become of its mails by now, and how much of it all nobody can explain. `standIns` are
 * mails made afterwards from those of the run, for a deputy or for lines whose record is damaged; the run did not plan them.
 */
export type Account = Night & { outcomes: Outcomes; standIns: Outcomes; unexplained: number };

/**
 * @param mails every mail that the register holds of this run
 *
 * `unexplained` adds up what each equation of the statement leaves over, whichever way it errs (one too many here never makes good one
 * missing there), and the mails that are in the register and not in the statement or the other way round. 0 where all is well.
 *
 * @example 3 mails planned on 26 October 2020, of which the register holds 2 → unexplained 1
 */
export function accountOf(night: Night, mails: readonly Mail[]): Account {
  const planned = mails.filter(({ id }) => !isStandIn(id));
  const leftOver = [...Object.values(differences(night)), night.mails - planned.length];
  return {
    ...night,
    outcomes: counted(planned),
    standIns: counted(mails.filter(({ id }) => isStandIn(id))),
    unexplained: leftOver.reduce((sum, difference) => sum + Math.abs(difference), 0),
  };
}

function counted(mails: readonly Mail[]): Outcomes {
  const counts: Outcomes = {};
  for (const mail of mails) counts[outcomeOf(mail)] = (counts[outcomeOf(mail)] ?? 0) + 1;
  return counts;
}
