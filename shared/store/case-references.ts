import { type Case, caseIdOf } from '../domain/case.ts';
import { caseKey, referenceKey } from './keys.ts';
import { read } from './read.ts';
import type { RecordOf } from './records.ts';
import type { Change } from './save.ts';
import type { Table } from './table.ts';

/** The case that has a reference now: the one recorded under it, unless that was amended since, or one that was amended to it. */
export async function caseWithReference(table: Table, reference: string): Promise<Case | undefined> {
  const id = caseIdOf(reference);
  const has = (found: Case | undefined) => (found && caseIdOf(found.reference) === id ? found : undefined);
  const pointer = await read(table, 'reference', referenceKey(id));
  return (
    has(await read(table, 'case', caseKey(id))) ??
    (pointer && has(await read(table, 'case', caseKey(pointer.caseId))))
  );
}

/** What lets a case be found by a reference that it was not recorded under. */
export async function pointerTo(
  table: Table,
  { id: caseId, reference }: Case,
): Promise<Pick<Change, 'creates' | 'updates'>> {
  const id = caseIdOf(reference);
  if (id === caseId) return { creates: [], updates: [] };
  const before = await read(table, 'reference', referenceKey(id));
  const value: RecordOf<'reference'> = { id, caseId, version: 1 };
  return before
    ? { creates: [], updates: [{ kind: 'reference', before, after: value }] }
    : { creates: [{ kind: 'reference', value }], updates: [] };
}
