import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listedCells } from '../../../../../functions/web/list-cells.ts';
import { amendCase } from '../../../../../functions/web/moves/amend-case.ts';
import { readListPeople } from '../../../../../functions/web/moves/list/list-people.ts';
import { type TakingIn, takeInCase } from '../../../../../functions/web/moves/list/take-in.ts';
import { type Weighed, weighCase } from '../../../../../functions/web/moves/list/weigh-lines.ts';
import { recordUpdate } from '../../../../../functions/web/moves/record-update.ts';
import { updateInput } from '../../../../../shared/domain/update.ts';
import type { Cells } from '../../../../../shared/extract/list/columns.ts';
import { readList } from '../../../../../shared/extract/list/read-list.ts';
import { readCaseFile } from '../../../../../shared/store/case-file.ts';
import { listExceptions } from '../../../../../shared/store/lists.ts';
import type { Table } from '../../../../../shared/store/table.ts';
import { caseId, deskOf } from '../../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../../support/nights-of.ts';
import { contacts } from '../../../../support/recorded.ts';
import { answeredCells, sampleCells, sampleList } from '../../../../support/sample-list.ts';
import { accepted, sampleContact } from '../../../../support/sample-records.ts';
import { wholeTable } from '../../../../support/whole-table.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const groupsOf = (...lines: Cells[]) => accepted(readList(sampleList(...lines))).groups;
const remind: TakingIn = { name: 'list.csv', overdue: 'remind' };
const hold: TakingIn = { name: 'list.csv', overdue: 'hold' };

/** Takes in a list on a day and answers with the fates. */
async function takeIn(table: Table, day: string, lines: Cells[], how = remind): Promise<Weighed[]> {
  const desk = { ...deskOf(table, day), byId: 'staff:1' };
  const people = await readListPeople(table);
  const fates: Weighed[] = [];
  for (const entries of groupsOf(...lines)) fates.push(...(await takeInCase(desk, people, entries, how)));
  return fates;
}

async function withAnna(): Promise<Table> {
  const table = await tables.newTable();
  await contacts(table, sampleContact());
  return table;
}

const anna = { owner: 'ANNA@force.example' };
const kinds = (fates: Weighed[]) => fates.map(({ kind }) => kind);
const cellsIn = (table: Table) => Array.fromAsync(listedCells(table));
const second = (of: Cells = {}) => sampleCells({ number: '2', text: 'Second.', ...anna, ...of });

describe('a list that is taken in', () => {
  test('becomes cases, recommendations, responses and promises, with duties from today', async () => {
    const table = await withAnna();
    const fates = await takeIn(table, '2020-12-01', [sampleCells({ ...anna, ...answeredCells }), second()]);
    expect(kinds(fates)).toEqual(['new', 'new']);
    const [first, other] = (await readCaseFile(table, caseId))!.recommendations;
    expect(first!.recommendation).toMatchObject({ ownerId: 'anna', acceptance: 'accepted' });
    expect(first!.deadlines.map(({ kind, state, dueOn }) => [kind, state, dueOn])).toEqual([
      ['publication', 'open', '2020-12-10'],
      ['response', 'met', '2020-11-23'],
      ['update', 'open', '2021-02-20'],
    ]);
    expect(other!.deadlines).toMatchObject([{ state: 'open', plannedFromOn: '2020-12-01' }]);
  });

  test('twice is taken in once', async () => {
    const table = await withAnna();
    const lines = [
      sampleCells({ ...anna, ...answeredCells }),
      second(),
      sampleCells({ reference: '2020/1' }),
    ];
    await takeIn(table, '2020-12-01', lines);
    const before = await wholeTable(table);
    expect(kinds(await takeIn(table, '2020-12-02', lines))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await wholeTable(table)).toEqual(before);
  });

  test('by two at once says of no line that it was refused', async () => {
    const table = await withAnna();
    const lines = Array.from({ length: 12 }, (_, index) =>
      sampleCells({ number: String(index + 1), text: `${index + 1}.`, ...anna }),
    );
    const both = await Promise.all([1, 2].map(() => takeIn(table, '2020-12-01', lines)));
    for (const fates of both)
      expect(fates.filter(({ kind }) => kind !== 'new' && kind !== 'unchanged')).toEqual([]);
    expect((await readCaseFile(table, caseId))!.recommendations).toHaveLength(12);
  });

  test('goes out without the promises of an update that came on the day of the response', async () => {
    const table = await withAnna();
    await takeIn(table, '2020-11-20', [sampleCells({ ...anna, ...answeredCells })]);
    const [before] = await cellsIn(table);
    const more = { quote: 'in May', promise: { kind: 'by-date', dueOn: '2021-05-31' } };
    const update = { receivedOn: '2020-11-20', text: 'More.', commitments: [more] };
    accepted(await recordUpdate(deskOf(table), caseId, 1, 1, updateInput.parse(update)));
    const [after] = await cellsIn(table);
    expect(JSON.parse(after!.promises!)).toEqual([
      { ...JSON.parse(before!.promises!)[0], metOn: '2020-11-20' },
    ]);
  });

  test('adds a response and changed words to what is there', async () => {
    const table = await withAnna();
    await takeIn(table, '2020-12-01', [sampleCells(anna)]);
    const later = sampleCells({ ...anna, ...answeredCells, summary: 'What happened.' });
    expect(kinds(await takeIn(table, '2020-12-02', [later]))).toEqual(['updated']);
    expect(kinds(await takeIn(table, '2020-12-02', [later]))).toEqual(['unchanged']);
    const file = (await readCaseFile(table, caseId))!;
    expect(file.learningCase).toMatchObject({ summary: 'What happened.', title: 'Searches of young people' });
    expect(file.recommendations[0]!.response!.respondedOn).toBe('2020-11-20');
    expect(file.events.map(({ move }) => move)).toContain('change-case');
  });

  test('knows a case by the reference it was amended to, and not by the one it had', async () => {
    const table = await withAnna();
    await takeIn(table, '2020-12-01', [sampleCells(anna)]);
    const amended = { reference: '2019/127981', why: 'Digits swapped' };
    accepted(await amendCase(deskOf(table, '2020-12-01'), caseId, amended));
    const before = await wholeTable(table);
    const now = sampleCells({ ...anna, reference: '2019/127981' });
    expect(kinds(await takeIn(table, '2020-12-02', [now]))).toEqual(['unchanged']);
    expect(await takeIn(table, '2020-12-02', [sampleCells(anna)])).toMatchObject([
      {
        kind: 'refused',
        reasons: [expect.stringContaining('Another case was first recorded as 2019/127918')],
      },
    ]);
    expect(await wholeTable(table)).toEqual(before);
    await takeIn(table, '2020-12-02', [second({ reference: '2019/127981' })]);
    expect((await readCaseFile(table, caseId))!.recommendations).toHaveLength(2);
  });

  test('is weighed without changing anything, and the dry run says what happens', async () => {
    const table = await withAnna();
    const before = await wholeTable(table);
    const people = await readListPeople(table);
    const lines = [sampleCells({ ...anna, madeOn: '2020-12-02' }), second({ madeOn: '2020-12-02' })];
    const desk = deskOf(table, '2020-12-01');
    const { fates } = await weighCase(desk, people, groupsOf(...lines)[0]!);
    expect(fates.map(({ kind, reasons }) => [kind, ...reasons])).toEqual([
      ['refused', 'The day the recommendations were made must be today or in the past'],
      ['refused', 'The day the recommendations were made must be today or in the past'],
    ]);
    expect(await takeIn(table, '2020-12-01', lines)).toEqual(fates);
    expect(await wholeTable(table)).toEqual(before);
  });

  test.each<[Cells, RegExp]>([
    [{ owner: 'nobody@force.example' }, /No contact has the email address nobody@force.example/],
    [{ owner: 'gone@force.example' }, /Gone Reed has left/],
    [{ board: 'No board' }, /no board called No board/],
    [{ ...answeredCells, respondedOn: '2020-09-28' }, /response date must be on or after 29 September 2020/],
    [{ ...answeredCells, acceptance: 'not-accepted' }, /Enter the reasons/],
    [{ closedOn: '2020-12-02' }, /closed on 2 December 2020/],
  ])('refuses %j', async (cells, says) => {
    const table = await withAnna();
    await contacts(table, sampleContact('gone', { status: 'departed' }));
    const fates = await takeIn(table, '2020-12-01', [sampleCells(cells), second()]);
    expect(fates[0]).toMatchObject({ kind: 'refused', reasons: [expect.stringMatching(says)] });
    expect(fates[1]).toMatchObject({ kind: 'refused', reasons: [expect.stringMatching(/neither recorded/)] });
    expect(await readCaseFile(table, caseId)).toBeUndefined();
  });
});

describe('a list of years ago', () => {
  const old = [sampleCells(anna), second({ ...answeredCells })];

  test('says which of them nobody owns, of those of which anything is waited for', async () => {
    const ownerless = async (...cells: Cells[]) =>
      (await takeIn(await withAnna(), '2026-11-22', cells)).map(({ isOwnerless }) => isOwnerless ?? false);
    const nobody = sampleCells();
    expect(await ownerless(sampleCells(anna))).toEqual([false]);
    expect(await ownerless(nobody)).toEqual([true]);
    const closed = { closedOn: '2021-03-01', closedBy: 'Kim Lee', closedNote: 'Seen.' };
    expect(await ownerless({ ...nobody, ...closed })).toEqual([false]);
    const both = await withAnna();
    await takeIn(both, '2026-11-22', [nobody]);
    expect((await takeIn(both, '2026-11-22', [nobody])).map((each) => 'isOwnerless' in each)).toEqual([
      false,
    ]);
  });

  test('says what is overdue already', async () => {
    const fates = await takeIn(await withAnna(), '2026-11-22', old);
    expect(fates.map(({ overdueSince }) => overdueSince)).toEqual(['2020-11-24', '2021-02-20']);
    const onTheLastDay = await takeIn(await withAnna(), '2020-11-24', [sampleCells(anna)]);
    expect(onTheLastDay[0]!.overdueSince).toBeUndefined();
    const onTheNext = await takeIn(await withAnna(), '2020-11-25', [sampleCells(anna)]);
    expect(onTheNext[0]!.overdueSince).toBe('2020-11-24');
  });

  test('mails nobody of a day gone by: the next stage comes in its own time', async () => {
    const table = await withAnna();
    await takeIn(table, '2026-11-23', old);
    await nightsOf(table).night('2026-11-23');
    await nightsOf(table).night('2026-11-24');
    expect(await mailsPlanned(table, '2026-11-24')).toEqual([]);
    for (const { deadlines } of (await readCaseFile(table, caseId))!.recommendations)
      for (const { state, nextActionOn } of deadlines)
        if (state === 'open') expect(nextActionOn! > '2026-11-24').toBe(true);
  });

  test('that is held mails nobody until an owner is chosen', async () => {
    const table = await withAnna();
    await takeIn(
      table,
      '2026-11-23',
      [...old, sampleCells({ ...anna, reference: '2026/1', madeOn: '2026-11-20', publishedDueOn: '' })],
      hold,
    );
    const held = (await readCaseFile(table, caseId))!.recommendations;
    expect(held.map(({ recommendation }) => recommendation.ownerId)).toEqual([undefined, undefined]);
    const exceptions = (await listExceptions(table)).map(({ kind, detail }) => [kind, detail]);
    expect(exceptions).toEqual(
      Array(2).fill(['no-owner', 'It is overdue and held. In the list ANNA@force.example owns it']),
    );
    expect((await readCaseFile(table, '2026-1'))!.recommendations[0]!.recommendation.ownerId).toBe('anna');
    expect(kinds(await takeIn(table, '2026-11-23', old, hold))).toEqual(['unchanged', 'unchanged']);
  });

  test('has no open duty where it says closed or withdrawn, and no exception', async () => {
    const table = await withAnna();
    const closed = { closedOn: '2021-05-01', closedBy: 'Jane Smith', closedNote: 'Done.' };
    await takeIn(table, '2026-11-22', [
      sampleCells({ ...answeredCells, ...closed }),
      sampleCells({ number: '2', text: 'Second.', withdrawnOn: '2021-05-01' }),
    ]);
    const { recommendations } = (await readCaseFile(table, caseId))!;
    expect(
      recommendations.flatMap(({ deadlines }) => deadlines).filter(({ state }) => state === 'open'),
    ).toEqual([]);
    expect(recommendations[0]!.recommendation.closed).toMatchObject({
      on: '2021-05-01',
      by: 'Jane Smith',
      note: 'Done.',
    });
    expect(await listExceptions(table)).toEqual([]);
  });

  test('keeps promises that were kept: closing then waits for people', async () => {
    const table = await withAnna();
    const promises = answeredCells.promises!.replace('}]', '},"metOn":"2021-02-15"}]').replace('}},', '},');
    await takeIn(table, '2026-11-22', [sampleCells({ ...anna, ...answeredCells, promises })]);
    const [only] = (await readCaseFile(table, caseId))!.recommendations;
    // Whoever takes in the list proposes that, and so does not close it.
    const closure = { proposedOn: '2021-02-15', proposedBy: 'liaison', recordedBy: 'staff:1' };
    expect(only!.recommendation.closure).toEqual(closure);
    expect(only!.deadlines.map(({ kind, state }) => [kind, state])).toEqual([
      ['response', 'met'],
      ['update', 'met'],
    ]);
  });
});

describe('a list that goes out', () => {
  test('comes back the same, cell for cell', async () => {
    const table = await withAnna();
    const lines = [
      sampleCells({
        ...anna,
        ...answeredCells,
        title: '=1+1',
        topics: 'a;b\nc',
        linkedBodies: 'Kent Police',
        summary: 'One,\n"two"',
      }),
      sampleCells({
        ...anna,
        number: '2',
        text: "-'x\n\n@",
        title: '=1+1',
        topics: 'a;b\nc',
        linkedBodies: 'Kent Police',
        summary: 'One,\n"two"',
        closedOn: '2020-12-01',
        closedBy: 'Jane',
        closedNote: '+',
      }),
    ];
    expect(kinds(await takeIn(table, '2020-12-01', lines))).toEqual(['new', 'new']);
    const out = await cellsIn(table);
    const other = await withAnna();
    expect(kinds(await takeIn(other, '2020-12-01', out))).toEqual(['new', 'new']);
    expect(await cellsIn(other)).toEqual(out);
    expect(kinds(await takeIn(table, '2020-12-01', out))).toEqual(['unchanged', 'unchanged']);
  });
});

describe('taking in that is killed', () => {
  const lines = [
    sampleCells({ ...anna, ...answeredCells }),
    second(),
    sampleCells({ reference: '2020/1', ...anna }),
  ];

  /** The table, dead from its nth write on: before the write has its effect, or right after. */
  function killedAt(table: Table, writes: number, afterEffect: boolean): Table {
    let left = writes;
    const client = new Proxy(table.client, {
      get(target, name) {
        if (name !== 'send') return Reflect.get(target, name, target);
        return async (command: { constructor: { name: string } }) => {
          if (left < 0) throw new Error('killed');
          const isWrite = command.constructor.name === 'TransactWriteCommand';
          if (isWrite) left -= 1;
          if (left < 0 && !afterEffect) throw new Error('killed');
          const reply = await target.send(command as never);
          if (left < 0) throw new Error('killed');
          return reply;
        };
      },
    });
    return { ...table, client };
  }

  test('anywhere, and taken in again, is taken in once', async () => {
    const whole = await withAnna();
    await takeIn(whole, '2020-12-01', lines);
    const asIfOnce = await cellsIn(whole);
    for (let writes = 0; writes < 5; writes++) {
      for (const afterEffect of [false, true]) {
        const table = await withAnna();
        await expect(takeIn(killedAt(table, writes, afterEffect), '2020-12-01', lines)).rejects.toThrow(
          'killed',
        );
        await takeIn(table, '2020-12-01', lines);
        expect(await cellsIn(table)).toEqual(asIfOnce);
        const events = (await readCaseFile(table, caseId))!.events.map(({ move }) => move).sort();
        expect(events).toEqual(['record-case', 'record-recommendation', 'record-recommendation']);
      }
    }
  });
});
