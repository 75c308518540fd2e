import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { listNights } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';
import { localNights } from '../../local/nights.ts';
import { findRunning, type Running } from '../../local/running.ts';
import { startTracker } from '../../local/tracker.ts';
import type { Io } from '../command.ts';
import type { NightOptions } from '../commands/night.ts';
import { openRecords } from './open-table.ts';

/**
 * Lives the night for real. Where a tracker is running on the folder it is asked to: two at once would take turns at the clock.
 */
export async function realRun({ folder, date }: NightOptions, io: Io): Promise<number> {
  const running = findRunning(folder);
  const refused = running ? await askRunning(running, date) : await runHere(folder, date);
  if (refused) {
    io.stderr(`${refused.trim()}\n`);
    return 1;
  }
  const records = await openRecords(folder);
  try {
    const last = await lastNight(records.table, records.now);
    await io.stdout(last ? statement(last) : 'No night has been run.\n');
    return last && last.failed === 0 ? 0 : 1;
  } finally {
    await records.close();
  }
}

async function askRunning({ url }: Running, date: Day | undefined): Promise<string | undefined> {
  const body = new URLSearchParams(date ? { to: 'date', date } : { to: 'night' });
  const reply = await fetch(`${url}/local/clock`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: url },
  });
  return reply.status >= 400 ? reply.text() : undefined;
}

async function runHere(folder: string, date: Day | undefined): Promise<string | undefined> {
  const tracker = await startTracker({ folder, serviceUrl: 'http://127.0.0.1:3000' });
  try {
    const nights = localNights(tracker);
    if (date) return await nights.moveTo(date);
    await nights.tonight();
    return undefined;
  } finally {
    await tracker.stop();
  }
}

const lastNight = async (table: Table, now: string): Promise<Night | undefined> =>
  (await listNights(table, now.slice(0, 4))).items[0];

function statement(night: Night): string {
  const skipped = Object.values(night.skipped).reduce((sum, count) => sum + count, 0);
  return `${inWordsWithWeekday(night.plannedOn)}: ${night.examined} deadlines examined, ${night.reminders} reminders in ${night.mails} mails, ${skipped} with nothing to say, ${night.failed} failed.\n`;
}
