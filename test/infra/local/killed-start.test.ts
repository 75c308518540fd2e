import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { openRecords } from '../../../infra/cli/night/open-table.ts';
import { findDynoxide } from '../../../infra/local/database/dynoxide.ts';
import { openMessageStore } from '../../../infra/local/mailbox/stored-messages.ts';
import { startTracker } from '../../../infra/local/tracker.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { balances } from '../../../shared/domain/night.ts';
import { readCaseFile } from '../../../shared/store/case-file.ts';
import { listNights } from '../../../shared/store/lists.ts';
import { mailsPlanned } from '../../support/nights-of.ts';
import { asked, contacts } from '../../support/recorded.ts';
import { sampleContact } from '../../support/sample-records.ts';

const due = 200;
const killedAt = 60;
const today = '2020-10-26';
const start = join(import.meta.dirname, '../../../infra/local/start.ts');
const names = Array.from({ length: due }, (_, index) => `owner-${index}`);

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** A data folder with 200 duties of as many owners, on the morning on which each is due to be mailed. */
async function prepared(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-killed-start-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000', engine: 'dynoxide' });
  tracker.clock.startAt(asInstant(`${today}T06:10:00.000Z`));
  for (const [index, name] of names.entries()) {
    await contacts(tracker.table, sampleContact(name));
    await asked(tracker.table, `case-${index}`, { ownerId: name });
  }
  await tracker.stop();
  return folder;
}

type Ports = { port: number; mailPort: number; identityPort: number };

async function freePorts(): Promise<Ports> {
  const servers = [createServer(), createServer(), createServer()];
  for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
  const [port, mailPort, identityPort] = servers.map((server) => (server.address() as { port: number }).port);
  for (const server of servers) await once(server.close(), 'close');
  return { port: port!, mailPort: mailPort!, identityPort: identityPort! };
}

/** `npm start` in a process of its own. @returns it, once it has said that it runs */
async function npmStart(folder: string, ports: Ports): Promise<ChildProcess> {
  const { port, mailPort, identityPort } = ports;
  const options = [
    '--data',
    folder,
    '--port',
    port,
    '--mail-port',
    mailPort,
    '--identity-port',
    identityPort,
  ];
  const child = spawn(process.execPath, ['--import', 'tsx', start, ...options.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: '', POWERTOOLS_LOG_LEVEL: 'CRITICAL' },
  });
  undo.push(() => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout! }))
    if (line.startsWith('Data')) return child;
  throw new Error('npm start ended before it ran');
}

/** Presses a button of the strip above the pages; the answer comes when every night on the way has been lived. */
const press = (to: string, { port }: Ports): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/local/clock`, {
    method: 'POST',
    body: new URLSearchParams({ to }),
    headers: { origin: `http://127.0.0.1:${port}` },
    redirect: 'manual',
  });

const mailsIn = (folder: string): number => {
  const inbox = join(folder, 'mail');
  return existsSync(inbox) ? readdirSync(inbox).filter((name) => name.endsWith('.json')).length : 0;
};

describe.skipIf(findDynoxide() === undefined)('npm start', { timeout: 120_000 }, () => {
  test(`killed while ${due} mails leave and started again mails each owner exactly once`, async () => {
    const folder = await prepared();
    const ports = await freePorts();
    const first = await npmStart(folder, ports);
    const night = press('night', ports).catch(() => 'cut off');
    while (mailsIn(folder) < killedAt) await setImmediate();
    const killed = once(first, 'exit');
    process.kill(first.pid!, 'SIGKILL');
    expect(await killed).toEqual([null, 'SIGKILL']);
    expect(await night).toBe('cut off');
    expect(mailsIn(folder)).toBeLessThan(due);

    const second = await npmStart(folder, ports);
    // What waited is handed over at the start; what was claimed before the kill and had not left is sent by a later run: the sweeper waits an hour for word of it.
    expect((await press('day', ports)).status).toBe(303);

    const { table, close } = await openRecords(folder);
    undo.push(close);
    const all = await mailsPlanned(table, today);
    // The day moved to has its summary for liaison staff, too.
    const mails = all.filter(({ kind }) => kind !== 'summary');
    const summaries = new Set(all.filter((mail) => !mails.includes(mail)).map(({ id }) => id));
    const left = openMessageStore(join(folder, 'mail'), (sentence) => expect.fail(sentence))
      .messages()
      .filter(({ tags }) => !summaries.has(tags.mailId ?? ''));
    expect(left.map(({ destinations }) => destinations.join()).sort()).toEqual(
      names.map((name) => `${name}@force.example`).sort(),
    );
    expect(mails.map(({ recipientId }) => recipientId).sort()).toEqual(names.toSorted());
    expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['DELIVERED']));
    expect(left.map(({ tags }) => tags.mailId).sort()).toEqual(mails.map(({ id }) => id).sort());
    for (const index of names.keys()) {
      const file = await readCaseFile(table, `case-${index}`);
      expect(file?.recommendations[0]?.reminders).toHaveLength(1);
    }
    const { items: nights } = await listNights(table, '2020');
    expect(nights.every(balances)).toBe(true);
    expect(nights.filter(({ finishedAt }) => finishedAt === undefined).length).toBeLessThanOrEqual(1);
    expect(nights.filter(({ finishedAt }) => finishedAt !== undefined).length).toBeGreaterThanOrEqual(4);

    const stopped = once(second, 'exit');
    second.kill('SIGTERM');
    expect(await stopped).toEqual([0, null]);
  });
});
