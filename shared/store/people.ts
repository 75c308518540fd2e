import type { Contact } from '../domain/contact.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { People } from '../domain/night.ts';
import { contactKey } from './keys.ts';
import { readMany } from './read.ts';
import type { Table } from './table.ts';

/** Who each role of a deadline is, from contacts read once. The manager is the owner's; the chair is the recommendation's. */
export type WhoIsWho = (deadline: Deadline) => People;

/** Reads the owners, managers and chairs of some deadlines as they are now (strongly consistent). */
export async function peopleOf(table: Table, deadlines: Deadline[]): Promise<WhoIsWho> {
  const known = new Map<string, Contact>();
  const learn = async (ids: (string | undefined)[]) => {
    const unknown = ids.filter((id) => id !== undefined && !known.has(id)) as string[];
    for (const contact of await readMany(table, 'contact', unknown.map(contactKey)))
      known.set(contact.id, contact);
  };
  await learn(deadlines.flatMap(({ ownerId, chairId }) => [ownerId, chairId]));
  await learn([...known.values()].map(({ managerId }) => managerId));
  const find = (id: string | undefined) => (id === undefined ? undefined : known.get(id));
  return ({ ownerId, chairId }) => {
    const owner = find(ownerId);
    const everyone = { owner, manager: find(owner?.managerId), chair: find(chairId) };
    return Object.fromEntries(Object.entries(everyone).filter(([, contact]) => contact)) as People;
  };
}
