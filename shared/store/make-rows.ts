import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { compareRows, type DifferingRow, setRight } from './differing-rows.ts';
import { everyCaseId } from './every-case.ts';
import { rowsEditionKey } from './keys.ts';
import { read } from './read.ts';
import { toItem } from './records.ts';
import type { Table } from './table.ts';

/** Raised with whatever changes what the rows of the same records say. */
const edition = 1;

/** Has a tracker the rows of this edition, all of them? */
export const hasRows = async (table: Table): Promise<boolean> =>
  (await read(table, 'rows-edition', rowsEditionKey))?.edition === edition;

/**
 * Makes the rows of a tracker whose records are older than they are. One that has them is asked once and left alone. Broken off, it is done
 * from the beginning the next time; what was written stays. A case that cannot be read is left out, and told of by the weekly comparison.
 */
export async function makeRows(table: Table, at: string): Promise<void> {
  if (await hasRows(table)) return;
  for await (const caseId of everyCaseId(table)) await rightenCase(table, caseId).catch(() => undefined);
  const made = toItem('rows-edition', { edition, at });
  await table.client.send(new PutCommand({ TableName: table.name, Item: made }));
}

/** Sets every row of a case right. @returns those that were not, as they were */
export async function rightenCase(table: Table, caseId: string): Promise<DifferingRow[]> {
  const { differing } = await compareRows(table, caseId);
  for (const each of differing) await setRight(table, each);
  return differing;
}
