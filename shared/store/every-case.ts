import { listCases } from './lists.ts';
import type { Table } from './table.ts';

/** The id of every case, a page of the list at a time. */
export async function* everyCaseId(table: Table): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await listCases(table, cursor);
    for (const { id } of page.items) yield id;
    cursor = page.next;
  } while (cursor);
}
