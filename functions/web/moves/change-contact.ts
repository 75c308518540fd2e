import { type Contact, type ContactInput, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { save } from '../../../shared/store/save.ts';
import { clearingOf } from './contact-exceptions.ts';
import { checkContact, type Desk, decideAgain, eventOf, findContact } from './desk.ts';

/**
 * Changes what is known of a contact. A new address is what puts right a mail that came back: mail goes there from the next run on,
 * and what was said of the old address no longer stands. Somebody who has left is not changed any more.
 */
export const changeContact = (desk: Desk, id: string, input: ContactInput): Promise<Contact | Refusal> =>
  decideAgain(() => once(desk, id, input));

async function once(desk: Desk, id: string, input: ContactInput): Promise<Contact | Refusal> {
  const before = await findContact(desk.table, id);
  if (isRefusal(before)) return before;
  const refused =
    checkItself(before) ??
    (await checkRole(desk, before, input, 'managerId')) ??
    (await checkRole(desk, before, input, 'deputyId'));
  if (refused) return refused;
  const isNewAddress = before.email.toLowerCase() !== input.email.toLowerCase();
  const { managerId, deputyId } = input;
  const delivery = isNewAddress ? 'ok' : before.delivery;
  const after: Contact = { ...before, ...input, managerId, deputyId, delivery };
  const saved = await save(desk.table, {
    creates: [],
    updates: [
      { kind: 'contact', before, after },
      ...(isNewAddress ? await clearingOf(desk, id, ['bounced', 'complained']) : []),
    ],
    event: eventOf(desk, 'change-contact', { contactId: id }),
  });
  return saved ?? { ...after, version: before.version + 1 };
}

// The runs keep the liaison team as the settings name it, so a change here would not last.
function checkItself({ id, status, name }: Contact): Refusal | undefined {
  if (id === liaisonTeamId)
    return refuse('kept-in-settings', 'The liaison team is kept as the settings of the tracker name it');
  return status === 'departed'
    ? refuse('has-left', `${name} has left, so this can no longer be changed`)
    : undefined;
}

const own = { managerId: 'manager', deputyId: 'deputy' } as const;

// Somebody who has left in the meantime may stay: whoever took over from them acts.
async function checkRole(
  { table }: Desk,
  before: Contact,
  input: ContactInput,
  role: 'managerId' | 'deputyId',
): Promise<Refusal | undefined> {
  if (input[role] === before.id)
    return refuse('own-role', `Choose somebody else: nobody is their own ${own[role]}`, role);
  return input[role] === before[role] ? undefined : checkContact(table, input[role], role);
}
