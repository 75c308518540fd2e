import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startDatabase } from '../../../../infra/local/database/database.ts';
import { javaRuns } from '../../../../infra/local/database/dynamodb-local.ts';
import { findDynoxide } from '../../../../infra/local/database/dynoxide.ts';
import type { EngineName } from '../../../../infra/local/database/engine.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-database-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'tracker.db');
}

async function start(wish: Parameters<typeof startDatabase>[0]) {
  const database = await startDatabase({ warn: () => undefined, ...wish });
  undo.push(() => database.stop());
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  undo.push(() => client.destroy());
  return { database, client };
}

const createTable = (client: DynamoDBClient) =>
  client.send(
    new CreateTableCommand({
      TableName: 'records',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
const put = (client: DynamoDBClient, id: string) =>
  client.send(new PutItemCommand({ TableName: 'records', Item: { id: { S: id } } }));
const get = async (client: DynamoDBClient, id: string) =>
  (
    await client.send(
      new GetItemCommand({ TableName: 'records', Key: { id: { S: id } }, ConsistentRead: true }),
    )
  ).Item;

const noteOf = (data: string): { pid: number; owner: number } =>
  JSON.parse(readFileSync(`${data}.pid`, 'utf8'));

function isRunning(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
}

const engines: { name: EngineName; there: boolean; dataFor(path: string): string }[] = [
  { name: 'dynoxide', there: findDynoxide() !== undefined, dataFor: (path) => path },
  { name: 'dynamodb-local', there: javaRuns(), dataFor: (path) => `${path}.dynamodb-local` },
];

for (const { name: engine, there, dataFor } of engines) {
  describe.skipIf(!there)(`the database on ${engine}`, { timeout: 60_000 }, () => {
    test('a transaction with one condition that fails changes nothing', async () => {
      const { client } = await start({ path: null, engine });
      await createTable(client);
      await put(client, 'taken');

      const transaction = client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            { Put: { TableName: 'records', Item: { id: { S: 'new' } } } },
            {
              Put: {
                TableName: 'records',
                Item: { id: { S: 'taken' }, note: { S: 'overwritten' } },
                ConditionExpression: 'attribute_not_exists(id)',
              },
            },
          ],
        }),
      );

      const refusal = await transaction.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(TransactionCanceledException);
      expect((refusal as TransactionCanceledException).CancellationReasons?.map(({ Code }) => Code)).toEqual([
        'None',
        'ConditionalCheckFailed',
      ]);
      expect(await get(client, 'new')).toBeUndefined();
      expect(await get(client, 'taken')).toEqual({ id: { S: 'taken' } });
    });

    test('every write it acknowledged is there after it was killed and started again on the same file', async () => {
      const path = newPath();
      const deaths: string[] = [];
      const first = await start({ path, engine, warn: (sentence) => deaths.push(sentence) });
      await createTable(first.client);

      const acknowledged: string[] = [];
      let alive = true;
      const writers = [0, 1, 2, 3].map(async (writer) => {
        for (let n = 0; alive; n++) {
          const id = `${writer}-${n}`;
          await put(first.client, id).then(
            () => acknowledged.push(id),
            () => {
              alive = false;
            },
          );
          if (acknowledged.length === 60) process.kill(noteOf(dataFor(path)).pid, 'SIGKILL');
        }
      });
      await Promise.all(writers);
      await expect.poll(() => deaths.at(-1)).toContain('ended by itself (SIGKILL)');

      const second = await start({ path, engine });
      const missing = [];
      for (const id of acknowledged) if (!(await get(second.client, id))) missing.push(id);
      expect(acknowledged.length).toBeGreaterThanOrEqual(60);
      expect(missing).toEqual([]);
    });
  });
}

/** A process of its own that starts the database and then waits to be killed. */
async function runElsewhere(path: string, engine: EngineName): Promise<ChildProcess> {
  const runner = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'runner.ts'), path, engine],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  undo.push(() => runner.kill('SIGKILL'));
  await once(runner.stdout, 'data');
  return runner;
}

describe.skipIf(findDynoxide() === undefined)('starting the database', () => {
  const engine = 'dynoxide';

  test('it ends with the process that started it, also when that one is killed', async () => {
    const path = newPath();
    const runner = await runElsewhere(path, engine);
    const { pid, owner } = noteOf(path);
    expect(owner).toBe(runner.pid);
    expect(isRunning(pid)).toBe(true);

    runner.kill('SIGKILL');

    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
    const { client } = await start({ path, engine });
    await createTable(client);
  });

  test('ends the engine that an earlier run left behind on the same file', async () => {
    const path = newPath();
    const orphan = spawn(findDynoxide()!.command, findDynoxide()!.argumentsFor(0, path), { stdio: 'ignore' });
    undo.push(() => orphan.kill('SIGKILL'));
    writeFileSync(
      `${path}.pid`,
      JSON.stringify({ pid: orphan.pid, owner: 1, ownerCommand: 'a run long gone' }),
    );

    const { client } = await start({ path, engine });

    expect(isRunning(orphan.pid!)).toBe(false);
    await createTable(client);
  });

  test('leaves alone a process that merely has the number the engine once had', async () => {
    const path = newPath();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
    undo.push(() => stranger.kill('SIGKILL'));
    writeFileSync(
      `${path}.pid`,
      JSON.stringify({ pid: stranger.pid, owner: 1, ownerCommand: 'a run long gone' }),
    );

    await start({ path, engine });

    expect(isRunning(stranger.pid!)).toBe(true);
  });

  test('is refused while another run that is alive has the file open, and works once that one has stopped', async () => {
    const path = newPath();
    const { database } = await start({ path, engine });

    await expect(start({ path, engine })).rejects.toThrow(
      `${path} is already in use by process ${process.pid}. Stop that one first, or choose another data folder.`,
    );

    await database.stop();
    await start({ path, engine });
  });

  test('on a port that is taken fails with a sentence that names the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    undo.push(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    await expect(start({ path: null, engine, port })).rejects.toThrow(
      `The database cannot use port ${port}: it is taken.`,
    );
  });

  test('without a wish takes dynoxide, and answers on the loopback address', async () => {
    const { database } = await start({ path: null, environment: {} });
    expect(database).toMatchObject({
      engine: 'dynoxide',
      endpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
  });

  test('starts nothing when AWS_ENDPOINT_URL_DYNAMODB says where one is', async () => {
    const path = newPath();
    const environment = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' };

    const { database } = await start({ path, environment });

    expect(database).toMatchObject({ engine: 'elsewhere', endpoint: 'http://127.0.0.1:1' });
    expect(() => noteOf(path)).toThrow();
  });
});

describe('starting the database where no engine is installed', () => {
  test('fails with one sentence that says what to install', async () => {
    vi.stubEnv('PATH', '/nowhere');
    undo.push(() => vi.unstubAllEnvs());
    await expect(start({ path: null, engine: 'dynamodb-local' })).rejects.toThrow('install Java 17 or newer');
  });
});
