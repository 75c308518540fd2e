import { type Contact, isLive } from '../../../shared/domain/contact.ts';
import { codeIdOf } from '../../../shared/store/codes.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';

/** Everybody who is written to at the address whose code has this id. Whether there is anybody or not, the same is read. */
export const contactsAt = async (table: Table, codeId: string): Promise<Contact[]> =>
  (await listContacts(table)).filter((each) => isLive(each) && codeIdOf(each.email) === codeId);
