import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cancelMeeting, enterMeeting } from '../../../../functions/web/moves/change-board.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { board } from '../../../support/recorded.ts';
import { accepted } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  for (const id of ['learning', 'abuse']) await board(table, id);
});

const atThe = (boardId: string) => ({
  quote: `We will take this to the next ${boardId} board`,
  promise: { kind: 'board-meeting', boardId },
});
const answered = (...boards: string[]) => atTheDesk(table, typedResponse({}, boards.map(atThe)));
const enter = async (on: string, day = '2020-11-24') =>
  accepted(await enterMeeting(deskOf(table, day), 'learning', { on: asDay(on) }));
const cancel = async (on: string, day = '2020-11-24') =>
  accepted(await cancelMeeting(deskOf(table, day), 'learning', { on: asDay(on) }));
const entry = async () => (await readCaseFile(table, caseId))!.recommendations[0]!;
const promisedDays = async () =>
  (await entry()).deadlines.filter(({ kind }) => kind === 'update').map(({ dueOn }) => dueOn);

test('every promise that waits for the board gets its date when the meeting is entered, and no other', async () => {
  await answered('learning', 'abuse', 'learning');
  expect(await promisedDays()).toEqual([null, null, null]);
  await enter('2020-12-03');
  expect(await promisedDays()).toEqual(['2020-12-03', null, '2020-12-03']);
  const { revisions } = await entry();
  expect(revisions.map(({ how, before, after }) => [how, before.dueOn, after.dueOn])).toEqual([
    ['meeting', null, '2020-12-03'],
    ['meeting', null, '2020-12-03'],
  ]);
  const events = (await readCaseFile(table, caseId))!.events.slice(-2);
  const bySequence = events.toSorted((a, b) => a.sequence! - b.sequence!);
  expect(bySequence).toMatchObject([
    { move: 'date-by-meeting', number: 1, sequence: 1, why: 'learning meets on 3 December 2020' },
    { move: 'date-by-meeting', number: 1, sequence: 3 },
  ]);
});

test('a later meeting changes nothing of what has its date, an earlier one does', async () => {
  await answered('learning');
  await enter('2020-12-03');
  await enter('2021-03-04');
  expect(await promisedDays()).toEqual(['2020-12-03']);
  await enter('2020-11-26');
  expect(await promisedDays()).toEqual(['2020-11-26']);
});

test('a meeting taken back moves what it dated to the next, then to none, however far off; every date is kept', async () => {
  await answered('learning', 'abuse', 'learning');
  await enter('2021-03-04');
  await enter('2021-09-02');
  await cancel('2021-03-04');
  expect(await promisedDays()).toEqual(['2021-09-02', null, '2021-09-02']);
  await cancel('2021-09-02');
  expect(await promisedDays()).toEqual([null, null, null]);
  const { revisions, deadlines } = await entry();
  const ofFirst = revisions.filter(({ deadlineId }) => deadlineId.endsWith('update-1'));
  expect(ofFirst.map(({ before, after }) => [before.dueOn, after.dueOn])).toEqual([
    [null, '2021-03-04'],
    ['2021-03-04', '2021-09-02'],
    ['2021-09-02', null],
  ]);
  expect(deadlines.filter(({ kind }) => kind === 'update').map(({ moved }) => moved)).toEqual([2, 0, 2]);
  const whys = (await readCaseFile(table, caseId))!.events.map(({ move, sequence, why }) => [
    move,
    sequence,
    why,
  ]);
  expect(whys).toContainEqual([
    'date-by-meeting',
    1,
    'learning no longer meets on 2 September 2021; it has no other meeting entered',
  ]);
});

test('what has lost its date is reviewed with its owner, who is reminded of the old date no more', async () => {
  await answered('learning');
  await enter('2020-12-10');
  await nightsOf(table).night('2020-12-03');
  await cancel('2020-12-10', '2020-12-03');
  await nightsOf(table).night('2020-12-09');
  await nightsOf(table).night('2020-12-18');
  const toAnna = (await mailsPlanned(table, '2020-12-18'))
    .filter(({ recipientId }) => recipientId === 'anna')
    .toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
  expect(
    toAnna.flatMap(({ plannedOn, lines }) =>
      lines.map(({ stage, revision }) => [plannedOn, stage, revision]),
    ),
  ).toEqual([
    ['2020-12-03', '-7', 2],
    ['2020-12-18', 'review+28', 3],
  ]);
});

test('what is over keeps the date it had', async () => {
  await answered('learning');
  await enter('2020-12-03');
  accepted(
    await recordUpdate(deskOf(table, '2020-11-25'), caseId, 1, 1, {
      receivedOn: asDay('2020-11-25'),
      text: 'Done.',
    }),
  );
  await cancel('2020-12-03', '2020-11-26');
  expect(await promisedDays()).toEqual(['2020-12-03']);
});

test('the owner is reminded of the date from then on', async () => {
  await answered('learning');
  await enter('2021-01-14');
  await nightsOf(table).night('2020-12-17');
  const toAnna = (await mailsPlanned(table, '2020-12-17')).filter(
    ({ recipientId }) => recipientId === 'anna',
  );
  const lines = toAnna.flatMap((mail) => mail.lines);
  expect(lines).toMatchObject([{ stage: '-28', revision: 2 }]);
});

test('where the meeting is entered before the promise is recorded, it has its date at once', async () => {
  await enter('2020-12-03');
  await answered('learning');
  expect(await promisedDays()).toEqual(['2020-12-03']);
});

test('a board that is not there is refused at its promise', async () => {
  const desk = await atTheDesk(table);
  const refused = await recordResponse(
    desk,
    caseId,
    1,
    typedResponse({}, [atThe('learning'), atThe('ghost')]),
  );
  expect(refused).toMatchObject({ refused: 'no-such-board', field: 'commitments.1.promise.boardId' });
  expect((await entry()).response).toBeUndefined();
});
