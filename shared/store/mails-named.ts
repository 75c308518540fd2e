import type { Mail } from '../domain/mail.ts';
import { mailKey } from './keys.ts';
import { readItems } from './read.ts';
import { fromItem } from './records.ts';
import type { Table } from './table.ts';

/** The mails of some ids, to be named to a person. One that is damaged is left out, so that it keeps nothing else from being named. */
export async function mailsNamed(
  table: Table,
  ids: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, Mail>> {
  const items = await readItems(table, ids.filter((id) => id !== undefined).map(mailKey));
  const mails = items.flatMap((item) => {
    try {
      return [fromItem('mail', item)];
    } catch {
      return [];
    }
  });
  return new Map(mails.map((mail) => [mail.id, mail]));
}
