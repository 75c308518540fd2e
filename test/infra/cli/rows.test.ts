import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows } from '../../../infra/cli/commands/rows.ts';
import { startTracker } from '../../../infra/local/tracker.ts';
import { recommendationRowKey, rowsEditionKey } from '../../../shared/store/keys.ts';
import type { Table } from '../../../shared/store/table.ts';
import { asked } from '../../support/recorded.ts';
import { ioOf } from './io.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-rows-'));
  await onTracker((table) => asked(table, 'one'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function onTracker(work: (table: Table) => Promise<unknown>): Promise<void> {
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000' });
  await work(tracker.table);
  await tracker.stop();
}

const take = (table: Table, Key: { pk: string; sk: string }) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key }));
const loseRow = (table: Table) => take(table, recommendationRowKey({ caseId: 'one', number: 1 }));

async function run(...args: string[]) {
  const io = ioOf();
  const code = await rows.run(args, io);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

const allRight = { code: 0, out: '2 rows compared, 0 differences.\n' };

describe('tracker rows', () => {
  test('names what differs and changes nothing; asked to, writes it again', async () => {
    expect(await run('--data', folder)).toMatchObject(allRight);
    await onTracker(loseRow);
    const named = 'one recommendation 1: its row in the list is not there\n2 rows compared, 1 differences.';
    for (let turn = 0; turn < 2; turn++)
      expect(await run('--data', folder)).toMatchObject({ code: 1, out: `${named}\n` });
    expect(await run('--rebuild', '--data', folder)).toMatchObject({
      code: 0,
      out: `${named} They have been written again.\n`,
    });
    expect(await run('--data', folder)).toMatchObject(allRight);
  });

  test('has nothing to do after a tracker with records older than rows was started', async () => {
    await onTracker(async (table) => {
      await loseRow(table);
      await take(table, rowsEditionKey);
    });
    await onTracker(async () => undefined);
    expect(await run('--data', folder)).toMatchObject(allRight);
  });

  test('called wrongly or on nothing, it says so', async () => {
    expect((await run('--folder', folder)).code).toBe(2);
    expect(await run('--data', join(folder, 'nowhere'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no tracker'),
    });
  });
});
