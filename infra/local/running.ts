import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { writeDurably } from './durable-file.ts';

const running = z.object({ pid: z.int(), url: z.url(), database: z.url() });

/** A tracker that runs on a data folder: where its pages and its database answer. */
export type Running = z.infer<typeof running>;

const noteIn = (folder: string) => join(folder, 'running.json');

/** Leaves word in the data folder that a tracker runs on it, so that the command line can find it. */
export const noteRunning = (folder: string, note: Running): void =>
  writeDurably(noteIn(folder), JSON.stringify(note));

export const forgetRunning = (folder: string): void => rmSync(noteIn(folder), { force: true });

/**
 * The tracker that runs on a data folder now, or undefined. A note may be left from a killed run and its process number taken by another
 * program, so the tracker itself is asked.
 */
export async function findRunning(folder: string): Promise<Running | undefined> {
  try {
    const note = running.parse(JSON.parse(readFileSync(noteIn(folder), 'utf8')));
    const reply = await fetch(`${note.url}/local/clock`, { signal: AbortSignal.timeout(5_000) });
    const { pid } = running.pick({ pid: true }).parse(await reply.json());
    return pid === note.pid ? note : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a tracker was ever started on a data folder. */
export const hasTracker = (folder: string): boolean =>
  existsSync(folder) &&
  statSync(folder).isDirectory() &&
  readdirSync(folder).some((name) => name.startsWith('tracker.db'));
