import type { Case } from '../../../shared/domain/case.ts';
import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import { caseKey, contactKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';

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

/** 'Jane Smith, Head of Training'; only the name where it is the post itself. */
export const personInWords = (person: Contact): string =>
  isNamedAfterPost(person) ? person.name : `${person.name}, ${person.post}`;

/** Is a contact a post and no person, as 'Head of Training, Head of Training' would say? */
export const isNamedAfterPost = ({ name, post }: Contact): boolean =>
  name.trim().toLowerCase() === post.trim().toLowerCase();

/** The address of a recommendation's page. */
export const recommendationHref = (of: { caseId: string; number: number }): string =>
  `/cases/${of.caseId}/recommendations/${of.number}`;
