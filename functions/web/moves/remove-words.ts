import { inWords } from '../../../shared/domain/day.ts';
import { withoutWords } from '../../../shared/domain/mail.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { DueWords } from '../../../shared/domain/retention-due.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { wordsTakenOut } from '../../../shared/store/mail-words-removed.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';

/**
 * Takes the words out of old mails to one contact, with the address they went to, in one transaction with an entry in the history of the
 * contact; none of them where one is not as it was read. That the mails were sent, of what they reminded and what became of them stays.
 */
export const removeWords = (desk: Desk, due: DueWords): Promise<Refusal | undefined> =>
  decideAgain(() => once(desk, due));

async function once(desk: Desk, { contactId, mails, lastOn }: DueWords): Promise<Refusal | undefined> {
  const today = todayOf(desk.clock);
  const words = mails.length === 1 ? 'the words of a mail' : `the words of ${mails.length} mails`;
  return save(
    desk.table,
    {
      creates: [],
      updates: [],
      event: eventOf(desk, 'remove-details', {
        contactId,
        what: `${words} planned up to ${inWords(lastOn)}`,
      }),
    },
    await wordsTakenOut(
      desk.table,
      mails.map((before) => ({ before, after: withoutWords(before, today) })),
    ),
  );
}
