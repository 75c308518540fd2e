import type { Move, Telling } from '../../../shared/domain/audit-event.ts';
import type { Board } from '../../../shared/domain/board.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import type { Once } from '../../../shared/domain/once.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { isInScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Clock } from '../../../shared/runtime/clock.ts';
import { type CaseFile, type RecommendationFile, readCaseFile } from '../../../shared/store/case-file.ts';
import { boardKey, contactKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Change } from '../../../shared/store/save.ts';
import type { Table } from '../../../shared/store/table.ts';

/**
 * What a move is made with: the table, the time, and who makes it. `seen` is how many entries the history of what is moved had when
 * whoever moves it looked at it: where it has more by then, the move is refused. `once`: the form that asks for it, which moves once.
 */
export type Desk = {
  table: Table;
  clock: Clock;
  newId(): string;
  by: string;
  /** Whose name that is: 'staff:' or 'contact:' and the id of their record. */
  byId?: string;
  /** What they look after, where that is not everything. */
  scope?: Scope;
  seen?: number;
  once?: Once;
};

const mostTries = 4;

/**
 * Makes a move: read, decide, write. Where somebody else (or the nightly run) wrote in between, it is read and decided again, so
 * that what is saved always follows from what is there; a move that no longer makes sense is then refused with its own reason.
 */
export async function decideAgain<T>(move: () => Promise<T | Refusal>): Promise<T | Refusal> {
  for (let tries = 1; ; tries++) {
    const result = await move();
    if (!(isRefusal(result) && result.refused === 'changed-meanwhile') || tries === mostTries) return result;
  }
}

/** The event that tells of a move, with what was seen before it. */
export const eventOf = (
  { clock, newId, by, byId, seen, once }: Desk,
  move: Move,
  about: Omit<Telling, 'id' | 'at' | 'by' | 'move'>,
): Change['event'] => ({
  id: newId(),
  at: clock.now(),
  by,
  ...(byId === undefined ? {} : { byId }),
  move,
  ...about,
  ...(seen === undefined ? {} : { seen }),
  ...(once === undefined ? {} : { once }),
});

export const noSuchCase = refuse('unknown-case', 'There is no case with this reference');
const noSuchRecommendation = refuse(
  'unknown-recommendation',
  'This case has no recommendation with this number',
);

/** A case and one of its recommendations, or the reason there is none. */
export async function findRecommendation(
  table: Table,
  caseId: string,
  number: number,
): Promise<{ file: CaseFile; entry: RecommendationFile } | Refusal> {
  const file = await readCaseFile(table, caseId);
  if (!file) return noSuchCase;
  const entry = file.recommendations.find(({ recommendation }) => recommendation.number === number);
  return entry ? { file, entry } : noSuchRecommendation;
}

/** A contact named on a form must exist and not have left. */
export async function checkContact(
  table: Table,
  id: string | undefined,
  field: string,
): Promise<Refusal | undefined> {
  if (id === undefined) return undefined;
  const contact: Contact | undefined = await read(table, 'contact', contactKey(id));
  if (!contact) return refuse('unknown-contact', 'Choose a contact from the list', field);
  return contact.status === 'departed'
    ? refuse('has-left', `${contact.name} has left: choose somebody else`, field)
    : undefined;
}

export const noSuchContact = refuse('unknown-person', 'There is no such contact');
export const noSuchBoard = refuse('unknown-board', 'There is no such board');

/** The contact with this id, or the reason there is none. */
export const findContact = async (table: Table, id: string): Promise<Contact | Refusal> =>
  (await read(table, 'contact', contactKey(id))) ?? noSuchContact;

/** The board with this id, or the reason there is none. */
export const findBoard = async (table: Table, id: string): Promise<Board | Refusal> =>
  (await read(table, 'board', boardKey(id))) ?? noSuchBoard;

/** A board named on a form must exist. */
export async function checkBoard(table: Table, id: string | undefined): Promise<Refusal | undefined> {
  const board = id === undefined ? undefined : await findBoard(table, id);
  return isRefusal(board) ? refuse('no-such-board', 'Choose a board from the list', 'boardId') : undefined;
}

/** Nobody records what they could not see afterwards. */
export const checkScope = (
  { scope }: Desk,
  of: Parameters<typeof isInScope>[1],
  field: 'body' | 'addressee' | 'boardId',
): Refusal | undefined =>
  scope && !isInScope(scope, of)
    ? refuse('outside-scope', 'This is for a body or board that you do not look after', field)
    : undefined;
