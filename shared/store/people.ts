import { type Contact, isLive } from '../domain/contact.ts';
import { type Deadline, roles } from '../domain/deadline.ts';
import type { People } from '../domain/night.ts';
import { contactKey } from './keys.ts';
import { readItems } from './read.ts';
import { fromItem, type Item } from './records.ts';
import type { Table } from './table.ts';

/**
 * Who each role of a deadline is, from contacts read once. The manager is the owner's; the chair is the recommendation's; where one of
 * them cannot be mailed and their deputy can, it is the deputy. Throws for
 * a deadline one of whose people is damaged, and only for that.
 */
export type WhoIsWho = (deadline: Deadline) => People;

/** Reads the owners, managers and chairs of some deadlines as they are now (strongly consistent). */
export async function peopleOf(table: Table, deadlines: Deadline[]): Promise<WhoIsWho> {
  const known = new Map<unknown, Item>();
  const learn = async (ids: unknown[]) => {
    const unknown = ids.filter((id) => typeof id === 'string' && !known.has(contactKey(id).pk)) as string[];
    for (const item of await readItems(table, unknown.map(contactKey))) known.set(item.pk, item);
  };
  await learn(deadlines.flatMap(({ ownerId, chairId }) => [ownerId, chairId]));
  await learn([...known.values()].map(({ managerId }) => managerId));
  await learn([...known.values()].map(({ deputyId }) => deputyId));
  const find = (id: string | undefined): Contact | undefined => {
    const item = id === undefined ? undefined : known.get(contactKey(id).pk);
    return item && fromItem('contact', item);
  };
  const orDeputy = (contact: Contact | undefined): Contact | undefined => {
    const deputyId = contact?.deputyId;
    if (isLive(contact)) return contact;
    const deputy = find(deputyId);
    return isLive(deputy) ? deputy : contact;
  };
  return ({ ownerId, chairId }) => {
    const owner = find(ownerId);
    const everyone = { owner, manager: find(owner?.managerId), chair: find(chairId) };
    for (const role of roles) everyone[role] = orDeputy(everyone[role]);
    return Object.fromEntries(Object.entries(everyone).filter(([, contact]) => contact)) as People;
  };
}
