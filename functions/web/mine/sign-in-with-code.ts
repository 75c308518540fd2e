import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { newSecret } from '../../../shared/runtime/secrets.ts';
import { redeemCode } from '../../../shared/store/codes.ts';
import { endSession, findSession, startSession } from '../../../shared/store/sessions.ts';
import type { WebDeps } from '../web.ts';
import type { Asking } from './ask-for-code.ts';
import { contactsAt } from './contacts-at.ts';

type SignInDeps = Pick<WebDeps, 'table' | 'wall' | 'newId' | 'log'>;

/**
 * Signs an owner in with the digits they typed: as everybody who is written to at the address of the code. The session has a new secret,
 * and the one that this browser had before ends.
 *
 * @param before the secret of the session that this browser had, if any
 * @returns the secret of the new session, for the browser alone
 */
export async function signInWithCode(
  { table, wall, newId, log }: SignInDeps,
  { codeId, browser }: Asking,
  digits: string,
  before: string | undefined,
): Promise<{ secret: string } | Refusal> {
  const now = wall.now();
  const contacts = await contactsAt(table, codeId);
  const contactIds = contacts.map(({ id }) => id);
  const typed = { id: codeId, browser, digits, chance: newId() };
  const refused = await redeemCode(table, typed, contacts.length > 0, now);
  if (isRefusal(refused)) {
    log.warn('A sign-in was refused', {
      event: 'sign-in-refused',
      kind: 'code',
      why: refused.refused,
      contactIds,
    });
    return refused;
  }
  const secret = newSecret();
  const whose = { email: contacts[0]!.email.toLowerCase(), contactIds };
  await startSession(table, whose, { secret, formToken: newSecret() }, now);
  const earlier = before === undefined ? undefined : await findSession(table, before, now);
  if (earlier) await endSession(table, earlier.id, now);
  log.info('An owner signed in', { event: 'signed-in', kind: 'code', contactIds });
  return { secret };
}
