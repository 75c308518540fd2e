import { accountOf } from '../../../shared/domain/account.ts';
import { accountInWords, explainedInWords } from '../../../shared/domain/account-words.ts';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { lastNight, mailsOfNight, nightsAfter } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';
import { localNights } from '../../local/nights.ts';
import { findRunning, type Running } from '../../local/running.ts';
import { startTracker } from '../../local/tracker.ts';
import type { Io } from '../command.ts';
import type { NightOptions } from '../commands/night.ts';
import { openRecords } from './open-table.ts';
import { sumInLine } from './sum-in-line.ts';

/**
 * Lives the night for real. Where a tracker is running on the folder it is asked to: two at once would take turns at the clock.
 */
export async function realRun({ folder, date }: NightOptions, io: Io): Promise<number> {
  const before = await lastNightIn(folder);
  const running = await findRunning(folder);
  const refused = running ? await askRunning(running, date) : await runHere(folder, date);
  if (refused) {
    io.stderr(`${refused.trim()}\n`);
    return 1;
  }
  const records = await openRecords(folder);
  try {
    const lived = await nightsSince(records.table, before);
    const busy = lived.filter(({ examined, outstanding }) => examined + outstanding.found > 0);
    for (const night of busy) await io.stdout(statement(night, await mailsOfNight(records.table, night)));
    await io.stdout(
      `${counted(lived.length, 'run')}, ${lived.length - busy.length} of them with nothing to do.\n`,
    );
    return lived.every(({ failed }) => failed === 0) ? 0 : 1;
  } finally {
    await records.close();
  }
}

async function lastNightIn(folder: string): Promise<Night | undefined> {
  const records = await openRecords(folder);
  try {
    return await lastNight(records.table);
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
  return reply.status >= 400 ? sentenceOf(await reply.text()) : undefined;
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

// The running tracker answers with a page; its one paragraph says why.
const sentenceOf = (page: string): string => /<p[^>]*>([^<]*)<\/p>/.exec(page)?.[1] ?? page;

/** The runs lived by this call, oldest first. */
async function nightsSince(table: Table, before: Night | undefined): Promise<Night[]> {
  const lived = await Array.fromAsync(nightsAfter(table, before?.id ?? ''));
  return lived.filter(({ finishedAt }) => finishedAt !== undefined);
}

function statement(night: Night, mails: readonly Mail[]): string {
  const account = accountOf(night, mails);
  const sums = accountInWords(account).map(sumInLine);
  const when = `${inWordsWithWeekday(night.plannedOn)} at ${timeInLondon(night.startedAt)}`;
  return `${when}: ${explainedInWords(account)}\n${sums.join('')}`;
}

const timeInLondon = (at: string) =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;
