import { cleared, type Exception, raise } from '../../shared/domain/exception.ts';
import type { Instant } from '../../shared/domain/london.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import type { Report } from '../../shared/domain/mail-life.ts';
import { exceptionKey } from '../../shared/store/keys.ts';
import { move, moving } from '../../shared/store/outbox.ts';
import { readMany } from '../../shared/store/read.ts';
import type { Write } from '../../shared/store/redirect.ts';
import { save } from '../../shared/store/save.ts';
import type { Table } from '../../shared/store/table.ts';

const witness = 'The mail service';

const saidOf: Record<Report, string> = {
  sent: 'It reported that the mail was sent',
  delivered: 'It reported that the mail was delivered',
  bounced: 'It reported that the mail came back',
  'not-delivered': 'It reported that the mail could not be delivered',
  complained: 'It reported that the mail was delivered, and called spam',
  rejected: 'It reported that it refused the mail',
};

/**
 * Moves a mail on by what was reported of it, with what follows. Where people were asked to find out what became of it, the report
 * answers: the exception is cleared in the same transaction, and the history of the contact tells of it as of any other clearing.
 *
 * @returns whether it was moved; where not, somebody else has changed something of it
 */
export async function moveWithEvidence(
  table: Table,
  mail: Mail,
  after: Mail,
  report: Report,
  along: Write[],
  now: Instant,
): Promise<boolean> {
  const open = await askedAbout(table, mail, now);
  if (open.length === 0) return move(table, mail, after, along);
  const refused = await save(
    table,
    {
      creates: [],
      updates: open.map((before) => ({ kind: 'exception', before, after: cleared(before, witness, now) })),
      event: {
        id: `${open[0]!.id}-${report}`,
        at: now,
        by: witness,
        move: 'clear-exception',
        contactId: mail.recipientId,
        why: saidOf[report],
      },
    },
    [moving(table, mail, after), ...along],
  );
  return !refused;
}

/** The open exceptions that ask what became of a mail. */
async function askedAbout(table: Table, { id, state }: Mail, now: Instant): Promise<Exception[]> {
  if (state !== 'NEEDS_HUMAN' && state !== 'NO_CONFIRMATION') return [];
  const keys = (['needs-human', 'unconfirmed'] as const).map((kind) =>
    exceptionKey(raise(kind, { mailId: id }, now).id),
  );
  return (await readMany(table, 'exception', keys)).filter(({ clearedAt }) => !clearedAt);
}
