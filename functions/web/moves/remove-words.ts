import { inWords } from '../../../shared/domain/day.ts';
import { type Mail, withoutWords } from '../../../shared/domain/mail.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { wordsTakenOut } from '../../../shared/store/mail-words-removed.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';

/** A mail and its words are two writes each. */
const mostMails = 40;

/**
 * Takes the words out of old mails to one contact, with the address they went to: part by part, each in one transaction with an entry in the
 * history of the contact. That the mails were sent, of what they reminded and what became of them stays.
 */
export async function removeWords(
  desk: Desk,
  contactId: string,
  mails: readonly Mail[],
): Promise<Refusal | undefined> {
  for (let from = 0; from < mails.length; from += mostMails) {
    const some = mails.slice(from, from + mostMails);
    const refused = await decideAgain(async () => once(desk, contactId, some));
    if (refused) return refused;
  }
  return undefined;
}

async function once(desk: Desk, contactId: string, mails: readonly Mail[]): Promise<Refusal | undefined> {
  const today = todayOf(desk.clock);
  const last = mails.map(({ plannedOn }) => plannedOn).reduce((a, b) => (a > b ? a : b));
  const words = mails.length === 1 ? 'the words of a mail' : `the words of ${mails.length} mails`;
  return save(
    desk.table,
    {
      creates: [],
      updates: [],
      event: eventOf(desk, 'remove-details', { contactId, what: `${words} planned up to ${inWords(last)}` }),
    },
    await wordsTakenOut(
      desk.table,
      mails.map((before) => ({ before, after: withoutWords(before, today) })),
    ),
  );
}
