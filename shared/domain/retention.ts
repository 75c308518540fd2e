/**
 * What becomes of a kind of record. 'kept': nothing, as long as the tracker is. 'expires': the table drops it by itself. 'person-removed':
 * when its time is over, what it says of a person is taken out, and the rest is kept.
 */
export type RetentionRule = { why: string } & (
  | { fate: 'kept' }
  | { fate: 'expires'; after: string }
  | { fate: 'person-removed'; years: number; from: string; leaves: string }
);

const kept = (why: string): RetentionRule => ({ fate: 'kept', why });
const expires = (after: string, why: string): RetentionRule => ({ fate: 'expires', after, why });

const learning =
  'The record of what was recommended, promised and done. The IOPC deletes its pages after five years; a force answers for it longer.';
const proof = 'Shows that somebody was reminded, of what, and when. It names a contact by their id alone.';
const made = 'Made from other records, and made anew from them whenever they change.';
const chosen = 'What the organisation chose, and when: what an old mail rests on.';
const decided = 'The history names who decided what by it; staff answer for what they decided.';
const begun = 'Of no use once it is over.';

/**
 * How long each kind of record is kept, and why. A kind without a row here fails the tests.
 *
 * - A contact's details: two years from when they left and were last written to. The yearly inspection may ask who answered for what in the
 *   year before; with a year of slack nobody has reason to write to them. Their id stays, so that the record still adds up.
 * - The words of a mail: six years, in which a claim can be brought (Limitation Act 1980, sections 2 and 5). To whom it went (an id), about
 *   what, when and what became of it stay as long as the record.
 */
export const retentionRules: Readonly<Record<string, RetentionRule>> = {
  case: kept(learning),
  page: kept(learning),
  recommendation: kept(learning),
  response: kept(learning),
  commitment: kept(learning),
  update: kept(learning),
  deadline: kept(learning),
  evidence: kept(learning),
  revision: kept(learning),
  proposal: kept(learning),
  report: kept(learning),
  link: kept(learning),
  board: kept(learning),
  list: kept(learning),
  'list-part': kept('Says line by line what became of a list that was taken in.'),
  tally: kept(learning),
  reminder: kept(proof),
  night: kept(proof),
  exception: kept(proof),
  comparison: kept(proof),
  mail: {
    fate: 'person-removed',
    years: 6,
    from: 'the day it was planned',
    leaves: 'to which contact it went, of what it reminded, when, and what became of it',
    why: 'Proof of what was asked, while a claim can be brought.',
  },
  content: {
    fate: 'person-removed',
    years: 6,
    from: 'the day the mail was planned',
    leaves: 'the subject, which names cases and no person',
    why: 'Proof of what was asked, while a claim can be brought. The words greet a person and name others.',
  },
  contact: {
    fate: 'person-removed',
    years: 2,
    from: 'the day they left or were last written to, whichever is later',
    leaves: 'the id that the records name, and who took over',
    why: 'Somebody may ask who answered for what at the time.',
  },
  event: kept(
    `${learning} What the history of a contact says of the person goes with their details, and the history says so.`,
  ),
  chain: kept('Proves that the history is whole.'),
  reference: kept(made),
  'case-row': kept(made),
  'recommendation-row': kept(made),
  'rows-edition': kept(made),
  'stage-plan': kept(chosen),
  wording: kept(chosen),
  sending: kept(chosen),
  staff: kept(decided),
  'staff-email': kept(decided),
  'staff-subject': kept(decided),
  session: expires('8 hours of staff, 1 hour of an owner', begun),
  'sign-in': expires('10 minutes', begun),
  code: expires('15 minutes', begun),
  once: expires('24 hours', begun),
};

/** For how long, as a person is told. */
export function keptHowLong(rule: RetentionRule): string {
  switch (rule.fate) {
    case 'kept':
      return 'Kept';
    case 'expires':
      return `Expires after ${rule.after}`;
    case 'person-removed':
      return `${rule.years} years from ${rule.from}; then what it says of a person is removed, which leaves ${rule.leaves}`;
  }
}
