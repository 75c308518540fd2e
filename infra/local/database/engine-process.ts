import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import type { Engine } from './engine.ts';
import { endLeftBehind, forgetEngine, noteEngine } from './left-behind.ts';

const LONGEST_START = 20_000;
const LONGEST_STOP = 5_000;
const PORTS_TO_TRY = 5;

export type EngineProcess = { endpoint: string; stop(): Promise<void> };

/**
 * Starts an engine and waits until it answers a real request. A port that somebody else takes meanwhile is given
 * up for another.
 */
export async function startEngine(
  engine: Engine,
  wish: { path: string | null; port?: number; died(sentence: string): void },
): Promise<EngineProcess> {
  const data = wish.path === null ? null : engine.dataFor(wish.path);
  if (data !== null) {
    mkdirSync(engine.folderFor(data), { recursive: true });
    await endLeftBehind(data);
    if (engine.isForeign?.(data)) throw cannotOpen(data, 'it is no database of a tracker');
  }
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(wish.port);
    const child = launch(engine, port, data);
    const failure = await untilAnswering(child, port);
    if (failure === null) return running(engine, child, { port, data, died: wish.died });
    if (wish.port !== undefined || attempt === PORTS_TO_TRY || !/port|address/i.test(failure)) {
      if (data !== null && /database/i.test(failure)) throw cannotOpen(data, failure);
      throw new StartError(`The database engine ${engine.name} did not start on port ${port}: ${failure}`);
    }
  }
}

const cannotOpen = (data: string, why: string): StartError =>
  new StartError(
    `The database ${data} cannot be opened: ${why}. It was left as it is. Put a copy of it back, or choose another folder with --data.`,
  );

type Launched = { process: ChildProcess; lastWords(): string };

function launch(engine: Engine, port: number, data: string | null): Launched {
  const child = spawn(engine.command, engine.argumentsFor(port, data), {
    cwd: engine.workingFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
    // A process group of its own: Ctrl-C reaches this process only, which finishes its work and then stops the engine.
    detached: true,
  });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words = (words + chunk).slice(-2_000);
  });
  child.on('error', (error) => {
    words += error.message;
  });
  endWithThisProcess(child);
  if (data !== null && child.pid !== undefined) noteEngine(data, child.pid);
  child.unref();
  (child.stderr as Socket | null)?.unref();
  return { process: child, lastWords: () => words.trim() };
}

/**
 * The engine never outlives this process, however that ends: a shell waits on a pipe that only this process holds
 * open, and the system closes it for a process that was killed as well as for one that stopped by itself.
 */
function endWithThisProcess(child: ChildProcess): void {
  const end = (): void => void child.kill('SIGTERM');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  if (process.platform === 'win32' || child.pid === undefined) return;
  const guard = spawn('/bin/sh', ['-c', 'read -r nothing; kill "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.on('error', () => undefined);
  child.once('exit', () => guard.kill('SIGKILL'));
  guard.unref();
  (guard.stdin as Socket).unref();
}

/** Nothing once the engine answers, else why it does not. */
async function untilAnswering({ process: child, lastWords }: Launched, port: number): Promise<string | null> {
  const end = performance.now() + LONGEST_START;
  while (performance.now() < end) {
    const answered = await answers(port);
    if (hasEnded(child)) return lastWords() || 'it ended at once without saying why';
    if (answered) return null;
    await pause(20);
  }
  await stop(child);
  return `it gave no answer within ${LONGEST_START / 1000} seconds. ${lastWords()}`;
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'x-amz-date': '20200101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{}',
      signal: AbortSignal.timeout(2_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function running(
  engine: Engine,
  { process: child, lastWords }: Launched,
  { port, data, died }: { port: number; data: string | null; died(sentence: string): void },
): EngineProcess {
  let asked = false;
  child.once('exit', (code, signal) => {
    if (!asked)
      died(`The database engine ${engine.name} ended by itself (${signal ?? code}). ${lastWords()}`.trim());
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      asked = true;
      await stop(child);
      if (data !== null) forgetEngine(data);
    },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  const stubborn = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP);
  await ended;
  clearTimeout(stubborn);
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** The port wished for, or any one that is free; on the loopback address. */
async function freePort(wished = 0): Promise<number> {
  const server = createServer().listen(wished, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `The database cannot use port ${wished}: ${error.code === 'EADDRINUSE' ? 'it is taken' : error.message}.`,
    );
  });
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
