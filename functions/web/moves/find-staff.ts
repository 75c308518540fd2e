import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { Staff } from '../../../shared/domain/staff.ts';
import { staffKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Desk } from './desk.ts';

export const noSuchStaff = refuse('unknown-staff', 'There is nobody here with this number who may sign in');

/** The person with this id, or the reason there is none. */
export const findStaff = async (table: Table, id: string): Promise<Staff | Refusal> =>
  (await read(table, 'staff', staffKey(id))) ?? noSuchStaff;

/** The id of whoever is at the desk, where they are one of the staff. */
export const staffAt = ({ byId = '' }: Desk): string => byId.replace(/^staff:/, '');
