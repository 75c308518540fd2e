import type { Contact, ContactInput } from '../../../shared/domain/contact.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { save } from '../../../shared/store/save.ts';
import { checkContact, type Desk, eventOf } from './desk.ts';

/** Adds somebody who can be mailed. */
export async function addContact(desk: Desk, input: ContactInput): Promise<Contact | Refusal> {
  const unknown =
    (await checkContact(desk.table, input.managerId, 'managerId')) ??
    (await checkContact(desk.table, input.deputyId, 'deputyId'));
  if (unknown) return unknown;
  const contact: Contact = { ...input, id: desk.newId(), status: 'active', delivery: 'ok', version: 1 };
  const refused = await save(desk.table, {
    creates: [{ kind: 'contact', value: contact }],
    updates: [],
    event: eventOf(desk, 'add-contact', { contactId: contact.id }),
  });
  return refused ?? contact;
}
