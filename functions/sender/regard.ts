import { type Contact, isLive } from '../../shared/domain/contact.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import type { Mail, MailLine } from '../../shared/domain/mail.ts';
import type { Item } from '../../shared/mail/letter.ts';
import { caseKey, contactKey, deadlineKey, recommendationKey } from '../../shared/store/keys.ts';
import type { Grounds } from '../../shared/store/outbox.ts';
import { peopleOf, type WhoIsWho } from '../../shared/store/people.ts';
import { read, readMany } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';

/**
 * A mail as it stands now: the lines that still apply, with what to write about them; what the claim must rest on; and, where its
 * recipient can no longer be mailed, the lines that whoever stands in for them must have instead.
 */
export type Regard = {
  recipient: Contact | undefined;
  items: Item[];
  grounds: Grounds;
  passedOn: { to: Contact; lines: MailLine[] }[];
};

type Standing = { line: MailLine; deadline: Deadline };

/**
 * Reads again, strongly consistent, everything a mail would speak of. A line is dropped when its deadline was met or its dates moved
 * since, or when the recipient no longer has that role: nobody is told of work that has moved on.
 */
export async function regard(table: Table, mail: Mail): Promise<Regard> {
  const recipient = await read(table, 'contact', contactKey(mail.recipientId));
  const keys = mail.lines.map((line) => deadlineKey({ ...line, id: line.deadlineId }));
  const deadlines = await readMany(table, 'deadline', keys);
  const whoIsWho = await peopleOf(table, deadlines);
  const open = mail.lines.flatMap((line): Standing[] => {
    const deadline = deadlines.find(({ id }) => id === line.deadlineId);
    return deadline?.state === 'open' && deadline.revision === line.revision ? [{ line, deadline }] : [];
  });
  const holder = ({ line, deadline }: Standing) => whoIsWho(deadline)[line.role];
  const standing = open.filter((each) => holder(each)?.id === mail.recipientId);
  const items = await itemsOf(table, standing, whoIsWho);
  return {
    recipient,
    items,
    grounds: { deadlines: standing.map(({ deadline }) => deadline), contacts: contactsOf(items, recipient) },
    passedOn: isLive(recipient) ? [] : standInsFor(open, holder),
  };
}

async function itemsOf(table: Table, standing: Standing[], whoIsWho: WhoIsWho): Promise<Item[]> {
  const lines = standing.map(({ line }) => line);
  const cases = await readMany(
    table,
    'case',
    lines.map(({ caseId }) => caseKey(caseId)),
  );
  const recommendations = await readMany(table, 'recommendation', lines.map(recommendationKey));
  return standing.map(({ line, deadline }) => {
    const learningCase = cases.find(({ id }) => id === line.caseId);
    const recommendation = recommendations.find(
      ({ caseId, number }) => caseId === line.caseId && number === line.number,
    );
    const { owner } = whoIsWho(deadline);
    if (!learningCase || !recommendation || !owner) {
      throw new Error(`Deadline ${line.deadlineId} has lost a record it belongs to`);
    }
    return { line, deadline, learningCase, recommendation, owner };
  });
}

function contactsOf(items: Item[], recipient: Contact | undefined): Contact[] {
  const named = [...items.map(({ owner }) => owner), ...(recipient ? [recipient] : [])];
  return [...new Map(named.map((contact) => [contact.id, contact])).values()];
}

function standInsFor(open: Standing[], holder: (each: Standing) => Contact | undefined): Regard['passedOn'] {
  const held = open.flatMap((each) => {
    const to = holder(each);
    return isLive(to) ? [{ to, line: each.line }] : [];
  });
  return [...Map.groupBy(held, ({ to }) => to.id).values()].map((group) => ({
    to: group[0]!.to,
    lines: group.map(({ line }) => line),
  }));
}
