import type { Contact } from './contact.ts';
import { addMonths, type Day, isAfter } from './day.ts';
import type { Mail } from './mail.ts';
import { monthOf } from './months.ts';
import { retentionRules } from './retention.ts';

/** A day so many years after another: the same date, or the last of the month where there is none. */
const yearsAfter = (from: Day, years: number): Day => addMonths(from, 12 * years);

const yearsOf = (kind: 'contact' | 'mail'): number => {
  const rule = retentionRules[kind]!;
  return rule.fate === 'person-removed' ? rule.years : Number.POSITIVE_INFINITY;
};

/**
 * Somebody who has left, as they stand in everything else: when there was last anything with them, if that is known, and what still needs
 * them, which is looked up only where their time is over.
 */
export type LeftContact = { contact: Contact; lastOn: Day | undefined; neededBy: readonly string[] };

/**
 * The day from which the details of somebody who has left may go; undefined where somebody or something still needs them, where nobody
 * knows when there was last anything with them, or where they are gone.
 *
 * @example left on 31 March 2021 and last written to on 10 March: from 31 March 2023
 */
export function removableFrom({ contact, neededBy, lastOn }: LeftContact): Day | undefined {
  const { kind, status, detailsRemovedOn } = contact;
  if (kind === 'team' || status === 'active' || detailsRemovedOn || neededBy.length > 0) return undefined;
  return lastOn && yearsAfter(lastOn, yearsOf('contact'));
}

/**
 * The day from which the words of a mail may go, whatever became of it.
 *
 * @example planned on 29 February 2020: from 28 February 2026
 */
export const wordsRemovableFrom = (plannedOn: Day): Day => yearsAfter(plannedOn, yearsOf('mail'));

/** The last month in which a mail can have been planned whose words may go on a day. */
export const lastMonthOfWords = (on: Day): string => monthOf(addMonths(on, -12 * yearsOf('mail')));

/** What the rules are held against on a day: everybody who has left with their details, and every settled mail whose words are kept. */
export type Keeping = { on: Day; left: readonly LeftContact[]; mails: readonly Mail[] };

/** The words of old mails to one contact, planned from a day to another. */
export type DueWords = { contactId: string; mails: readonly Mail[]; firstOn: Day; lastOn: Day };

/** One thing whose time is over, as it is removed: the details of a contact, with the last day of anything with them, or words of mails. */
export type Due = { contact: Contact; lastOn: Day } | DueWords;

/** What is due on a day; and of the others who left, how many are still needed though their time is over, and how many have time. */
export type DueNow = { due: Due[]; needed: number; later: number };

/** So many mails to one contact go together: each of them is two writes, and a transaction holds a hundred. */
const mostMails = 40;

/** What is due on a day. Of the same records it is always the same, in the same order, the words of the oldest mails first. */
export function dueNow({ on, left, mails }: Keeping): DueNow {
  const hasCome = (from: Day | undefined) => from !== undefined && !isAfter(from, on);
  const old = mails.filter(({ plannedOn }) => hasCome(wordsRemovableFrom(plannedOn))).toSorted(byAge);
  const words = [...Map.groupBy(old, ({ recipientId }) => recipientId)].flatMap(([contactId, theirs]) =>
    partsOf(theirs).map((some) => ({
      contactId,
      mails: some,
      firstOn: some[0]!.plannedOn,
      lastOn: some.at(-1)!.plannedOn,
    })),
  );
  const gone = left.filter((each) => hasCome(removableFrom(each)));
  const stays = left.filter((each) => !gone.includes(each) && !each.contact.detailsRemovedOn);
  const needed = stays.filter(({ neededBy }) => neededBy.length > 0).length;
  return {
    due: [...words, ...gone.map(({ contact, lastOn }) => ({ contact, lastOn: lastOn! }))],
    needed,
    later: stays.length - needed,
  };
}

const byAge = (a: Mail, b: Mail): number =>
  a.plannedOn < b.plannedOn || (a.plannedOn === b.plannedOn && a.id < b.id) ? -1 : 1;

const partsOf = (mails: readonly Mail[]): Mail[][] =>
  Array.from({ length: Math.ceil(mails.length / mostMails) }, (_, part) =>
    mails.slice(part * mostMails, (part + 1) * mostMails),
  );

/** The same once some of what was due has been removed. */
export function without({ on, left, mails }: Keeping, gone: readonly Due[]): Keeping {
  const contacts = new Set(gone.flatMap((each) => ('contact' in each ? [each.contact] : [])));
  const worded = new Set(gone.flatMap((each) => ('mails' in each ? each.mails : [])));
  return {
    on,
    left: left.filter(({ contact }) => !contacts.has(contact)),
    mails: mails.filter((mail) => !worded.has(mail)),
  };
}

/** How much of each there is: of so many contacts the details, of so many mails the words. */
export const countedDue = (due: readonly Due[]): { contacts: number; mails: number } => ({
  contacts: due.filter((each) => 'contact' in each).length,
  mails: due.reduce((sum, each) => sum + ('mails' in each ? each.mails.length : 0), 0),
});

/** Whose it is. */
export const contactOfDue = (due: Due): string => ('contact' in due ? due.contact.id : due.contactId);
