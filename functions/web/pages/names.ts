import type { Case } from '../../../shared/domain/case.ts';
import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import { caseKey, contactKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';

export { isNamedAfterPost, personInWords } from '../../../shared/domain/contact.ts';

export type Contacts = ReadonlyMap<string, Contact>;
export type Cases = ReadonlyMap<string, Case>;

type Id = string | undefined;

const given = (ids: readonly Id[]) => ids.filter((id) => id !== undefined);

/** The contacts that a page names, read at once. */
export const contactsNamed = async (table: Table, ids: readonly Id[]): Promise<Contacts> =>
  new Map((await readMany(table, 'contact', given(ids).map(contactKey))).map((each) => [each.id, each]));

/** The cases that a page names, read at once. */
export const casesNamed = async (table: Table, ids: readonly Id[]): Promise<Cases> =>
  new Map((await readMany(table, 'case', given(ids).map(caseKey))).map((each) => [each.id, each]));

/** Why nobody can be reminded, or undefined where the owner can be. */
export function ownerTrouble(ownerId: Id, contacts: Contacts): string | undefined {
  if (ownerId === undefined) return 'Nobody owns it';
  const owner = contacts.get(ownerId);
  if (!owner) return 'Its owner is not among the contacts';
  const { name, status } = owner;
  if (status === 'departed') return `${name} has left`;
  return isLive(owner) ? undefined : `Mail to ${name} does not arrive`;
}

/** The address of a recommendation's page. */
export const recommendationHref = (of: { caseId: string; number: number }): string =>
  `/cases/${of.caseId}/recommendations/${of.number}`;
