import type { Contact } from '../../../shared/domain/contact.ts';
import { checkReturn, type ReturnInput, returned } from '../../../shared/domain/departure.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { save } from '../../../shared/store/save.ts';
import { clearingOf, raising } from './contact-exceptions.ts';
import { type Desk, decideAgain, eventOf, findContact } from './desk.ts';

/**
 * Records that somebody who was recorded as gone is back, or never left. Whoever is looked up from then on is them again; mail that
 * still waits for whoever took over goes to them, and what was sent stays sent. Where mail did not reach them before, that is an
 * exception again.
 */
export const recordReturn = (desk: Desk, id: string, input: ReturnInput): Promise<Contact | Refusal> =>
  decideAgain(() => once(desk, id, input));

async function once(desk: Desk, id: string, { reason }: ReturnInput): Promise<Contact | Refusal> {
  const before = await findContact(desk.table, id);
  if (isRefusal(before)) return before;
  const refused = checkReturn(before);
  if (refused) return refused;
  const after = returned(before);
  const trouble = after.delivery === 'ok' ? undefined : await raising(desk, id, after.delivery);
  const saved = await save(desk.table, {
    creates: trouble?.creates ?? [],
    updates: [
      { kind: 'contact', before, after },
      ...(trouble?.updates ?? []),
      ...(await clearingOf(desk, id, ['departed'])),
    ],
    event: eventOf(desk, 'record-return', { contactId: id, why: reason }),
  });
  return saved ?? { ...after, version: before.version + 1 };
}
