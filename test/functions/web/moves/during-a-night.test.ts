import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { balances } from '../../../../shared/domain/night.ts';
import { dueOnAgenda } from '../../../../shared/store/agenda.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { accepted } from '../../../support/sample-records.ts';
import { senderOf } from '../../../support/sender-of.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

/** The first mailing day after it was recorded on 1 October: 26 October 2020, 28 days before the response is due. */
const today = '2020-10-26';
const response = () => typedResponse({ respondedOn: asDay(today) });

test('a response recorded while a night runs ends with the duty met, and nobody is mailed about it afterwards', {
  timeout: 30_000,
}, async () => {
  let reminded = 0;
  for (let turn = 0; turn < 40; turn++) {
    const table = await tables.newTable();
    await atTheDesk(table, undefined, '2020-10-01');
    const { night } = nightsOf(table);
    const recorded = (async () => {
      for (let pause = 0; pause < turn % 20; pause++) await readCaseFile(table, caseId);
      return recordResponse(deskOf(table, today), caseId, 1, response());
    })();
    const [statement, result] = await Promise.all([night(today), recorded]);
    accepted(result);
    expect(balances(statement) && statement.failed === 0).toBe(true);

    const { deadlines, reminders } = (await readCaseFile(table, caseId))!.recommendations[0]!;
    const duty = deadlines.find(({ kind }) => kind === 'response')!;
    expect(duty).toMatchObject({ state: 'met', metOn: today, nextActionOn: null });
    // Either the night came first, and the record has both its reminder and what it settled; or it came too late and left neither.
    expect(duty.settledThrough.owner).toBe(reminders.length === 1 ? today : null);
    const mails = await mailsPlanned(table, today);
    expect(mails.map(({ lines }) => lines.length)).toEqual(reminders.map(() => 1));
    reminded += reminders.length;

    const onAgenda = await Array.fromAsync(dueOnAgenda(table, asDay(today)));
    expect(onAgenda.map(({ id }) => id)).not.toContain(duty.id);
    const { send } = senderOf(table, { service: { send: () => Promise.reject(new Error('mailed')) } });
    for (const { id } of mails) expect(await send(id)).toBe('superseded');
  }
  expect(reminded).toBeGreaterThan(0);
  expect(reminded).toBeLessThan(40);
});

/** Does something once, just before the first transaction that goes through this table. */
function beforeItsWrite(table: Table, act: () => Promise<unknown>): void {
  let done = false;
  table.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (!done && commandName === 'TransactWriteItemsCommand') {
          done = true;
          await act();
        }
        return next(args);
      },
    { step: 'initialize' },
  );
}

test('a response recorded between the night’s reading and its writing leaves no reminder, and the night balances', async () => {
  const table = await tables.newTable();
  await atTheDesk(table, undefined, '2020-10-01');
  beforeItsWrite(table, () => recordResponse(deskOf(table, today), caseId, 1, response()));
  const statement = await nightsOf(table).night(today);
  expect(statement).toMatchObject({ examined: 1, mails: 0, reminders: 0, failed: 0 });
  expect(balances(statement)).toBe(true);
  const { deadlines, reminders } = (await readCaseFile(table, caseId))!.recommendations[0]!;
  expect(deadlines.find(({ kind }) => kind === 'response')).toMatchObject({ state: 'met', plans: 0 });
  expect(reminders).toEqual([]);
});

test('a night between a response’s reading and its writing is seen: the response keeps what the night settled', async () => {
  const table = await tables.newTable();
  await atTheDesk(table, undefined, '2020-10-01');
  beforeItsWrite(table, () => nightsOf(table).night(today));
  accepted(await recordResponse(deskOf(table, today), caseId, 1, response()));
  const { deadlines, reminders } = (await readCaseFile(table, caseId))!.recommendations[0]!;
  expect(deadlines.find(({ kind }) => kind === 'response')).toMatchObject({
    state: 'met',
    plans: 1,
    settledThrough: { owner: today },
  });
  expect(reminders).toMatchObject([{ stage: '-28', recipientId: 'anna' }]);
});
