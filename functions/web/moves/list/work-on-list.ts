import {
  advanced,
  begun,
  type ListedLine,
  type ListImport,
  type OverdueWay,
} from '../../../../shared/domain/list-import.ts';
import { type Refusal, refuse } from '../../../../shared/domain/refusal.ts';
import { listKey } from '../../../../shared/store/keys.ts';
import { advanceImport, readPart } from '../../../../shared/store/list-imports.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import type { Desk } from '../desk.ts';
import { readListPeople } from './list-people.ts';
import { takeInCase } from './take-in.ts';
import { type Weighed, weighCase } from './weigh-lines.ts';

const noSuchList = refuse('unknown-list', 'There is no such list');

/** The list with this id, or the reason there is none. */
export const findList = async (table: Table, id: string): Promise<ListImport | Refusal> =>
  (await read(table, 'list', listKey(id))) ?? noSuchList;

/**
 * Works through the next part of a list: says what would become of its lines, or takes them in once somebody has confirmed the whole. Each
 * part can be worked through again, by the same person or two at once, and comes to the same.
 */
export async function workOnList(desk: Desk, list: ListImport): Promise<void> {
  if (list.stage !== 'checking' && list.stage !== 'taking-in') return;
  const part = await readPart(desk.table, list.id, list.done + 1);
  if (!part) throw new Error(`List ${list.id} has lost its part ${list.done + 1}`);
  const people = await readListPeople(desk.table);
  const mine = { ...desk, by: list.by };
  const lines: ListedLine[] = [...part.refusedLines];
  for (const entries of part.groups) {
    const fates =
      list.stage === 'checking'
        ? (await weighCase(mine, people, entries)).fates
        : await takeInCase(mine, people, entries, { name: list.name, overdue: list.overdue ?? 'hold' });
    lines.push(...fates.map(listed));
  }
  // What became of the lines takes the place of what would, so that a part stays within the size of a record.
  const { checked: _, ...rest } = part;
  const worked = list.stage === 'checking' ? { ...rest, checked: lines } : { ...rest, taken: lines };
  await advanceImport(desk.table, list, advanced(list, lines), worked);
}

const listed = ({
  line,
  kind,
  reference,
  caseId,
  number,
  reasons,
  notes,
  overdueSince,
  isOwnerless,
}: Weighed): ListedLine => ({
  line,
  kind,
  reference,
  caseId,
  number,
  reasons,
  notes: kind === 'refused' ? [] : notes,
  ...(overdueSince ? { overdueSince } : {}),
  ...(isOwnerless && kind === 'new' ? { isOwnerless } : {}),
});

/** Begins to take in a list that was checked. `overdue` must be answered where anything is overdue already. */
export async function confirmList(
  desk: Desk,
  list: ListImport,
  overdue: OverdueWay | undefined,
): Promise<Refusal | undefined> {
  if (list.stage !== 'checked') return undefined;
  if (list.counts.overdue > 0 && !overdue)
    return refuse('overdue-unanswered', 'Choose how what is overdue already is treated', 'overdue');
  await advanceImport(desk.table, list, begun(list, overdue ?? 'remind'));
  return undefined;
}

/** What was said of every line at the last stage, in the order of the list. */
export async function linesOfList(table: Table, list: ListImport): Promise<ListedLine[]> {
  const parts = await Promise.all(
    Array.from({ length: list.parts }, (_, index) => readPart(table, list.id, index + 1)),
  );
  return parts.flatMap((part) => part?.taken ?? part?.checked ?? []).sort((a, b) => a.line - b.line);
}
