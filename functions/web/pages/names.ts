import { actingFor } from '../../../shared/domain/acting.ts';
import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import { type Contact, isLive, liaisonTeam, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { boardKey, caseKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import { knownContacts } from '../../../shared/store/stand-ins.ts';
import type { Table } from '../../../shared/store/table.ts';

import type { DutyAt } from '../moves/find-duty.ts';

export { isNamedAfterPost, personInWords } from '../../../shared/domain/person-in-words.ts';

export type Contacts = ReadonlyMap<string, Contact>;
export type Cases = ReadonlyMap<string, Case>;

type Id = string | undefined;

const given = (ids: readonly Id[]) => ids.filter((id) => id !== undefined);

/**
 * The contacts that a page names, with whoever acts for them. The liaison team is among them also before the first run, which enters it
 * before it writes to anybody.
 */
export async function contactsNamed(table: Table, ids: readonly Id[]): Promise<Contacts> {
  const { learn, named, all } = knownContacts(table);
  await learn(ids);
  await learn(named('deputyId'));
  const found = new Map(all().map((each) => [each.id, each]));
  if (ids.includes(liaisonTeamId) && !found.has(liaisonTeamId)) found.set(liaisonTeamId, liaisonTeam(''));
  return found;
}

/** The boards that a page names, read at once. */
export const boardsNamed = async (table: Table, ids: readonly Id[]): Promise<ReadonlyMap<string, Board>> =>
  new Map((await readMany(table, 'board', given(ids).map(boardKey))).map((each) => [each.id, each]));

/** The cases that a page names, read at once. */
export const casesNamed = async (table: Table, ids: readonly Id[]): Promise<Cases> =>
  new Map((await readMany(table, 'case', given(ids).map(caseKey))).map((each) => [each.id, each]));

/** Why nobody can be reminded, or undefined where the owner can be. */
export function ownerTrouble(ownerId: Id, contacts: Contacts): string | undefined {
  if (ownerId === undefined) return 'Nobody owns it';
  const owner = contacts.get(ownerId);
  if (!owner) return 'Its owner is not among the contacts';
  const acting = actingFor(owner, (id) => contacts.get(id));
  const { name, status } = acting;
  if (isLive(acting)) return undefined;
  return status === 'departed' ? `${name} has left` : `Mail to ${name} does not arrive`;
}

/** Where what can be done about one of its deadlines has its address. */
export const dutyHref = (at: DutyAt): string => `${recommendationHref(at)}/dates/${at.duty}`;

/** Where what can be done about something its owner said has its address. */
export const reportHref = (of: { caseId: string; number: number; id: string }): string =>
  `${recommendationHref(of)}/reports/${of.id}`;

/** The address of a recommendation's page. */
export const recommendationHref = (of: { caseId: string; number: number }): string =>
  `/cases/${of.caseId}/recommendations/${of.number}`;
