import type { Contact } from '../domain/contact.ts';
import { type ExceptionKind, exceptionKinds, raise } from '../domain/exception.ts';
import type { Instant } from '../domain/london.ts';
import { type NamedBy, namedBy } from '../domain/naming.ts';
import { codeIdOf } from './codes.ts';
import { everyItem } from './every-item.ts';
import { codeKey, contactKey, exceptionKey, keyInLine } from './keys.ts';
import { read, readItems } from './read.ts';
import { contentOf, type Item, type Key } from './records.ts';
import type { Table } from './table.ts';

/** One record that names a contact: what it says, and by what it names them. */
export type Held = { record: string; key: string; namedBy: NamedBy[]; says: Item };

/** Everything that the tracker holds about a contact, by kind of record. */
export type AboutContact = { contact: Contact; held: Held[] };

// Made from other records, which are told: the rows of the list, and the ends of the histories.
const derived = ['case-row', 'recommendation-row', 'chain'];

// What lets somebody in is nobody's to read, not even theirs.
const secret: Readonly<Record<string, readonly string[]>> = {
  session: ['id', 'formToken'],
  mail: ['token'],
  code: ['id', 'browser', 'digits', 'writtenBy'],
};

/**
 * Gathers every record that names a contact, by their id, their address or their name, each once: for whoever asks what is held about them
 * (UK GDPR article 15, subject access). It reads everything (everyItem), so it takes as long as there is much.
 */
export async function aboutContact(
  table: Table,
  id: string,
  now: Instant,
): Promise<AboutContact | undefined> {
  const contact = await read(table, 'contact', contactKey(id));
  if (!contact) return undefined;
  const held = new Map<string, Held>();
  const take = (item: Item, by = namedBy(contentOf(item), contact)) => {
    const found = heldIn(item, by);
    if (found) held.set(found.key, found);
  };
  for await (const item of everyItem(table, now)) take(item);
  const cleared = await readItems(table, exceptionsOf(contact, [...held.values()]));
  for (const item of cleared) take(item);
  // The code of an address says whose it is by a digest alone.
  for (const item of await readItems(table, [codeKey(codeIdOf(contact.email))])) take(item, ['address']);
  return { contact, held: inOrder([...held.values()]) };
}

function heldIn(item: Item, by: NamedBy[]): Held | undefined {
  const record = String(item.record);
  if (derived.includes(record) || by.length === 0) return undefined;
  const says = Object.fromEntries(
    Object.entries(contentOf(item)).filter(([field]) => !secret[record]?.includes(field)),
  );
  return { record, key: keyInLine(item as Key), namedBy: by, says };
}

/** Every exception that there can have been about them, their mails or what they own: once cleared, it is found by its id alone. */
function exceptionsOf({ id: contactId }: Contact, held: readonly Held[]): Key[] {
  const kinds = Object.keys(exceptionKinds) as ExceptionKind[];
  const subjects = [
    { contactId },
    ...held.flatMap(({ record, says }) => (record === 'mail' ? [{ mailId: String(says.id) }] : [])),
    ...held.flatMap(({ record, says }) =>
      record === 'recommendation' ? [{ caseId: String(says.caseId), number: Number(says.number) }] : [],
    ),
  ];
  return subjects.flatMap((about) => kinds.map((kind) => exceptionKey(raise(kind, about, '').id)));
}

const inOrder = (held: Held[]): Held[] =>
  held.toSorted((a, b) => (`${a.record} ${a.key}` < `${b.record} ${b.key}` ? -1 : 1));
