import { type Contact, isLive } from '../../shared/domain/contact.ts';
import { raise } from '../../shared/domain/exception.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { maySend, narrowed, type Sending, toEveryone } from '../../shared/domain/sending.ts';
import { type Regard, regard } from '../../shared/engine/regard.ts';
import { wordsOf } from '../../shared/engine/words.ts';
import type { Composed } from '../../shared/mail/letter.ts';
import { mimeOf } from '../../shared/mail/mime.ts';
import { type Clock, today } from '../../shared/runtime/clock.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import type { MailService } from '../../shared/runtime/mail-service.ts';
import { claim, keepContent, move, noteCannotLeave, raising, readMail } from '../../shared/store/outbox.ts';
import type { Table } from '../../shared/store/table.ts';
import { settingsNow, settleKeptBack } from './keep-back.ts';
import type { Pace } from './pace.ts';
import { keepWaiting, passOn, setAside, superseded } from './pass-on.ts';

export type SendDeps = {
  table: Table;
  mailService: MailService;
  pace: Pace;
  clock: Clock;
  newId(): string;
  log: Log;
  from: string;
  serviceUrl: string;
  organisation: string;
  /** To whom this copy of the tracker may send at most, whatever is chosen on its pages. */
  sendTo: Sending;
};

/**
 * What became of one delivery of one mail id. 'left-alone': somebody else has it, or has settled it. 'waits': nobody can have it yet, or it is
 * held back.
 * 'kept-back': mail does not go to that address now.
 */
export type Fate =
  | 'sent'
  | 'superseded'
  | 'kept-back'
  | 'waits'
  | 'refused'
  | 'try-again'
  | 'unknown'
  | 'left-alone';

const mostClaims = 3;

/**
 * Sends one mail, at most once. Only a PENDING mail is ever claimed, so a doubled or late delivery does nothing; a claimed mail whose
 * sending has no known end stays CLAIMED, because sending it again could mail somebody twice.
 */
export async function sendMail(deps: SendDeps, mailId: string): Promise<Fate> {
  for (let tries = 0; tries < mostClaims; tries++) {
    const mail = await readMail(deps.table, mailId);
    if (mail?.state !== 'PENDING') return 'left-alone';
    const on = today(deps.clock);
    const now = await regard(deps.table, mail, on);
    if (now.torn.length > 0) {
      await setAside(deps, mail, now.torn);
      continue;
    }
    if (now.passedOn.length > 0) {
      if (await passOn(deps, mail, now)) return 'superseded';
      continue;
    }
    if (now.waiting.length > 0) {
      if (now.waiting.length === mail.lines.length) {
        await noteCannotLeave(deps.table, mail);
        return 'waits';
      }
      await keepWaiting(deps, mail, now.waiting);
      continue;
    }
    const { words: own, sending } = await settingsNow(deps);
    const words = await wordsOf({ ...deps, today: on, words: own }, mail, now);
    if (!words || !isLive(now.recipient)) return supersede(deps, mail, now);
    const grounds = { ...now.grounds, sending };
    const to = narrowed(sending?.sending ?? toEveryone, deps.sendTo);
    if (!maySend(to, now.recipient.email)) {
      if (await settleKeptBack(deps, mail, now, words, to, grounds)) return 'kept-back';
      continue;
    }
    const claimed = claimedBy(deps, mail, now, words);
    if (await claim(deps.table, mail, claimed, grounds)) return deliver(deps, claimed, words, now.recipient);
  }
  return 'try-again';
}

/** Nothing is left in it that anybody needs to be told, or there is nobody whom it could be told to. */
async function supersede({ table, clock }: SendDeps, mail: Mail, { items }: Regard): Promise<Fate> {
  const reason =
    mail.kind !== 'summary' && items.length === 0
      ? 'Nothing in it applied any more when it was to be sent'
      : 'The recipient can no longer be mailed';
  await move(table, mail, superseded(mail, clock, reason));
  return 'superseded';
}

const claimedBy = (
  { newId, clock }: SendDeps,
  mail: Mail,
  { items, recipient }: Regard,
  { subject }: Composed,
): Mail => ({
  ...mail,
  state: 'CLAIMED',
  token: newId(),
  attempt: mail.attempt + 1,
  claimedAt: clock.now(),
  cannotLeave: undefined,
  lines: items.map(({ line }) => line),
  ...(recipient ? { recipientEmail: recipient.email } : {}),
  subject,
});

async function deliver(deps: SendDeps, mail: Mail, words: Composed, to: Contact): Promise<Fate> {
  const { table, mailService, pace, clock, log } = deps;
  const raw = await prepare(deps, mail, words, to);
  pace.sent();
  const outcome = await mailService.send({ mailId: mail.id, from: deps.from, to: to.email, raw });
  switch (outcome.kind) {
    case 'accepted':
      await move(table, mail, {
        ...mail,
        state: 'SENT',
        messageId: outcome.messageId,
        settledAt: clock.now(),
      });
      return 'sent';
    case 'not-now':
      log.warn('The mail service takes no mail now', { mailId: mail.id, reason: outcome.inLog });
      await move(table, mail, notLeft(mail, outcome.reason));
      return 'try-again';
    case 'refused':
      log.error('The mail service refused a mail for good', { mailId: mail.id, reason: outcome.inLog });
      await fail(deps, mail, outcome.reason);
      return 'refused';
    case 'unknown':
      log.error('Nobody knows whether a mail has left', { mailId: mail.id, reason: outcome.inLog });
      return 'unknown';
  }
}

// Until the mail service is called nothing has left, so a fault here gives the claim back before it is thrown on.
async function prepare(deps: SendDeps, mail: Mail, words: Composed, to: Contact): Promise<Uint8Array> {
  try {
    // The words of a summary have been kept since it was planned.
    if (mail.kind !== 'summary')
      await keepContent(deps.table, { mailId: mail.id, subject: words.subject, text: words.text });
    const address = { name: to.name, address: to.email };
    return await mimeOf(words, { from: deps.from, to: address, mailId: mail.id, sentAt: deps.clock.now() });
  } catch (error) {
    await move(deps.table, mail, notLeft(mail, reasonOf(error)));
    throw error;
  }
}

// A claim of a mail that certainly did not leave does not count: only what may have left is limited in its tries.
const notLeft = (mail: Mail, reason: string): Mail => ({
  ...mail,
  state: 'PENDING',
  attempt: mail.attempt - 1,
  reason,
});

/** Nobody will be told by this mail, so a person must be. */
async function fail({ table, clock }: SendDeps, mail: Mail, reason: string): Promise<void> {
  const settledAt = clock.now();
  const exception = raise('refused', { mailId: mail.id, contactId: mail.recipientId }, settledAt);
  await move(table, mail, { ...mail, state: 'FAILED', settledAt, reason }, [raising(table, exception)]);
}
