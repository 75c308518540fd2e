import type { BankHolidays } from '../domain/bank-holidays.ts';
import { defaultStagePlans, type StagePlanHistory } from '../domain/stage-plans.ts';
import type { Calendar } from '../domain/stages.ts';
import { settingKey } from './keys.ts';
import { read } from './read.ts';
import type { Table } from './table.ts';

/** The stage plans as they are kept (strongly consistent), or undefined where nobody has changed them. */
export const readStagePlans = (table: Table): Promise<StagePlanHistory | undefined> =>
  read(table, 'stage-plan', settingKey('stages'));

/** What stages are worked out with now. Read once for each run and each request. */
export async function readCalendar(table: Table, holidays: BankHolidays): Promise<Calendar> {
  const kept = await readStagePlans(table);
  return { plans: kept?.plans ?? defaultStagePlans, holidays };
}
