import type { Contact } from '../../../shared/domain/contact.ts';
import {
  checkDeparture,
  checkHandOver,
  type DepartureInput,
  departed,
  tooFarFrom,
} from '../../../shared/domain/departure.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { contactKey } from '../../../shared/store/keys.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { read } from '../../../shared/store/read.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { clearingOf, raising } from './contact-exceptions.ts';
import { type Desk, decideAgain, eventOf, findContact } from './desk.ts';

/**
 * Records that somebody has left. With a successor everything is handed over in this one write: whoever is looked up afterwards (an
 * owner, manager, deputy or chair) is the successor, and mail that still waits goes to them. Without one it is an exception until a
 * successor is named; their deputy acts meanwhile, where there is one.
 *
 * Nobody is introduced by a mail of its own: the successor hears of each duty at its next stage, with the same words as the owner
 * before, so nothing is said twice. What was told stays told; what was not goes to them at the next run.
 */
export const recordDeparture = (desk: Desk, id: string, input: DepartureInput): Promise<Contact | Refusal> =>
  decideAgain(() => once(desk, id, input));

async function once(
  desk: Desk,
  id: string,
  { successorId, reason }: DepartureInput,
): Promise<Contact | Refusal> {
  const { table } = desk;
  const before = await findContact(table, id);
  if (isRefusal(before)) return before;
  const successor = successorId ? await read(table, 'contact', contactKey(successorId)) : undefined;
  const refused = successorId ? checkHandOver(before, successor) : checkDeparture(before);
  if (refused) return refused;
  const after = departed(before, successorId);
  const { creates, updates } = successor
    ? { creates: [], updates: await handedOver(desk, before, successor) }
    : await raising(desk, id, 'departed');
  const saved = await save(table, {
    creates,
    updates: [{ kind: 'contact', before, after }, ...updates],
    event: eventOf(desk, successor ? 'hand-over' : 'record-departure', { contactId: id, why: reason }),
  });
  return saved ?? { ...after, version: before.version + 1 };
}

// The successor stands in the same transaction as they were read, so that two who hand over to each other at once do not both succeed.
async function handedOver(desk: Desk, leaving: Contact, successor: Contact): Promise<Change['updates']> {
  const further = tooFarFrom(leaving, await listContacts(desk.table));
  return [
    { kind: 'contact', before: successor, after: successor },
    ...further.map((before) => ({
      kind: 'contact' as const,
      before,
      after: { ...before, successorId: successor.id },
    })),
    ...(await clearingOf(desk, leaving.id, ['departed', 'bounced', 'complained'])),
  ];
}
