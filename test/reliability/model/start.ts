import * as fc from 'fast-check';
import { recordCase } from '../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../functions/web/moves/record-recommendation.ts';
import type { Board } from '../../../shared/domain/board.ts';
import { caseInput } from '../../../shared/domain/case.ts';
import { type Contact, liaisonTeam } from '../../../shared/domain/contact.ts';
import { addDays, isBefore } from '../../../shared/domain/day.ts';
import { recommendationInput } from '../../../shared/domain/recommendation.ts';
import { contacts, put } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';
import { firstDay, type Lab } from './lab.ts';
import { contactOf } from './stale.ts';

/** The people: owners with a manager and a deputy, with a deputy who is the manager, with one of them or neither; and two chairs. */
const people: Contact[] = [
  sampleContact('anna', { managerId: 'mona', deputyId: 'dora' }),
  sampleContact('bill', { managerId: 'mona', deputyId: 'mona' }),
  sampleContact('cora', { managerId: 'max' }),
  sampleContact('dora', { managerId: 'max', deputyId: 'bill' }),
  sampleContact('eric', { deputyId: 'cora' }),
  sampleContact('fay'),
  sampleContact('mona', { deputyId: 'max' }),
  sampleContact('max', { managerId: 'carl' }),
  sampleContact('carl'),
  sampleContact('chris', { deputyId: 'mona' }),
];

export const ownerIds = people.slice(0, 6).map(({ id }) => id);
/** The boards: one whose chair has nobody to stand in for them, one whose chair has. */
const boards: Board[] = [
  { id: 'learning', name: 'Learning the Lessons', chairId: 'carl', meetings: [], version: 1 },
  { id: 'oversight', name: 'Strategic Oversight', chairId: 'chris', meetings: [], version: 1 },
];
const boardIds = boards.map(({ id }) => id);

const someIndex = fc.nat({ max: 1_000 });
const oneOf = (ids: string[], index: number) => ids[index % ids.length]!;

/** One recommendation to be recorded, as far as chance decides. */
const asking = fc.record({
  madeAfter: fc.integer({ min: -365, max: 365 }),
  owner: fc.option(someIndex, { freq: 12 }),
  board: fc.option(someIndex, { freq: 1 }),
  publishedAfter: fc.option(fc.constantFrom(56, 56, 56, 40, 70, 126), { freq: 4 }),
  hasClock: fc.integer({ min: 0, max: 9 }).map((each) => each > 0),
});

export type Asking = (typeof asking extends fc.Arbitrary<infer T> ? T : never)[];

export type Start = { recommendations: Asking };

/**
 * Fifty recommendations, made in the year before the first day and the year after it. A story that breaks a promise is made shorter, and
 * not what it starts from.
 */
export const anyStart: fc.Arbitrary<Start> = fc
  .noShrink(fc.array(asking, { minLength: 50, maxLength: 50 }))
  .map((recommendations) => ({ recommendations, [fc.toStringMethod]: () => 'fifty recommendations' }));

/** Records the people and what was made by now; the rest is recorded at noon of the day it is made. */
export async function begin(lab: Lab, recommendations: Asking): Promise<void> {
  await contacts(lab.desk.table, liaisonTeam('liaison@force.example'), ...people);
  for (const board of boards) await put(lab.desk.table, 'board', board);
  const recording = recommendations.map((each, index) => ({
    madeOn: addDays(firstDay, each.madeAfter),
    record: () => record(lab, each, `2020/${String(index + 1).padStart(3, '0')}`),
  }));
  const made = recording.filter(({ madeOn }) => isBefore(madeOn, firstDay));
  await lab.inTheEvening(async () => {
    for (const each of made) await each.record();
  });
  for (const { madeOn, record } of recording.filter((each) => !made.includes(each)))
    lab.arrivals.set(madeOn, [...(lab.arrivals.get(madeOn) ?? []), record]);
}

const hasLeft = (lab: Lab, id: string) => contactOf(lab, id)?.status === 'departed';

async function record(
  lab: Lab,
  { madeAfter, owner, board, publishedAfter, hasClock }: Asking[number],
  reference: string,
) {
  const madeOn = addDays(firstDay, madeAfter);
  const ownerId = owner === null ? undefined : oneOf(ownerIds, owner);
  const learningCase = accepted(
    await recordCase(
      lab.desk,
      caseInput.parse({
        reference,
        title: `Case ${reference}`,
        source: hasClock ? 'iopc' : 'internal-audit',
        legalBasis: hasClock ? 'paragraph-28A' : 'none',
        body: 'Essex Police',
        madeOn,
        ...(publishedAfter === null ? {} : { publishedDueOn: addDays(madeOn, publishedAfter) }),
      }),
    ),
  );
  accepted(
    await recordRecommendation(
      lab.desk,
      learningCase.id,
      recommendationInput.parse({
        text: 'Review it.',
        ...(ownerId && !hasLeft(lab, ownerId) ? { ownerId } : {}),
        ...(board === null ? {} : { boardId: oneOf(boardIds, board) }),
      }),
    ),
  );
}
