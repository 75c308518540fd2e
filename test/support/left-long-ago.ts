import { addContact } from '../../functions/web/moves/add-contact.ts';
import { recordCase } from '../../functions/web/moves/record-case.ts';
import { recordDeparture } from '../../functions/web/moves/record-departure.ts';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import { contactInput } from '../../shared/domain/contact.ts';
import { asDay } from '../../shared/domain/day.ts';
import { makeRows } from '../../shared/store/make-rows.ts';
import type { Table } from '../../shared/store/table.ts';
import { quillfeather } from './canaries.ts';
import { deskOf, typedCase } from './desk-of.ts';
import { put } from './recorded.ts';
import {
  accepted,
  sampleCase,
  sampleDeadline,
  sampleLine,
  sampleMail,
  sampleNight,
  sampleRecommendation,
} from './sample-records.ts';

/** The day on which the following is looked at: six years after the mail. */
export const sixYearsLater = '2026-10-26';

export type LeftLongAgo = { needed: string; gone: string; later: string };

/**
 * Three people of one name: one who left on 20 November 2020 and was mailed on 26 October before, one who left then and still owns something,
 * and one who left on 20 September 2026.
 */
export async function leftLongAgo(table: Table): Promise<LeftLongAgo> {
  await makeRows(table, '2020-09-01T06:00:00.000Z');
  const { name, post, email } = quillfeather;
  const [early, late] = [deskOf(table, '2020-11-20'), deskOf(table, '2026-09-20')];
  const add = async () => accepted(await addContact(early, contactInput.parse({ name, post, email }))).id;
  const ids = { needed: await add(), gone: await add(), later: await add() };
  accepted(await recordCase(early, typedCase()));
  const owned = { text: 'Review searches.', ownerId: ids.needed };
  accepted(await recordRecommendation(early, '2019-127918', owned));
  for (const id of [ids.needed, ids.gone]) accepted(await recordDeparture(early, id, { reason: 'Retired' }));
  accepted(await recordDeparture(late, ids.later, {}));
  for (const id of Object.values(ids)) await seenTo(table, id);
  await put(table, 'night', sampleNight());
  await mailTo(table, ids.gone, 'mail-1', '2020-10-26');
  return ids;
}

const seenTo = (table: Table, contactId: string) =>
  put(table, 'exception', {
    id: `departed-${contactId}`,
    kind: 'departed',
    contactId,
    raisedAt: '2020-11-20T06:10:00.000Z',
    clearedAt: '2020-11-21T06:10:00.000Z',
    version: 2,
  });

/** A mail that was delivered, with its words. */
export async function mailTo(table: Table, recipientId: string, id: string, on: string): Promise<void> {
  const line = sampleLine(sampleDeadline(sampleRecommendation(sampleCase()), sampleCase()));
  const { name, email } = quillfeather;
  const of = { recipientId, recipientEmail: email, plannedOn: asDay(on), state: 'DELIVERED' as const };
  await put(table, 'mail', sampleMail(id, [line], of));
  await put(table, 'content', { mailId: id, subject: 'Due', text: `Dear ${name}` });
}
