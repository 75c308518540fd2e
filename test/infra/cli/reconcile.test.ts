import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcile } from '../../../infra/cli/commands/reconcile.ts';
import { localNights } from '../../../infra/local/nights.ts';
import { liveSample } from '../../../infra/local/sample/start-sample.ts';
import { startTracker } from '../../../infra/local/tracker.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { deadlineKey, mailKey, recommendationRowKey, reminderKey } from '../../../shared/store/keys.ts';
import { toItem } from '../../../shared/store/records.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ioOf } from './io.ts';

let lived: string;
let folder: string;
beforeAll(async () => {
  lived = mkdtempSync(join(tmpdir(), 'tracker-lived-'));
  const tracker = await startTracker({ folder: lived, serviceUrl: 'http://127.0.0.1:3000' });
  const nights = localNights(tracker);
  await liveSample(tracker, nights);
  await nights.moveTo(asDay('2021-03-08'));
  await tracker.stop();
});
afterAll(() => rmSync(lived, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-reconcile-'));
  cpSync(lived, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const io = ioOf();
  const code = await reconcile.run(args, io);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

/** Does something to the records of the sample case, whose second promise lapsed two weeks ago. */
async function tampered(tamper: (table: Table) => Promise<unknown>): Promise<void> {
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000' });
  await tamper(tracker.table);
  await tracker.stop();
}

async function second(table: Table) {
  const { deadlines, reminders } = (await readCaseFile(table, '2019-127918'))!.recommendations[1]!;
  const deadline = deadlines.find(({ kind }) => kind === 'update')!;
  return { deadline, rows: reminders.filter(({ deadlineId }) => deadlineId === deadline.id) };
}

describe('tracker reconcile', () => {
  test('finds nothing where every night was lived', async () => {
    expect(await run('--data', folder)).toMatchObject({
      code: 0,
      out: '6 deadlines reckoned and 3 rows of the list compared, 0 differences.\n',
    });
  });

  test.each<[string, RegExp, (table: Table) => Promise<unknown>]>([
    [
      'a reminder that was taken out of the ledger',
      /is settled past -7 for the owner, who has no reminder of it/,
      async (table) => {
        const row = (await second(table)).rows.find(({ stage }) => stage === '-7')!;
        await table.client.send(new DeleteCommand({ TableName: table.name, Key: reminderKey(row) }));
      },
    ],
    [
      'a reminder that was put into the ledger',
      /has a reminder of \+28 for the owner that is not settled/,
      async (table) => {
        const row = { ...(await second(table)).rows[0]!, stage: '+28', role: 'owner' as const };
        await table.client.send(new PutCommand({ TableName: table.name, Item: toItem('reminder', row) }));
      },
    ],
    [
      'a stage that no run planned',
      /was not planned by the last run: \+14 to the owner/,
      async (table) => {
        const { deadline } = await second(table);
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: deadlineKey(deadline),
            UpdateExpression: 'SET settledThrough.#owner = :seventh',
            ExpressionAttributeNames: { '#owner': 'owner' },
            ExpressionAttributeValues: { ':seventh': '2021-02-27' },
          }),
        );
      },
    ],
    [
      'a mail that is gone from the register',
      /whose mail \S+ is not in the register/,
      async (table) => {
        const [row] = (await second(table)).rows;
        await table.client.send(new DeleteCommand({ TableName: table.name, Key: mailKey(row!.mailId) }));
      },
    ],
    [
      'a row of the list that is gone',
      /2019-127918 recommendation 2: its row in the list is not there/,
      async (table) => {
        const Key = recommendationRowKey({ caseId: '2019-127918', number: 2 });
        await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
      },
    ],
  ])('finds %s', async (_, says, tamper) => {
    await tampered(tamper);
    const { code, out } = await run('--data', folder);
    expect([code, out]).toEqual([1, expect.stringMatching(says)]);
  });

  test('called wrongly or on nothing, it says so', async () => {
    expect((await run('--folder', folder)).code).toBe(2);
    expect(await run('--data', join(folder, 'nowhere'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no tracker'),
    });
  });
});
