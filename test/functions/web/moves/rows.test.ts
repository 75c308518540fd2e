import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { amendCase } from '../../../../functions/web/moves/amend-case.ts';
import { enterMeeting } from '../../../../functions/web/moves/change-board.ts';
import { confirmCommitment } from '../../../../functions/web/moves/confirm-commitment.ts';
import { link } from '../../../../functions/web/moves/link.ts';
import { proposeDate } from '../../../../functions/web/moves/propose-date.ts';
import { recordForSeveral } from '../../../../functions/web/moves/record-for-several.ts';
import { recordPublication } from '../../../../functions/web/moves/record-publication.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { withdraw } from '../../../../functions/web/moves/withdraw.ts';
import { addDays, asDay, type Day } from '../../../../shared/domain/day.ts';
import type { RecommendationMove } from '../../../../shared/domain/moves.ts';
import { compareRows } from '../../../../shared/store/differing-rows.ts';
import { recommendationRowKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { everyMove } from '../../../support/every-move.ts';
import { interruptedBeforeWriting } from '../../../support/interrupted-writing.ts';
import { loseNextReply } from '../../../support/lost-replies.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { board, contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { standingAt } from '../../../support/standing-at.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

const differing = async (...caseIds: string[]) =>
  (await Promise.all(caseIds.map((each) => compareRows(table, each))))
    .flatMap((compared) => compared.differing)
    .map(({ number, says }) => `${number ?? 'the case'} ${says}`);

const row = async (number = 1) =>
  JSON.parse((await read(table, 'recommendation-row', recommendationRowKey({ caseId, number })))!.says);

type Step = { name: string; take(caseId: string, today: Day): Promise<unknown> };

const otherSteps: Step[] = [
  { name: 'a night', take: (_, today) => nightsOf(table).night(today) },
  {
    name: 'amend the case',
    take: (id, today) => amendCase(deskOf(table, today), id, { title: `As of ${today}`, why: 'A slip.' }),
  },
  {
    name: 'the same for three bodies',
    take: (id, today) =>
      recordForSeveral(deskOf(table, today), id, {
        text: `Of ${today}.`,
        recipients: ['Kent', 'Essex', 'Surrey'].map((addressee) => ({ addressee })),
      }),
  },
  {
    name: 'the same as another',
    take: (id, today) => link(deskOf(table, today), id, 1, { kind: 'same-as', ref: 'another/1' }),
  },
  {
    name: 'promise for a meeting',
    take: (id, today) =>
      confirmCommitment(deskOf(table, today), id, 1, {
        quote: 'to the next board',
        promise: { kind: 'board-meeting', boardId: 'learning' },
      }),
  },
  {
    name: 'a meeting',
    take: (_, today) => enterMeeting(deskOf(table, today), 'learning', { on: addDays(today, 30) }),
  },
];

const moves = Object.keys(everyMove) as RecommendationMove[];
const steps: Step[] = [
  ...otherSteps,
  ...moves.map((name) => ({
    name,
    take: (id: string, today: Day) =>
      everyMove[name]({ table, caseId: id, standing: 'awaiting-response', today }),
  })),
];
const anyStep = fc.constantFrom(...steps).map((step) => Object.assign(step, { toString: () => step.name }));

describe('the rows of the list', () => {
  test('say what the records say after any moves, nights and changes elsewhere, in any order', async () => {
    let turn = 0;
    await contacts(table, sampleContact(), sampleContact('bill'));
    await board(table, 'learning');
    await standingAt(table, 'awaiting-response', 'another');
    const life = fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 12 }), async (taken) => {
      const id = `case-${turn++}`;
      let today = asDay('2020-10-05');
      await standingAt(table, 'awaiting-response', id);
      await recordResponse(deskOf(table, '2020-10-05'), id, 1, typedResponse({ respondedOn: today }));
      for (const { name, take } of taken) {
        today = addDays(today, 9);
        await take(id, today);
        expect(await differing(id, 'another'), `after ${name}`).toEqual([]);
      }
    });
    await fc.assert(life, { numRuns: 12, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false });
  }, 120_000);

  test('are written by a move that changes what they say, and by no other', async () => {
    const desk = await atTheDesk(table, typedResponse());
    const before = await row();
    await everyMove['add-evidence']({
      table,
      caseId,
      standing: 'promise-running',
      today: asDay('2020-12-01'),
    });
    expect(await row()).toEqual(before);
    accepted(await link(desk, caseId, 1, { kind: 'risk', ref: '1606' }));
    expect(await row()).toEqual({ ...before, links: [{ kind: 'risk', ref: '1606' }] });
  });

  test('of both ends follow a link to the same recommendation elsewhere', async () => {
    const desk = await atTheDesk(table);
    await standingAt(table, 'awaiting-response', 'another');
    accepted(await link(desk, caseId, 1, { kind: 'same-as', ref: 'another/1' }));
    const there = await read(
      table,
      'recommendation-row',
      recommendationRowKey({ caseId: 'another', number: 1 }),
    );
    expect(JSON.parse(there!.says).links).toContainEqual({ kind: 'same-as', ref: `${caseId}/1` });
    expect(await differing(caseId, 'another')).toEqual([]);
  });

  test('hold what two did at once, also where they changed nothing in common and one wrote in the last moment of the other', async () => {
    const desk = await atTheDesk(table, typedResponse());
    const risk = () => link(desk, caseId, 1, { kind: 'risk', ref: '1606' });
    const late = { ...desk, table: interruptedBeforeWriting(table, risk) };
    accepted(await recordPublication(late, caseId, 1, { publishedOn: asDay('2020-11-20') }));
    const { links, duties } = await row();
    expect(links).toMatchObject([{ ref: '1606' }]);
    expect(duties).toContainEqual(expect.objectContaining({ kind: 'publication', state: 'met' }));
    expect(await differing(caseId)).toEqual([]);
  });

  test('say what the records say however many write at the same time', async () => {
    const desk = await atTheDesk(table, typedResponse());
    const dueOn = asDay('2021-06-30');
    for (let turn = 0; turn < 3; turn++) {
      await Promise.all([
        link(desk, caseId, 1, { kind: 'risk', ref: `${turn}` }),
        recordPublication(desk, caseId, 1, { publishedOn: asDay('2020-11-20') }),
        proposeDate(desk, caseId, 1, 1, { dueOn, why: 'Leave.', proposedBy: 'Jo' }),
        amendCase(desk, caseId, { title: `Title ${turn}`, why: 'A slip.' }),
        link(desk, caseId, 1, { kind: 'action-plan', ref: `${turn}` }),
      ]);
      expect(await differing(caseId)).toEqual([]);
    }
    expect((await row()).links.length).toBeGreaterThan(0);
  });

  test.each([true, false])(
    'are right where the reply to a move was lost (forgotten by the database: %s)',
    async (forgetful) => {
      const desk = await atTheDesk(table, typedResponse());
      loseNextReply(table, 'TransactWriteItems', { forgetful });
      accepted(await withdraw(desk, caseId, 1, { why: 'Made by mistake.' }));
      expect((await row()).withdrawn).toBeDefined();
      expect(await differing(caseId)).toEqual([]);
    },
  );

  test('are as they were where a move was broken off', async () => {
    const desk = await atTheDesk(table, typedResponse());
    const before = await row();
    const gone = {
      ...desk,
      table: interruptedBeforeWriting(table, () => Promise.reject(new Error('Cut off'))),
    };
    await expect(withdraw(gone, caseId, 1, { why: 'Made by mistake.' })).rejects.toThrow('Cut off');
    expect(await row()).toEqual(before);
    expect(await differing(caseId)).toEqual([]);
  });
});
