import type { Contact } from '../domain/contact.ts';
import { type Day, earlier, later } from '../domain/day.ts';
import { asInstant, londonDay } from '../domain/london.ts';
import { type Keeping, type LeftContact, lastMonthOfWords, removableFrom } from '../domain/retention-due.ts';
import { eventsFrom } from './chain-keys.ts';
import { contactKey } from './keys.ts';
import { listContacts } from './lists.ts';
import { lastMailed, mailsWithWords } from './old-mails.ts';
import { queryAll } from './read.ts';
import { fromItem } from './records.ts';
import { severalAtOnce } from './several-at-once.ts';
import { stillNeeded } from './still-needed.ts';
import type { Table } from './table.ts';

/**
 * What the rules of retention are held against on a day: everybody who has left with their details, and every settled mail old enough that
 * its words may go. It asks the lists, first those of contacts and of old mails; what still needs somebody, and when they were last written
 * to, is looked up only where their own history leaves their time over, which is seldom.
 */
export async function gatherKeeping(table: Table, on: Day): Promise<Keeping> {
  const contacts = await listContacts(table);
  const gone = contacts.filter(
    ({ status, detailsRemovedOn }) => status === 'departed' && detailsRemovedOn === undefined,
  );
  const [left, mails] = await Promise.all([
    severalAtOnce(gone, async (contact) => ({
      contact,
      lastOn: await lastInHistory(table, contact.id),
      neededBy: [],
    })),
    mailsWithWords(table, lastMonthOfWords(on)),
  ]);
  return { on, mails, left: await lookedUp(table, left, contacts, on) };
}

async function lookedUp(
  table: Table,
  left: readonly LeftContact[],
  contacts: readonly Contact[],
  on: Day,
): Promise<LeftContact[]> {
  const isOver = (each: LeftContact) => (removableFrom(each) ?? 'never') <= on;
  if (!left.some(isOver)) return [...left];
  const needs = await stillNeeded(table, contacts);
  const known = left.map((each) =>
    isOver(each) ? { ...each, neededBy: needs.get(each.contact.id) ?? [] } : each,
  );
  const over = known.filter(isOver);
  if (over.length === 0) return known;
  const mailed = await lastMailed(table, over.map(({ lastOn }) => lastOn!).reduce(earlier), on);
  return known.map((each) => {
    const mailedOn = isOver(each) ? mailed.get(each.contact.id) : undefined;
    return mailedOn ? { ...each, lastOn: later(each.lastOn!, mailedOn) } : each;
  });
}

/**
 * The day, in London, of the last entry in a contact's history but for what took their details out. A record older than histories says
 * nothing of when, and nobody can say that its time is over.
 */
async function lastInHistory(table: Table, contactId: string): Promise<Day | undefined> {
  const { from, to } = eventsFrom('');
  const newestFirst = queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': contactKey(contactId).pk, ':from': from, ':to': to },
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: 5,
  });
  for await (const item of newestFirst) {
    const { at, move } = fromItem('event', item);
    if (move !== 'remove-details') return londonDay(asInstant(at));
  }
  return undefined;
}
