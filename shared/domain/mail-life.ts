import { asInstant, type Instant, minutesBetween } from './london.ts';
import type { Mail, MailState } from './mail.ts';

/** What the mail service reports of a mail. 'bounced' is for good; 'not-delivered' is a mail it gave up on, by no fault of the address. */
export type Report = 'sent' | 'delivered' | 'bounced' | 'not-delivered' | 'complained' | 'rejected';

const becomes: Record<Report, MailState> = {
  sent: 'SENT',
  delivered: 'DELIVERED',
  bounced: 'BOUNCED',
  'not-delivered': 'BOUNCED',
  complained: 'COMPLAINED',
  rejected: 'FAILED',
};

// How much a state knows. Reports come in any order and more than once; one that knows no more than the mail's own state changes nothing.
const certainty: Record<MailState, number> = {
  PENDING: 0,
  CLAIMED: 1,
  NEEDS_HUMAN: 2,
  // Evidence that an earlier sending of it left is the truer.
  SUPPRESSED: 2,
  SENT: 3,
  NO_CONFIRMATION: 4,
  DELIVERED: 5,
  FAILED: 6,
  BOUNCED: 6,
  COMPLAINED: 7,
  SUPERSEDED: 8,
};

/**
 * The mail after a report, or undefined where the report says nothing new. Forward only: "sent" after "delivered" changes nothing, a
 * bounce after "delivered" does. A mail that waits to be sent again and turns out to have left the first time is not sent again.
 *
 * @example CLAIMED + 'sent' → SENT; DELIVERED + 'sent' → undefined; DELIVERED + 'bounced' → BOUNCED
 */
export function afterReport(mail: Mail, report: Report, messageId: string, at: Instant): Mail | undefined {
  const state = becomes[report];
  if (certainty[state] <= certainty[mail.state]) return undefined;
  return { ...mail, state, messageId, settledAt: mail.settledAt ?? at };
}

/**
 * Whether a report that says nothing new of its mail still says something of the address: a bounce for good, or a complaint, of a sending
 * that the mail's own end is not about, because it was sent again or superseded since. Each sending is heard once, so that an event that
 * comes twice never marks again what staff have cleared.
 *
 * @example sent twice; the second is called spam, then the first comes back → true, and when that event comes again → false
 */
export const blamesAddress = (mail: Mail, report: Report, messageId: string): boolean =>
  (report === 'bounced' || report === 'complained') &&
  messageId !== mail.messageId &&
  !mail.heardLate?.includes(messageId);

/** How long a claim may go without word of its mail before the mail is sent again. */
const minutesToEvidence = 60;

/** How long a sent mail may go without word of its delivery: 72 hours. */
const minutesToConfirmation = 72 * 60;

/** A mail is claimed three times at most: once, and twice more as a possible duplicate. */
const mostAttempts = 3;

/** What is to be done about an unsettled mail: hand it to the sender, send it again, leave it to a person, stop waiting for word of it. */
export type Verdict = 'hand-over' | 'send-again' | 'needs-human' | 'unconfirmed' | 'wait';

/**
 * What the sweeper does about a mail. Only the sweeper may decide that a claimed mail is sent again: a redelivered message never does.
 *
 * @example claimed at 06:11, no word of it at 07:10 → 'wait'; at 07:11 → 'send-again'; at the third claim → 'needs-human'
 */
export function verdictOn(mail: Mail, now: Instant): Verdict {
  switch (mail.state) {
    case 'PENDING':
      return 'hand-over';
    case 'CLAIMED':
      if (minutesSince(mail.claimedAt, now) < minutesToEvidence) return 'wait';
      return mail.attempt < mostAttempts ? 'send-again' : 'needs-human';
    case 'SENT':
      return minutesSince(mail.settledAt, now) < minutesToConfirmation ? 'wait' : 'unconfirmed';
    default:
      return 'wait';
  }
}

const minutesSince = (at: string | undefined, now: Instant) => (at ? minutesBetween(asInstant(at), now) : 0);
