import { cleared, type ExceptionKind, raise } from '../../../shared/domain/exception.ts';
import { exceptionKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { Change } from '../../../shared/store/save.ts';
import type { Desk } from './desk.ts';

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
