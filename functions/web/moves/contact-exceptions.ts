import { cleared, type ExceptionKind, raise } from '../../../shared/domain/exception.ts';
import { exceptionKey } from '../../../shared/store/keys.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import type { Change } from '../../../shared/store/save.ts';
import type { Desk } from './desk.ts';

/** Raises an exception about a contact as part of a move, anew where it was raised and cleared before. */
export async function raising(
  desk: Desk,
  contactId: string,
  kind: ExceptionKind,
): Promise<Pick<Change, 'creates' | 'updates'>> {
  const after = raise(kind, { contactId }, desk.clock.now());
  const before = await read(desk.table, 'exception', exceptionKey(after.id));
  if (!before) return { creates: [{ kind: 'exception', value: after }], updates: [] };
  return { creates: [], updates: before.clearedAt ? [{ kind: 'exception', before, after }] : [] };
}

/** Clears the open exceptions of these kinds about a contact, as part of the move that puts them right. */
export async function clearingOf(
  desk: Desk,
  contactId: string,
  kinds: readonly ExceptionKind[],
): Promise<Change['updates']> {
  const keys = kinds.map((kind) => exceptionKey(raise(kind, { contactId }, desk.clock.now()).id));
  const open = (await readMany(desk.table, 'exception', keys)).filter(({ clearedAt }) => !clearedAt);
  return open.map((before) => ({
    kind: 'exception' as const,
    before,
    after: cleared(before, desk.by, desk.clock.now()),
  }));
}
