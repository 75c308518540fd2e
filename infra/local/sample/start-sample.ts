import { asInstant } from '../../../shared/domain/london.ts';
import { listCases, listContacts } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { LocalTracker } from '../tracker.ts';
import { deskClient } from './desk-client.ts';
import { essex2020 } from './essex-2020.ts';
import { recordSampleCase } from './record.ts';

/** The morning on which the sample case arrives. */
export const sampleMorning = asInstant(`${essex2020.case.madeOn}T08:00:00Z`);

/** Has nothing been recorded yet? */
export const isEmpty = async (table: Table): Promise<boolean> =>
  (await listCases(table)).items.length === 0 && (await listContacts(table)).length === 0;

/** Puts the real case of September 2020 into an empty tracker and its clock on the day it was made. */
export async function startSample(tracker: LocalTracker): Promise<string | undefined> {
  if (!(await isEmpty(tracker.table))) return 'The sample can only be loaded into an empty tracker.';
  tracker.clock.startAt(sampleMorning);
  await recordSampleCase(deskClient(tracker.web));
  return undefined;
}
