import type { Contact } from '../../shared/domain/contact.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Mail, MailLine } from '../../shared/domain/mail.ts';
import type { Item } from '../../shared/mail/letter.ts';
import { caseKey, contactKey, deadlineKey, recommendationKey } from '../../shared/store/keys.ts';
import type { Grounds } from '../../shared/store/outbox.ts';
import { peopleOf } from '../../shared/store/people.ts';
import { read, readMany } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';

/** A mail as it stands now: the lines that still apply, with what to write about them, and what the claim must rest on. */
export type Regard = { recipient: Contact | undefined; items: Item[]; grounds: Grounds };

/**
 * Reads again, strongly consistent, everything a mail would speak of. A line is dropped when its deadline was met or its dates moved
 * since, or when the recipient no longer has that role: nobody is told of work that has moved on.
 */
export async function regard(table: Table, mail: Mail): Promise<Regard> {
  const recipient = await read(table, 'contact', contactKey(mail.recipientId));
  const deadlines = await readMany(
    table,
    'deadline',
    mail.lines.map((line) => deadlineKey({ ...line, id: line.deadlineId })),
  );
  const whoIsWho = await peopleOf(table, deadlines);
  const standing = mail.lines.flatMap((line) => {
    const deadline = deadlines.find(({ id }) => id === line.deadlineId);
    return deadline && stillApplies(line, deadline, mail.recipientId, whoIsWho(deadline)[line.role])
      ? [{ line, deadline }]
      : [];
  });
  const cases = await readMany(
    table,
    'case',
    standing.map(({ line }) => caseKey(line.caseId)),
  );
  const recommendations = await readMany(
    table,
    'recommendation',
    standing.map(({ line }) => recommendationKey(line)),
  );
  const items = standing.map(({ line, deadline }) => ({
    line,
    deadline,
    learningCase: found(
      cases.find(({ id }) => id === line.caseId),
      line,
    ),
    recommendation: found(
      recommendations.find(({ caseId, number }) => caseId === line.caseId && number === line.number),
      line,
    ),
    owner: found(whoIsWho(deadline).owner, line),
  }));
  const owners = items.map(({ owner }) => owner);
  const contacts = new Map(
    [...owners, ...(recipient ? [recipient] : [])].map((contact) => [contact.id, contact]),
  );
  return {
    recipient,
    items,
    grounds: { deadlines: standing.map(({ deadline }) => deadline), contacts: [...contacts.values()] },
  };
}

const stillApplies = (
  line: MailLine,
  deadline: Deadline,
  recipientId: string,
  holder: Contact | undefined,
): boolean => deadline.state === 'open' && deadline.revision === line.revision && holder?.id === recipientId;

function found<T>(record: T | undefined, line: MailLine): T {
  if (record === undefined) throw new Error(`Deadline ${line.deadlineId} has lost a record it belongs to`);
  return record;
}
