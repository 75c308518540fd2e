import { type FindContact, mostHandOvers } from '../domain/acting.ts';
import type { Contact } from '../domain/contact.ts';
import { contactKey } from './keys.ts';
import { readItems } from './read.ts';
import { fromItem, type Item } from './records.ts';
import type { Table } from './table.ts';

/**
 * Contacts read once each, with whoever took over from them. `find` throws for a contact whose record is damaged, and only for that
 * one; `named` gives the ids that a field of those read so far holds.
 */
export type KnownContacts = {
  learn(ids: readonly unknown[]): Promise<void>;
  named(field: 'managerId' | 'deputyId'): unknown[];
  find: FindContact;
  all(): Contact[];
  /** The ids of all that were read, damaged or not. */
  ids(): string[];
};

/** Reads contacts as they are now (strongly consistent), in one batch, and one more for each hand-over in turn. */
export function knownContacts(table: Table): KnownContacts {
  const known = new Map<unknown, Item>();
  const readNew = async (ids: readonly unknown[]): Promise<Item[]> => {
    const unknown = ids.filter((id) => typeof id === 'string' && !known.has(contactKey(id).pk)) as string[];
    const items = await readItems(table, unknown.map(contactKey));
    for (const item of items) known.set(item.pk, item);
    return items;
  };
  return {
    async learn(ids) {
      let wanted = ids;
      for (let step = 0; step <= mostHandOvers && wanted.length > 0; step++) {
        const departed = (await readNew(wanted)).filter(({ status }) => status === 'departed');
        wanted = departed.map(({ successorId }) => successorId);
      }
    },
    named: (field) => [...known.values()].map((item) => item[field]),
    find(id) {
      const item = known.get(contactKey(id).pk);
      return item && fromItem('contact', item);
    },
    ids: () => [...known.values()].map(({ id }) => String(id)),
    all: () => [...known.values()].map((item) => fromItem('contact', item)),
  };
}
