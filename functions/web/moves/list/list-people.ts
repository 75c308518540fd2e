import type { ListEntry } from '../../../../shared/domain/list-entry.ts';
import { type Refusal, refuse } from '../../../../shared/domain/refusal.ts';
import { listBoards, listContacts } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';

/** The owner and the board that a line names, as contact and board. */
export type Named = { ownerId?: string; boardId?: string };

/** Finds the people and boards that the lines of a list name: an owner by email address, a board by its name. */
export type ListPeople = (entry: Pick<ListEntry, 'owner' | 'board'>) => Named | Refusal;

/** Those who are there now, read once for a whole list. */
export async function readListPeople(table: Table): Promise<ListPeople> {
  const [contacts, boards] = await Promise.all([listContacts(table), listBoards(table)]);
  const byEmail = new Map(contacts.map((each) => [each.email.toLowerCase(), each]));
  const byName = new Map(boards.map((each) => [each.name.toLowerCase(), each]));
  return ({ owner, board }) => {
    const contact = owner === undefined ? undefined : byEmail.get(owner.toLowerCase());
    const named = board === undefined ? undefined : byName.get(board.toLowerCase());
    if (owner !== undefined && !contact)
      return refuse('unknown-contact', `No contact has the email address ${owner}: add the contact first`);
    if (contact?.status === 'departed')
      return refuse('has-left', `${contact.name} has left: name somebody else, or leave the owner empty`);
    if (board !== undefined && !named)
      return refuse('no-such-board', `There is no board called ${board}: add the board first`);
    return { ...(contact ? { ownerId: contact.id } : {}), ...(named ? { boardId: named.id } : {}) };
  };
}
