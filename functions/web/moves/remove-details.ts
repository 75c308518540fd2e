import type { Contact } from '../../../shared/domain/contact.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { withoutPerson } from '../../../shared/domain/removed-details.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { withoutPersonIn } from '../../../shared/store/contact-history.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findContact } from './desk.ts';

/** A transaction holds a hundred writes; the contact, the entry that tells of it and the end of the history are three of them. */
const mostEntries = 80;

/**
 * Takes name, post and address out of a contact who has left, and out of the entries of their history; those keep the hash that they were
 * written with, and the entry of this move says which they are and what is left of each (docs/decisions/0029). A long history is done
 * part by part and the contact with the last, so that stopped in between it is taken up again, by the same form too.
 *
 * @param seen the contact as it was when it was decided that nobody needs these details any more
 */
export const removeDetails = (desk: Desk, seen: Contact): Promise<Contact | Refusal> =>
  decideAgain(async () => {
    let now: Contact | Refusal = seen;
    while (!isRefusal(now) && !now.detailsRemovedOn) now = await once(desk, now);
    return now;
  });

async function once(desk: Desk, seen: Contact): Promise<Contact | Refusal> {
  const before = await findContact(desk.table, seen.id);
  if (isRefusal(before)) return before;
  if (before.detailsRemovedOn) return before;
  if (before.version !== seen.version || before.status !== 'departed')
    return refuse('changed-since', 'This contact was changed since it was looked at');
  const { removed, writes } = await withoutPersonIn(desk.table, before.id, mostEntries);
  const isLast = removed.length < mostEntries;
  const after = isLast ? withoutPerson(before, today(desk.clock)) : before;
  const refused = await save(
    desk.table,
    {
      creates: [],
      updates: [{ kind: 'contact', before, after }],
      event: eventOf(isLast ? desk : unfinished(desk), 'remove-details', {
        contactId: before.id,
        what: isLast ? 'name, post and address' : 'from entries of this history',
        ...(removed.length > 0 ? { removed } : {}),
      }),
    },
    writes,
  );
  return refused ?? { ...after, version: before.version + 1 };
}

const unfinished = ({ once: _, ...desk }: Desk): Desk => desk;
