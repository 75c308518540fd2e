import { type Contact, isLive } from '../../shared/domain/contact.ts';
import { type ExceptionKind, raise } from '../../shared/domain/exception.ts';
import type { Instant } from '../../shared/domain/london.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { afterReport, type Report } from '../../shared/domain/mail-life.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import { contactKey } from '../../shared/store/keys.ts';
import { move, raising, readMail } from '../../shared/store/outbox.ts';
import { read } from '../../shared/store/read.ts';
import { inPlaceOf, markUnreachable, redirecting } from '../../shared/store/redirect.ts';
import type { Table } from '../../shared/store/table.ts';
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
 * permanent bounce or a complaint marks the contact, so that nothing more goes there; a bounced mail is sent to the deputy instead; and
 * liaison staff get an exception. All of it in one transaction.
 */
export async function takeIn(deps: FeedbackDeps, { mailId, messageId, report }: SesReport): Promise<TakenIn> {
  const { table, clock } = deps;
  const mail = await readMail(table, mailId);
  if (!mail) return 'unknown-mail';
  const now = clock.now();
  const after = afterReport(mail, report, messageId, now);
  if (!after) return 'nothing-new';
  const contact = await read(table, 'contact', contactKey(mail.recipientId));
  const redirected = report === 'bounced' ? await toDeputy(table, mail, contact) : undefined;
  const moved = await move(table, mail, after, [
    ...consequences(table, mail, contact, report, now),
    ...(redirected ? redirecting(table, redirected) : []),
  ]);
  if (!moved) return 'changed-meanwhile';
  if (redirected) await deps.handOver([redirected.id]);
  return 'taken-in';
}

function consequences(table: Table, mail: Mail, contact: Contact | undefined, report: Report, now: Instant) {
  const kind = exceptionFor[report];
  if (!kind) return [];
  const aboutContact = kind === 'bounced' || kind === 'complained';
  const about = aboutContact
    ? { contactId: mail.recipientId }
    : { mailId: mail.id, contactId: mail.recipientId };
  const marks = contact?.delivery === 'ok' && aboutContact ? [markUnreachable(table, contact, kind)] : [];
  return [raising(table, raise(kind, about, now)), ...marks];
}

/** The same reminders for the deputy, as far as they have not had them. */
async function toDeputy(table: Table, mail: Mail, contact: Contact | undefined): Promise<Mail | undefined> {
  const deputy = contact?.deputyId ? await read(table, 'contact', contactKey(contact.deputyId)) : undefined;
  return isLive(deputy) ? inPlaceOf(table, mail, deputy, mail.lines) : undefined;
}
