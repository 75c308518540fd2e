import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { StartError } from '../start-error.ts';

const Note = z.object({ pid: z.int(), owner: z.int(), ownerCommand: z.string() });

const noteBeside = (data: string): string => `${data}.pid`;

/** Writes beside the data which process serves it and on whose behalf, for the next start to find. */
export function noteEngine(data: string, pid: number): void {
  const note: z.infer<typeof Note> = { pid, owner: process.pid, ownerCommand: commandOf(process.pid) ?? '' };
  writeFileSync(noteBeside(data), JSON.stringify(note));
}

export function forgetEngine(data: string): void {
  rmSync(noteBeside(data), { force: true });
}

/**
 * Ends the engine that a killed run left behind on this data. A process number is used again by the system, so the
 * process is ended only when its command line names this very data; and when the run that started it is still
 * alive, it is not left behind at all: two runs on one data folder would each send the reminders, so that is
 * refused.
 */
export async function endLeftBehind(data: string): Promise<void> {
  const note = readNote(data);
  if (note === undefined || !serves(note.pid, data)) return;
  if (commandOf(note.owner) === note.ownerCommand) {
    throw new StartError(
      `${data} is already in use by process ${note.owner}. Stop that one first, or choose another data folder.`,
    );
  }
  process.kill(note.pid, 'SIGTERM');
  if (await goneWithin(3_000, note.pid, data)) return;
  process.kill(note.pid, 'SIGKILL');
  if (await goneWithin(3_000, note.pid, data)) return;
  throw new Error(
    `The database process ${note.pid} of an earlier run still holds ${data} and could not be ended.`,
  );
}

function readNote(data: string): z.infer<typeof Note> | undefined {
  try {
    return Note.parse(JSON.parse(readFileSync(noteBeside(data), 'utf8')));
  } catch {
    return undefined;
  }
}

async function goneWithin(milliseconds: number, pid: number, data: string): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (serves(pid, data)) {
    if (performance.now() > end) return false;
    await pause(20);
  }
  return true;
}

const serves = (pid: number, data: string): boolean => commandOf(pid)?.split('\0').includes(data) ?? false;

/** The command line of a running process, its words separated by NUL; nothing for one that has ended. */
function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8') || undefined;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .replaceAll(' ', '\0');
  } catch {
    return undefined;
  }
}
