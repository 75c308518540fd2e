import { caseIdOf } from '../../../shared/domain/case.ts';
import { liaisonTeamId } from '../../../shared/domain/contact.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { listCases, listContacts } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Nights } from '../nights.ts';
import type { LocalTracker } from '../tracker.ts';
import { deskClient } from './desk-client.ts';
import { essex2020 } from './essex-2020.ts';
import { recordSampleCase, recordSampleResponses } from './record.ts';

/** The morning on which the sample case arrives. */
export const sampleMorning = asInstant(`${essex2020.case.madeOn}T08:00:00Z`);

/** Has nobody recorded anything yet? The liaison team enters itself. */
export const isEmpty = async (table: Table): Promise<boolean> =>
  (await listCases(table)).items.length === 0 &&
  (await listContacts(table)).every(({ id }) => id === liaisonTeamId);

/** Puts the real case of September 2020 into an empty tracker and its clock on the day it was made. */
export async function startSample(tracker: LocalTracker): Promise<string | undefined> {
  if (!(await isEmpty(tracker.table))) return 'The sample can only be loaded into an empty tracker.';
  tracker.clock.startAt(sampleMorning);
  await recordSampleCase(deskClient(tracker.desk));
  return undefined;
}

/** Where the sample case is shown. */
export const sampleAddress = `/cases/${caseIdOf(essex2020.case.reference)}`;

/** Lives the sample from the day it was made to the day both responses came, so that their promises are running. */
export async function liveSample(tracker: LocalTracker, nights: Nights): Promise<string | undefined> {
  const refused = await startSample(tracker);
  if (refused) return refused;
  await nights.moveTo(asDay(essex2020.respondedOn));
  await recordSampleResponses(deskClient(tracker.desk), caseIdOf(essex2020.case.reference));
  return undefined;
}
