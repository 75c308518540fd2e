import { readFileSync, rmSync } from 'node:fs';
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

/** The tracker that runs on a data folder now, or undefined; a note that a killed run left behind counts for nothing. */
export function findRunning(folder: string): Running | undefined {
  try {
    const note = running.parse(JSON.parse(readFileSync(noteIn(folder), 'utf8')));
    process.kill(note.pid, 0);
    return note;
  } catch {
    return undefined;
  }
}
