import { isLive } from '../../../shared/domain/contact.ts';
import { contactKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import { findSession } from '../../../shared/store/sessions.ts';
import { secretIn } from '../gate/cookies.ts';
import type { Gate } from '../gate/gate.ts';
import type { WebDeps } from '../web.ts';

/**
 * Tells which owner asks. Whoever signed in by an address is let in as long as it is theirs: a contact that has left, or has another
 * address by now, is no longer among those they are, and without any they are nobody.
 */
export const openOwnerGate =
  ({ table, wall }: Pick<WebDeps, 'table' | 'wall'>): Gate['owner'] =>
  async (c) => {
    const secret = secretIn(c, 'owner');
    const session = secret ? await findSession(table, secret, wall.now()) : undefined;
    if (!session || !('email' in session.of)) return undefined;
    const { email, contactIds } = session.of;
    const contacts = (await readMany(table, 'contact', contactIds.map(contactKey)))
      .filter((each) => isLive(each) && each.email.toLowerCase() === email)
      .toSorted((one, other) => contactIds.indexOf(one.id) - contactIds.indexOf(other.id));
    if (!contacts[0]) return undefined;
    return {
      kind: 'owner',
      contactIds: contacts.map(({ id }) => id),
      name: contacts[0].name,
      email,
      sessionId: session.id,
      formToken: session.formToken,
    };
  };
