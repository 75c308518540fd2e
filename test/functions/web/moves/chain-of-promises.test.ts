import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { addDays, asDay, type Day } from '../../../../shared/domain/day.ts';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { openDuties } from '../../../../shared/domain/open-duties.ts';
import { nextStage } from '../../../../shared/domain/stages.ts';
import {
  type Standing,
  standingOf,
  standingOfDeadline,
  standings,
} from '../../../../shared/domain/standing.ts';
import { type RecommendationFile, readCaseFile } from '../../../../shared/store/case-file.ts';
import { toItem } from '../../../../shared/store/records.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { calendar } from '../../../support/nights-of.ts';
import { asked, board, contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await contacts(table, sampleContact('anna'));
  await board(table, 'learning', { meetings: ['2020-12-03', '2021-03-04'].map(asDay) });
  await board(table, 'abuse');
});
afterAll(() => tables.stop());

const respondedOn = asDay('2020-11-20');
const number = fc.integer({ min: 1, max: 6 });
const within = fc.constantFrom('day' as const, 'week' as const, 'month' as const);
const aDay = fc.integer({ min: 400, max: 700 }).map((days) => addDays(respondedOn, days));

const anyPromise = fc
  .oneof(
    fc.record({ kind: fc.constant('within'), latest: number, unit: within }),
    fc
      .record({ kind: fc.constant('between'), earliest: number, more: number, unit: within })
      .map(({ more, ...each }) => ({ ...each, latest: each.earliest + more })),
    fc.record({ kind: fc.constant('by-date'), dueOn: aDay }),
    fc.record({ kind: fc.constant('in-period'), opensOn: fc.constant(respondedOn), dueOn: aDay }),
    fc.record({ kind: fc.constant('on-event'), event: fc.constant('the trial') }),
    fc.record({ kind: fc.constant('board-meeting'), boardId: fc.constantFrom('learning', 'abuse') }),
    fc.record({ kind: fc.constant('none') }),
    fc.record({ kind: fc.constant('completed') }),
  )
  .map((promise) => ({ quote: 'as the response says', promise }));

/** An update: how many days after the last it comes, which of the open promises it meets, and what it promises next. */
const anyUpdate = fc.record({
  after: fc.integer({ min: 0, max: 90 }),
  which: fc.nat({ max: 9 }),
  promises: fc.array(anyPromise, { maxLength: 2 }),
});

const anyLife = fc.record({
  acceptance: fc.constantFrom('accepted' as const, 'partly-accepted' as const, 'not-accepted' as const),
  promises: fc.array(anyPromise, { maxLength: 3 }),
  updates: fc.array(anyUpdate, { maxLength: 4 }),
});

let lives = 0;

const urgency = Object.keys(standings) as Standing[];
const mostUrgent = (open: readonly Deadline[], today: Day): Standing =>
  open
    .map((each) => standingOfDeadline(each, today))
    .sort((a, b) => urgency.indexOf(a) - urgency.indexOf(b))[0]!;

const ofPromises = ({ deadlines }: RecommendationFile) => deadlines.filter(({ kind }) => kind === 'update');

/** Each promise has one duty, open until its update comes; what is said to be done already has none; a request for a date is the only other. */
function eachPromiseHasItsDuty(entry: RecommendationFile): void {
  const { commitments, updates } = entry;
  const duties = ofPromises(entry);
  const withDuty = commitments.filter(({ promise }) => promise.kind !== 'completed');
  for (const { sequence } of withDuty) {
    const own = duties.filter((each) => each.sequence === sequence);
    expect(own).toHaveLength(1);
    const update = updates.find((each) => each.sequence === sequence);
    expect(own[0]).toMatchObject(
      update ? { state: 'met', metOn: update.receivedOn, nextActionOn: null } : { state: 'open' },
    );
    expect(commitments.find((each) => each.sequence === sequence)?.metOn).toBe(update?.receivedOn);
  }
  const sequences = [...commitments, ...updates].map(({ sequence }) => sequence);
  const others = duties.filter(({ sequence }) => !withDuty.some((each) => each.sequence === sequence));
  expect(others.length).toBeLessThanOrEqual(commitments.length === 0 || others[0]?.state === 'met' ? 1 : 0);
  expect(new Set(commitments.map(({ sequence }) => sequence)).size).toBe(commitments.length);
  expect(Math.max(0, ...sequences)).toBe(new Set(sequences).size);
}

/** Somebody is written to next, or somebody has it on the list of what needs attention. */
function isNeverSilent(entry: RecommendationFile, today: Day): void {
  const { recommendation, deadlines } = entry;
  const open = openDuties(deadlines);
  expect(deadlines.filter(({ kind, state }) => kind === 'response' && state === 'open')).toEqual([]);
  for (const each of open) {
    expect(each.ownerId).toBe('anna');
    expect(toItem('deadline', each)).toMatchObject({
      agendaPk: expect.stringMatching(/^AGENDA#/),
      registerPk: 'ATTENTION',
    });
    expect(nextStage(each, 'owner', calendar).on >= each.plannedFromOn).toBe(true);
  }
  const standing = standingOf(recommendation, deadlines, today);
  if (recommendation.closure) {
    expect(standing).toBe('proposed-for-closure');
    expect(toItem('recommendation', recommendation)).toMatchObject({ registerPk: 'ATTENTION' });
  } else if (open.length > 0) expect(standing).toBe(mostUrgent(open, today));
  else expect([standing, recommendation.acceptance]).toEqual(['not-accepted', 'not-accepted']);
}

test('whatever is promised, kept and promised anew, each promise has one open duty or was kept, and nothing is silent', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, async ({ acceptance, promises, updates }) => {
      const { learningCase } = await asked(table, `2020/${++lives}`);
      const of = [learningCase.id, 1] as const;
      const read = async () => (await readCaseFile(table, learningCase.id))!.recommendations[0]!;
      let today = respondedOn;
      const desk = () => deskOf(table, today);
      const reasons = acceptance === 'not-accepted' ? 'It is not ours.' : undefined;
      accepted(await recordResponse(desk(), ...of, typedResponse({ acceptance, reasons }, promises)));
      let entry = await read();
      eachPromiseHasItsDuty(entry);
      isNeverSilent(entry, today);
      for (const { after, which, promises: next } of updates) {
        today = addDays(today, after);
        const open = ofPromises(entry).filter(({ state }) => state === 'open');
        if (open.length === 0) break;
        const { sequence } = open[which % open.length]!;
        const update = { receivedOn: today, text: 'It is done.', commitments: next as never };
        const recorded = await recordUpdate(desk(), ...of, sequence, update);
        if ('refused' in recorded) {
          // A day that was promised before the update came cannot be promised in it.
          expect(recorded.refused).toBe('promise-before-response');
          expect(await read()).toEqual(entry);
          continue;
        }
        entry = await read();
        eachPromiseHasItsDuty(entry);
        isNeverSilent(entry, today);
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);
