import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import type { Staff } from '../../../shared/domain/staff.ts';
import { type CaseFile, type RecommendationFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { caseKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  findBoard,
  findContact,
  findRecommendation,
  noSuchBoard,
  noSuchCase,
  noSuchContact,
} from '../moves/desk.ts';
import { findStaff, noSuchStaff } from '../moves/find-staff.ts';

// What stands in an address may be anything; only what could be a record's name is looked up.
const caseIds = /^[a-z0-9-]{1,60}$/;
const ids = /^[a-z0-9-]{1,64}$/;
const numbers = /^\d{1,3}$/;

/** The case that an address names. */
export async function findCase(table: Table, caseId: string): Promise<Case | Refusal> {
  return (caseIds.test(caseId) && (await read(table, 'case', caseKey(caseId)))) || noSuchCase;
}

/** The whole file of the case that an address names. */
export async function findCaseFile(table: Table, caseId: string): Promise<CaseFile | Refusal> {
  return (caseIds.test(caseId) && (await readCaseFile(table, caseId))) || noSuchCase;
}

/** The contact that an address names. */
export const findContactAt = async (table: Table, id: string): Promise<Contact | Refusal> =>
  ids.test(id) ? findContact(table, id) : noSuchContact;

export const toContacts = { text: 'See all contacts', href: '/contacts' };

/** The board that an address names. */
export const findBoardAt = async (table: Table, id: string): Promise<Board | Refusal> =>
  ids.test(id) ? findBoard(table, id) : noSuchBoard;

export const toBoards = { text: 'See all boards', href: '/boards' };

/** The one of the staff that an address names. */
export const findStaffAt = async (table: Table, id: string): Promise<Staff | Refusal> =>
  ids.test(id) ? findStaff(table, id) : noSuchStaff;

export const toStaff = { text: 'See who may sign in', href: '/staff' };

/** The recommendation that an address names, with its case. */
export async function findByAddress(
  table: Table,
  { caseId, number }: { caseId: string; number: string },
): Promise<{ file: CaseFile; entry: RecommendationFile } | Refusal> {
  if (!caseIds.test(caseId)) return noSuchCase;
  return findRecommendation(table, caseId, numbers.test(number) ? Number(number) : 0);
}
