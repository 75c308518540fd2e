import { actingFor } from '../../shared/domain/acting.ts';
import { type Contact, isLive } from '../../shared/domain/contact.ts';
import { type ExceptionKind, raise } from '../../shared/domain/exception.ts';
import type { Instant } from '../../shared/domain/london.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { afterReport, blamesAddress, type Report } from '../../shared/domain/mail-life.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import { contactKey } from '../../shared/store/keys.ts';
import { noteHeardLate, raising, readMail } from '../../shared/store/outbox.ts';
import { read } from '../../shared/store/read.ts';
import { type InPlace, inPlaceOf, markUnreachable, type Write } from '../../shared/store/redirect.ts';
import { knownContacts } from '../../shared/store/stand-ins.ts';
import type { Table } from '../../shared/store/table.ts';
import { moveWithEvidence } from './evidence.ts';
import type { SesReport } from './ses-report.ts';

/** Hands a mail to the sender. Losing one here loses nothing: the sweeper hands it over again. */
export type HandOver = (mailIds: string[]) => Promise<void>;

export type FeedbackDeps = { table: Table; clock: Clock; handOver: HandOver };

/** What became of a report. 'unknown-mail' is tried again: the mail may be so new that it is not seen yet. */
export type TakenIn = 'taken-in' | 'nothing-new' | 'unknown-mail' | 'changed-meanwhile';

const exceptionFor: Partial<Record<Report, ExceptionKind>> = {
  bounced: 'bounced',
  'not-delivered': 'not-delivered',
  complained: 'complained',
  rejected: 'refused',
};

/**
 * Takes in what SES says of a mail: the evidence that settles a claimed mail, and the only way to learn that an address is dead. A
 * permanent bounce or a complaint marks the contact, so that nothing more goes there; a bounced mail is sent to whoever acts for them
 * instead; and liaison staff get an exception. All of it in one transaction. A bounce or a complaint of a sending that the mail has since
 * come past (it was sent again, or superseded) changes nothing of the mail, and marks the contact all the same.
 */
export async function takeIn(deps: FeedbackDeps, of: SesReport): Promise<TakenIn> {
  const { table, clock } = deps;
  const { mailId, messageId, report } = of;
  const mail = await readMail(table, mailId);
  if (!mail) return 'unknown-mail';
  const now = clock.now();
  const after = afterReport(mail, report, messageId, now);
  if (!after && !blamesAddress(mail, report, messageId)) return 'nothing-new';
  const contact = await read(table, 'contact', contactKey(mail.recipientId));
  const theirs = contact && isStillTheirs(of.to ?? mail.recipientEmail, contact);
  const follows = consequences(table, mail, contact, theirs, report, now);
  if (!after)
    return (await noteHeardLate(table, mail, messageId, follows)) ? 'taken-in' : 'changed-meanwhile';
  const instead =
    report === 'bounced' && contact ? await toWhoeverActs(table, mail, contact, theirs) : undefined;
  const along = [...follows, ...(instead?.writes ?? [])];
  if (!(await moveWithEvidence(table, mail, after, report, along, now))) return 'changed-meanwhile';
  if (instead?.isReady) await deps.handOver([instead.mail.id]);
  return 'taken-in';
}

function consequences(
  table: Table,
  mail: Mail,
  contact: Contact | undefined,
  theirs: boolean | undefined,
  report: Report,
  now: Instant,
): Write[] {
  const kind = exceptionFor[report];
  if (!kind) return [];
  const aboutContact = kind === 'bounced' || kind === 'complained';
  if (aboutContact && theirs === false) return [];
  // Marked as that already, so the exception stands; raised anew it would forget since when.
  if (aboutContact && contact?.delivery === kind) return [];
  const about = aboutContact
    ? { contactId: mail.recipientId }
    : { mailId: mail.id, contactId: mail.recipientId };
  const marks = contact?.delivery === 'ok' && aboutContact ? [markUnreachable(table, contact, kind)] : [];
  return [raising(table, raise(kind, about, now)), ...marks];
}

// A mail can come back after they got another address, or have left: that says nothing against the address they have now.
const isStillTheirs = (address: string | undefined, { email, status }: Contact): boolean =>
  status === 'active' && (address === undefined || address.toLowerCase() === email.toLowerCase());

/**
 * The same reminders for whoever acts for them, as far as they have not had them: their deputy, whoever took over, or they themselves
 * at an address they got meanwhile. Where nobody can be mailed, what an owner should have heard waits in a mail until somebody can.
 */
async function toWhoeverActs(
  table: Table,
  mail: Mail,
  contact: Contact,
  theirs: boolean | undefined,
): Promise<(InPlace & { isReady: boolean }) | undefined> {
  const now: Contact = theirs ? { ...contact, delivery: 'bounced' } : contact;
  const { learn, named, find } = knownContacts(table);
  await learn([contact.id]);
  await learn(named('deputyId'));
  const to = actingFor(now, (id) => (id === now.id ? now : find(id)));
  const lines = isLive(to) ? mail.lines : mail.lines.filter(({ role }) => role === 'owner');
  const instead = await inPlaceOf(table, mail, to, lines);
  return instead && { ...instead, isReady: isLive(to) };
}
