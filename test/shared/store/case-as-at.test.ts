import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeAcceptance } from '../../../functions/web/moves/change-acceptance.ts';
import { close } from '../../../functions/web/moves/close.ts';
import { confirmCommitment } from '../../../functions/web/moves/confirm-commitment.ts';
import { declineClosure } from '../../../functions/web/moves/decline-closure.ts';
import type { Desk } from '../../../functions/web/moves/desk.ts';
import { extend } from '../../../functions/web/moves/extend.ts';
import { pause } from '../../../functions/web/moves/pause.ts';
import { proposeClosure } from '../../../functions/web/moves/propose-closure.ts';
import { proposeDate } from '../../../functions/web/moves/propose-date.ts';
import { rePlan } from '../../../functions/web/moves/re-plan.ts';
import { reassignOwner } from '../../../functions/web/moves/reassign-owner.ts';
import { recordCase } from '../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../functions/web/moves/record-update.ts';
import { reopen } from '../../../functions/web/moves/reopen.ts';
import { resume } from '../../../functions/web/moves/resume.ts';
import { withdraw } from '../../../functions/web/moves/withdraw.ts';
import { addDays, asDay, type Day } from '../../../shared/domain/day.ts';
import { mayMake, type RecommendationMove } from '../../../shared/domain/moves.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { type Standing, standingOf } from '../../../shared/domain/standing.ts';
import { caseAsAt } from '../../../shared/store/case-as-at.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import type { Table } from '../../../shared/store/table.ts';
import { deskOf, typedCase, typedResponse } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { contacts } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;

beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await contacts(table, sampleContact('anna'), sampleContact('bill'));
});
afterAll(() => tables.stop());

const madeOn = asDay('2020-09-29');
const promised = (days: number) => ({
  quote: 'We will report back.',
  promise: { kind: 'within' as const, latest: days, unit: 'day' as const },
});

type Of = [desk: Desk, caseId: string, number: number];
type Make = (of: Of, today: Day, days: number) => Promise<unknown>;

/** What people do at the desk, each thing on the day on which it happens. */
const made: Record<string, Make> = {
  'record-response': (of, respondedOn, days) => {
    const answers = [[promised(days)], [promised(days), promised(days + 20)], []];
    return recordResponse(...of, typedResponse({ respondedOn }, answers[days % 3]));
  },
  refuse: (of, respondedOn) =>
    recordResponse(
      ...of,
      typedResponse({ respondedOn, acceptance: 'not-accepted', reasons: 'It is not ours.' }, []),
    ),
  'record-update': (of, receivedOn, days) =>
    recordUpdate(...of, 1 + (days % 3), {
      receivedOn,
      text: 'Done.',
      ...(days % 2 ? { commitments: [promised(days)] } : {}),
    }),
  'change-acceptance': (of, changedOn, days) =>
    changeAcceptance(...of, {
      acceptance: days % 2 ? 'not-accepted' : 'accepted',
      changedOn,
      reasons: 'Counsel has advised.',
    }),
  'confirm-commitment': (of, _, days) => confirmCommitment(...of, promised(days + 60)),
  extend: (of, today, days) =>
    extend(...of, { appliedOn: today, grantedOn: today, newDueOn: addDays(today, days + 50) }),
  pause: (of, from) => pause(...of, { from }),
  resume: (of, until) => resume(...of, { until }),
  'propose-date': (of, today, days) =>
    proposeDate(...of, 1, { dueOn: addDays(today, days), why: 'Leave.', proposedBy: 'Jo' }),
  're-plan': (of, today, days) =>
    rePlan(...of, 1 + (days % 3), {
      dueOn: addDays(today, days),
      why: 'A new system.',
      decidedBy: 'Kim Lee',
      approvedBy: 'Sam Okoye',
    }),
  'reassign-owner': (of, _, days) => reassignOwner(...of, { ownerId: days % 2 ? 'anna' : 'bill' }),
  'propose-closure': (of) => proposeClosure(...of, { proposedBy: 'Priya Shah' }),
  'decline-closure': (of) => declineClosure(...of, { why: 'It has not been seen.' }),
  close: (of) => close(...of, { closedBy: 'Kim Lee', note: 'The new procedure.', links: [] }),
  reopen: (of) => reopen(...of, { why: 'It happened again.' }),
  withdraw: (of) => withdraw(...of, { why: 'Made by mistake.' }),
};

const mayBe = (move: string, standing: Standing) =>
  !mayMake(move === 'refuse' ? 'record-response' : (move as RecommendationMove), standing);

const anyStep = fc.record({
  after: fc.integer({ min: 0, max: 40 }),
  choice: fc.nat(),
  days: fc.integer({ min: 1, max: 80 }),
});

let cases = 0;

/** A new case of 29 September 2020 with one recommendation that Anna owns, recorded on the day it was made. */
async function newCase(): Promise<string> {
  const caseId = `lived-${++cases}`;
  const desk = deskOf(table, madeOn);
  accepted(await recordCase(desk, typedCase({ reference: caseId })));
  accepted(await recordRecommendation(desk, caseId, { text: 'Review searches.', ownerId: 'anna' }));
  return caseId;
}

const fileOf = async (caseId: string) => (await readCaseFile(table, caseId))!;

/** What is said of the recommendation on a day by records as they are. */
const said = (
  {
    recommendation,
    deadlines,
    proposals,
    reports,
  }: Awaited<ReturnType<typeof fileOf>>['recommendations'][number],
  today: Day,
) => ({
  standing: standingOf(recommendation, deadlines, today),
  owner: recommendation.ownerId,
  acceptance: recommendation.acceptance,
  dates: deadlines.map(({ id, state, dueOn, lateAfterOn, moved }) => ({
    id,
    state,
    dueOn,
    lateAfterOn,
    moved,
  })),
  waits: proposals.filter(({ state }) => state === 'waiting').map(({ dueOn }) => dueOn),
  reports: reports.map(({ kind, state }) => `${kind} ${state}`).sort(),
});

const looksBack = (file: Awaited<ReturnType<typeof fileOf>>, day: Day) => {
  const [entry] = caseAsAt(file, day);
  return entry && said({ ...entry, reminders: [] }, day);
};

describe('a recommendation as at a day gone by', () => {
  test('stands as it stood on that day, whatever has been done since', { timeout: 300_000 }, async () => {
    const seen = new Set<string>();
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 14 }), async (steps) => {
        const caseId = await newCase();
        const lived: { day: Day; said: ReturnType<typeof said> }[] = [];
        let today = madeOn;
        for (const { after, choice, days } of steps) {
          for (let n = 0; n < after; n++) {
            lived.push({ day: today, said: said((await present(caseId)).recommendations[0]!, today) });
            today = addDays(today, 1);
          }
          const { standing } = said((await present(caseId)).recommendations[0]!, today);
          const possible = Object.keys(made).filter((move) => mayBe(move, standing));
          const move = possible[choice % possible.length]!;
          const answer = await made[move]!([deskOf(table, today), caseId, 1], today, days);
          if (!isRefusal(answer)) done.add(move);
          latest.delete(caseId);
        }
        const file = await fileOf(caseId);
        lived.push({ day: today, said: said(file.recommendations[0]!, today) });
        for (const { day, said } of lived) {
          seen.add(said.standing);
          expect({ day, ...looksBack(file, day) }).toEqual({ day, ...said });
        }
      }),
      // A life takes half a second: the first that fails is shown as it is, not made ever shorter.
      { numRuns: Number(process.env.LIVES ?? 40), endOnFailure: true },
    );
    // Chance rarely misses a move or two; a test that made only a few would prove little.
    expect(done.size).toBeGreaterThan(Object.keys(made).length - 5);
    expect(seen.size).toBeGreaterThan(9);
  });

  test('is not there before the day it was made', async () => {
    const file = await fileOf(await newCase());
    expect(caseAsAt(file, asDay('2020-09-28'))).toEqual([]);
    expect(caseAsAt(file, madeOn)).toHaveLength(1);
  });
});

// The records change with a move only, so they are read once between two.
const latest = new Map<string, Awaited<ReturnType<typeof fileOf>>>();
const present = async (caseId: string) => {
  const known = latest.get(caseId) ?? (await fileOf(caseId));
  latest.set(caseId, known);
  return known;
};

const standsAt = async (caseId: string, day: string) => looksBack(await fileOf(caseId), asDay(day))?.standing;

describe('what was typed later than it happened', () => {
  test('counts from the day a response was received, also on days before it was typed', async () => {
    const caseId = await newCase();
    const response = typedResponse({ respondedOn: asDay('2020-12-03') }, [promised(30)]);
    accepted(await recordResponse(deskOf(table, '2020-12-10'), caseId, 1, response));
    expect(await standsAt(caseId, '2020-12-02')).toBe('response-overdue');
    expect(await standsAt(caseId, '2020-12-03')).toBe('promise-running');
    const [entry] = caseAsAt(await fileOf(caseId), asDay('2020-12-03'));
    expect(entry!.told.at(-1)).toMatchObject({ on: '2020-12-03', recordedOn: '2020-12-10' });
  });

  test('counts from the day an update was received and an extension was granted', async () => {
    const caseId = await newCase();
    const of: Of = [deskOf(table, '2020-11-20'), caseId, 1];
    const days = { appliedOn: asDay('2020-11-02'), grantedOn: asDay('2020-11-10') };
    accepted(await extend(...of, { ...days, newDueOn: asDay('2020-12-30') }));
    expect(await standsAt(caseId, '2020-11-09')).toBe('response-due-soon');
    expect(await standsAt(caseId, '2020-11-10')).toBe('awaiting-response');
    accepted(
      await recordResponse(...of, typedResponse({ respondedOn: asDay('2020-11-20') }, [promised(10)])),
    );
    const update = { receivedOn: asDay('2020-12-04'), text: 'Done.' };
    accepted(await recordUpdate(deskOf(table, '2020-12-20'), caseId, 1, 1, update));
    expect(await standsAt(caseId, '2020-12-03')).toBe('lapsed');
    expect(await standsAt(caseId, '2020-12-04')).toBe('proposed-for-closure');
  });

  test('but what was decided here counts from the day it was recorded', async () => {
    const caseId = await newCase();
    const response = typedResponse({ respondedOn: asDay('2020-11-20') }, [promised(10)]);
    accepted(await recordResponse(deskOf(table, '2020-11-20'), caseId, 1, response));
    const moved = { dueOn: asDay('2021-03-01'), why: 'A new system.', decidedBy: 'Kim Lee' };
    accepted(await rePlan(deskOf(table, '2020-12-10'), caseId, 1, 1, moved));
    expect(await standsAt(caseId, '2020-12-09')).toBe('lapsed');
    expect(await standsAt(caseId, '2020-12-10')).toBe('promise-running');
  });
});
