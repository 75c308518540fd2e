import type { Staff } from '../domain/staff.ts';
import { registerPartitions, staffEmailKey, staffKey, staffSubjectKey } from './keys.ts';
import { queryAll, read } from './read.ts';
import { fromItem, type RecordOf } from './records.ts';
import type { Create, Update } from './save.ts';
import type { Table } from './table.ts';

/** Everybody who may sign in or once might, by name. */
export const listStaff = async (table: Table): Promise<Staff[]> => {
  const items = queryAll(table, {
    IndexName: 'register',
    KeyConditionExpression: 'registerPk = :partition',
    ExpressionAttributeValues: { ':partition': registerPartitions.staff },
  });
  return (await Array.fromAsync(items)).map((item) => fromItem('staff', item));
};

/** Who has an address, in small letters, as their own now; also somebody who has left with it. */
export async function staffWithEmail(table: Table, email: string): Promise<Staff | undefined> {
  const pointer = await read(table, 'staff-email', staffEmailKey(email));
  const found = pointer && (await read(table, 'staff', staffKey(pointer.staffId)));
  return found?.email === email ? found : undefined;
}

type Subject = NonNullable<Staff['subject']>;

/** Who has signed in as this person of the identity provider before. */
export async function staffWithSubject(table: Table, { issuer, sub }: Subject): Promise<Staff | undefined> {
  const pointer = await read(table, 'staff-subject', staffSubjectKey({ issuer, sub }));
  const found = pointer && (await read(table, 'staff', staffKey(pointer.staffId)));
  return found?.subject?.issuer === issuer && found.subject.sub === sub ? found : undefined;
}

/** A part of a move: what it makes anew, or changes. */
type Part = { creates: Create[]; updates: Update[] };

/** What makes an address lead to somebody. Whoever had it before must be known not to need it any more. */
export const leadFromEmail = async (table: Table, email: string, staffId: string): Promise<Part> =>
  led('staff-email', await read(table, 'staff-email', staffEmailKey(email)), { email, staffId, version: 1 });

/** What makes a person of the identity provider lead to somebody. */
export const leadFromSubject = async (
  table: Table,
  { issuer, sub }: Subject,
  staffId: string,
): Promise<Part> =>
  led('staff-subject', await read(table, 'staff-subject', staffSubjectKey({ issuer, sub })), {
    issuer,
    sub,
    staffId,
    version: 1,
  });

function led<K extends 'staff-email' | 'staff-subject'>(
  kind: K,
  before: RecordOf<K> | undefined,
  value: RecordOf<K>,
): Part {
  if (!before) return { creates: [{ kind, value } as Create], updates: [] };
  return { creates: [], updates: [{ kind, before, after: { ...before, staffId: value.staffId } } as Update] };
}
