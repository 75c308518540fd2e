import { actingFor, managerIdOf } from '../domain/acting.ts';
import type { Contact } from '../domain/contact.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { People } from '../domain/night.ts';
import { boardKey, contactKey } from './keys.ts';
import { readItems } from './read.ts';
import { fromItem, type Item, type Key } from './records.ts';
import { knownContacts } from './stand-ins.ts';
import type { Table } from './table.ts';

/**
 * Who each role of a deadline is, from contacts and boards read once. The manager is the owner's; the chair is the board's, as the
 * board is now; and for each of them it is whoever acts for them (acting). Throws for a deadline whose board or one of whose people is
 * damaged, and only for that.
 */
export type WhoIsWho = (deadline: Pick<Deadline, 'ownerId' | 'boardId'>) => People;

/** Reads the boards, owners, managers and chairs of some deadlines as they are now (strongly consistent). */
export async function peopleOf(
  table: Table,
  deadlines: Pick<Deadline, 'ownerId' | 'boardId'>[],
): Promise<WhoIsWho> {
  const { boards, contacts } = await everyoneOf(table, deadlines);
  const { find } = contacts;
  const chairOf = (boardId: string | undefined): string | undefined => {
    const item = boardId === undefined ? undefined : boards.get(boardKey(boardId).pk);
    return item && fromItem('board', item).chairId;
  };
  const acting = (id: string | undefined): Contact | undefined => {
    const contact = id === undefined ? undefined : find(id);
    return contact && actingFor(contact, find);
  };
  return ({ ownerId, boardId }) => {
    const named = ownerId === undefined ? undefined : find(ownerId);
    const everyone = {
      owner: acting(ownerId),
      manager: acting(named && managerIdOf(named, find)),
      chair: acting(chairOf(boardId)),
    };
    return Object.fromEntries(Object.entries(everyone).filter(([, contact]) => contact)) as People;
  };
}

/** The keys of every board and contact that has a part in who each role of some deadlines is, those who left and stand-ins too. */
export async function whoMatters(
  table: Table,
  deadlines: Pick<Deadline, 'ownerId' | 'boardId'>[],
): Promise<Key[]> {
  const { boards, contacts } = await everyoneOf(table, deadlines);
  return [...[...boards.values()].map(({ id }) => boardKey(String(id))), ...contacts.ids().map(contactKey)];
}

async function everyoneOf(table: Table, deadlines: Pick<Deadline, 'ownerId' | 'boardId'>[]) {
  const boards = await boardsOf(table, deadlines);
  const contacts = knownContacts(table);
  await contacts.learn([
    ...deadlines.map(({ ownerId }) => ownerId),
    ...[...boards.values()].map((item) => item.chairId),
  ]);
  await contacts.learn(contacts.named('managerId'));
  await contacts.learn(contacts.named('deputyId'));
  return { boards, contacts };
}

async function boardsOf(
  table: Table,
  deadlines: Pick<Deadline, 'boardId'>[],
): Promise<ReadonlyMap<unknown, Item>> {
  const keys = deadlines.flatMap(({ boardId }) => (boardId === undefined ? [] : [boardKey(boardId)]));
  return new Map((await readItems(table, keys)).map((item) => [item.pk, item]));
}
