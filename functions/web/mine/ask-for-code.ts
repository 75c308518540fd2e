import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { codeMail } from '../../../shared/mail/code-mail.ts';
import { reasonOf } from '../../../shared/runtime/log.ts';
import { newDigits, newSecret } from '../../../shared/runtime/secrets.ts';
import { codeIdOf, putCode } from '../../../shared/store/codes.ts';
import type { WebDeps } from '../web.ts';
import { contactsAt } from './contacts-at.ts';

type AskDeps = Pick<WebDeps, 'table' | 'wall' | 'newId' | 'log' | 'sendNow' | 'organisation'>;

/** What the browser keeps while it waits for its code: which code it asked for, and the secret that proves it was this browser. */
export type Asking = { codeId: string; browser: string };

/**
 * Makes a new code for an address and mails it to whoever has it, if anybody does. For an address that nobody has the same is done but
 * for the mail, and the answer is the same: also where the mail could not be sent, of which the log tells.
 */
export async function askForCode(deps: AskDeps, email: string): Promise<Asking | Refusal> {
  const { table, wall, newId, log } = deps;
  const asking = { codeId: codeIdOf(email), browser: newSecret() };
  const digits = newDigits();
  const made = { id: asking.codeId, browser: asking.browser, digits, chance: newId() };
  const [refused, contacts] = await Promise.all([
    putCode(table, made, wall.now()),
    contactsAt(table, asking.codeId),
  ]);
  const contactIds = contacts.map(({ id }) => id);
  if (isRefusal(refused)) {
    log.warn('A code was refused', { event: 'code-refused', why: refused.refused, contactIds });
    return refused;
  }
  const left = contacts[0] ? await send(deps, contacts[0].email, digits) : 'nobody-to-send-to';
  log.info('A code was asked for', { event: 'code-asked', left, contactIds });
  return asking;
}

async function send({ sendNow, organisation, log }: AskDeps, to: string, digits: string): Promise<string> {
  try {
    const left = await sendNow(to, codeMail({ digits, organisation }));
    if (left !== 'accepted' && left !== 'kept-back') log.error('A code could not be sent', { left });
    return left;
  } catch (error) {
    log.error('A code could not be sent', { reason: reasonOf(error) });
    return 'failed';
  }
}
