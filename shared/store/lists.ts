import type { Board } from '../domain/board.ts';
import type { Case } from '../domain/case.ts';
import type { Contact } from '../domain/contact.ts';
import type { Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Exception } from '../domain/exception.ts';
import type { Link, LinkTarget } from '../domain/link.ts';
import { endsAt, type Instant, startOfDayInLondon } from '../domain/london.ts';
import type { Mail } from '../domain/mail.ts';
import type { Night } from '../domain/night.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { nightsPartition, registerPartitions } from './keys.ts';
import { type Page, queryAll, queryPage } from './read.ts';
import { fromItem, type Item } from './records.ts';
import type { Table } from './table.ts';

const pageSize = 50;

const inRegister = (partition: string, newestFirst: boolean) => ({
  IndexName: 'register',
  KeyConditionExpression: 'registerPk = :partition',
  ExpressionAttributeValues: { ':partition': partition },
  ScanIndexForward: !newestFirst,
});

const mapped = <T>({ items, next }: Page<Item>, from: (item: Item) => T): Page<T> => ({
  items: items.map(from),
  next,
});

/** Cases, the most recently made first. */
export const listCases = async (table: Table, cursor?: string): Promise<Page<Case>> =>
  mapped(await queryPage(table, inRegister(registerPartitions.cases, true), pageSize, cursor), (item) =>
    fromItem('case', item),
  );

/** Every contact, by name: a form's list of owners. */
export const listContacts = async (table: Table): Promise<Contact[]> =>
  (await Array.fromAsync(queryAll(table, inRegister(registerPartitions.contacts, false)))).map((item) =>
    fromItem('contact', item),
  );

/** Every board, by name: a form's list of boards. */
export const listBoards = async (table: Table): Promise<Board[]> =>
  (await Array.fromAsync(queryAll(table, inRegister(registerPartitions.boards, false)))).map((item) =>
    fromItem('board', item),
  );

/** The mails planned in one month ('2020-11'), newest first. */
export const listMails = async (table: Table, month: string, cursor?: string): Promise<Page<Mail>> =>
  mapped(
    await queryPage(table, inRegister(registerPartitions.mails(month), true), pageSize, cursor),
    (item) => fromItem('mail', item),
  );

/** The mails of one night, in the order planned. */
export const mailsOfNight = async (table: Table, night: Night): Promise<Mail[]> =>
  (
    await Array.fromAsync(
      queryAll(table, {
        IndexName: 'register',
        KeyConditionExpression: 'registerPk = :month AND begins_with(registerSk, :night)',
        ExpressionAttributeValues: {
          ':month': registerPartitions.mails(night.plannedOn.slice(0, 7)),
          ':night': `${night.id}#`,
        },
      }),
    )
  ).map((item) => fromItem('mail', item));

/** The nights of one year ('2020'), newest first. */
export const listNights = async (table: Table, year: string, cursor?: string): Promise<Page<Night>> =>
  mapped(
    await queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :partition',
        ExpressionAttributeValues: { ':partition': nightsPartition(year) },
        ScanIndexForward: false,
      },
      pageSize,
      cursor,
    ),
    (item) => fromItem('night', item),
  );

/** The run that began last, whenever that was. */
export async function lastNight(table: Table): Promise<Night | undefined> {
  const [item] = (await queryPage(table, inRegister(registerPartitions.nights, true), 1)).items;
  return item && fromItem('night', item);
}

/** The first run there ever was. */
export async function firstNight(table: Table): Promise<Night | undefined> {
  const [item] = (await queryPage(table, inRegister(registerPartitions.nights, false), 1)).items;
  return item && fromItem('night', item);
}

/** The run that finished and began last, if any. */
export async function lastFinishedNight(table: Table): Promise<Night | undefined> {
  for await (const item of queryAll(table, inRegister(registerPartitions.nights, true))) {
    const night = fromItem('night', item);
    if (night.finishedAt) return night;
  }
  return undefined;
}

/** The runs that began after the one with this id, oldest first. */
export async function* nightsAfter(table: Table, id: string): AsyncGenerator<Night> {
  const items = queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :nights AND registerSk > :id',
    ExpressionAttributeValues: { ':nights': registerPartitions.nights, ':id': id || '0' },
  });
  for await (const item of items) yield fromItem('night', item);
}

/** Every run of one London day, the latest first. A run is named by the moment it began. */
export const nightsOfDay = (table: Table, day: Day): Promise<Night[]> => nightsOfDays(table, day, day);

/** Every run of the London days from the first to the last, both counted, the latest first. */
export async function nightsOfDays(table: Table, first: Day, last: Day): Promise<Night[]> {
  const within = { ':from': momentPrefix(startOfDayInLondon(first)), ':to': momentPrefix(endsAt(last)) };
  const items = queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :partition AND registerSk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':partition': registerPartitions.nights, ...within },
    ScanIndexForward: false,
  });
  return (await Array.fromAsync(items)).map((item) => fromItem('night', item));
}

/** Was there a run that began before this moment? */
export async function ranBefore(table: Table, moment: Instant): Promise<boolean> {
  const query = {
    ...inRegister(registerPartitions.nights, true),
    KeyConditionExpression: 'registerPk = :partition AND registerSk < :before',
    ExpressionAttributeValues: { ':partition': registerPartitions.nights, ':before': momentPrefix(moment) },
  };
  return (await queryPage(table, query, 1)).items.length > 0;
}

// Without its Z a moment stands before all that begins with it, with or without milliseconds.
const momentPrefix = (at: string) => at.slice(0, -1);

/** Every exception that nobody has cleared, the oldest first. */
export const listExceptions = async (table: Table): Promise<Exception[]> =>
  (await Array.fromAsync(queryAll(table, inRegister(registerPartitions.exceptions, false)))).map((item) =>
    fromItem('exception', item),
  );

/** Every link to one thing, by case: what is linked to risk 1606. */
export const listLinked = async (table: Table, target: LinkTarget): Promise<Link[]> =>
  (await Array.fromAsync(queryAll(table, inRegister(registerPartitions.links(target), false)))).map((item) =>
    fromItem('link', item),
  );

/** What stands on the list of what needs attention: an open deadline, or a closure or another date to be decided. */
export type Attention = { deadline: Deadline } | { recommendation: Recommendation } | { proposal: Proposal };

/** What needs attention by `today`, the longest-standing first. */
export const listAttention = async (table: Table, today: Day, cursor?: string): Promise<Page<Attention>> =>
  mapped(
    await queryPage(
      table,
      {
        IndexName: 'register',
        KeyConditionExpression: 'registerPk = :partition AND registerSk < :after',
        ExpressionAttributeValues: {
          ':partition': registerPartitions.attention,
          ':after': `${today}#\uffff`,
        },
      },
      pageSize * 4,
      cursor,
    ),
    attentionFrom,
  );

function attentionFrom(item: Item): Attention {
  switch (item.record) {
    case 'deadline':
      return { deadline: fromItem('deadline', item) };
    case 'proposal':
      return { proposal: fromItem('proposal', item) };
    default:
      return { recommendation: fromItem('recommendation', item) };
  }
}
