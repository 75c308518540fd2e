import { randomUUID } from 'node:crypto';
import type { Desk } from '../../functions/web/moves/desk.ts';
import { recordCase } from '../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../functions/web/moves/record-response.ts';
import { type CaseInput, caseInput } from '../../shared/domain/case.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import type { ResponseInput } from '../../shared/domain/response.ts';
import { responseInput } from '../../shared/domain/response.ts';
import type { Table } from '../../shared/store/table.ts';
import { contacts } from './recorded.ts';
import { accepted, morningOf, sampleContact } from './sample-records.ts';

/** The desk of one of the liaison staff on a day. */
export const deskOf = (table: Table, day = '2020-11-20'): Desk => ({
  table,
  clock: morningOf(day),
  newId: randomUUID,
  by: 'liaison',
});

export const typedCase = (of: Partial<CaseInput> = {}): CaseInput =>
  caseInput.parse({
    reference: '2019/127918',
    title: 'Searches of young people',
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body: 'Essex Police',
    madeOn: '2020-09-29',
    publishedDueOn: '2020-11-24',
    ...of,
  });

type TypedPromise = { quote: string; promise: object };

export const within3Months: TypedPromise = {
  quote: 'We will do this within 3 months',
  promise: { kind: 'within', latest: 3, unit: 'month' },
};

export const typedResponse = (
  of: Partial<ResponseInput> = {},
  commitments: TypedPromise[] = [within3Months],
): ResponseInput =>
  responseInput.parse({
    respondedOn: '2020-11-20',
    acceptance: 'accepted',
    text: 'We accept this recommendation.',
    ...of,
    commitments,
  });

export const caseId = '2019-127918';

/** A case made on 29 September 2020 with one recommendation that Anna owns; its response too, where there is one. */
export async function atTheDesk(table: Table, response?: ResponseInput, day?: string): Promise<Desk> {
  const desk = deskOf(table, day);
  const anna: Contact = sampleContact();
  await contacts(table, anna);
  accepted(await recordCase(desk, typedCase()));
  accepted(await recordRecommendation(desk, caseId, { text: 'Review searches.', ownerId: 'anna' }));
  if (response) accepted(await recordResponse(desk, caseId, 1, response));
  return desk;
}
