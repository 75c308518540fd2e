import { randomUUID } from 'node:crypto';
import type { Desk } from '../../../functions/web/moves/desk.ts';
import { type ListPeople, readListPeople } from '../../../functions/web/moves/list/list-people.ts';
import { takeInCase } from '../../../functions/web/moves/list/take-in.ts';
import { type Weighed, weighCase } from '../../../functions/web/moves/list/weigh-lines.ts';
import type { ListEntry } from '../../../shared/domain/list-entry.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import type { ReadList } from '../../../shared/extract/list/read-list.ts';
import type { Io } from '../command.ts';
import type { ImportOptions } from '../commands/import.ts';
import { type ListReport, reportInWords, reportOf } from './list-report.ts';
import { openListRecords } from './open-list-records.ts';
import { progressOf } from './progress.ts';

/** Takes a list into the records of a data folder, or says what that would do. @returns the exit code */
export async function takeInList(list: ReadList, options: ImportOptions, io: Io): Promise<number> {
  const records = await openListRecords(options.folder, options.dryRun);
  try {
    const clock = { now: () => records.now };
    const desk: Desk = { table: records.table, clock, newId: randomUUID, by: 'Liaison staff, by a list' };
    const people = await readListPeople(records.table);
    const about = {
      list: options.name,
      mapping: list.mapping.name,
      takes: list.mapping.takes,
      dryRun: options.dryRun,
      today: londonDay(records.now),
    };
    const weighed = await eachCase(
      list,
      'Checking',
      io,
      async (entries) => (await weighCase(desk, people, entries)).fates,
    );
    const report = reportOf(about, weighed, list.refusedLines);
    if (options.dryRun) return tell(report, options, io);
    if (report.overdue > 0 && !options.overdue) return askOnce(report, io);
    const taken = await takeIn(list, { desk, people, options, io });
    return tell(reportOf(about, taken, list.refusedLines), options, io);
  } catch (error) {
    if (!isOfStop(error)) throw error;
    io.stderr(`\n${stopped}\n`);
    return 1;
  } finally {
    await records.close();
  }
}

const stopped =
  'The tracker stopped while the list was being read into it. Start it again and give the same list once more: what was recorded stays, and nothing is recorded twice.';

/** The database was there and is not any more, which happens where its tracker is stopped or killed meanwhile. */
const isOfStop = (error: unknown): boolean =>
  /ECONNREFUSED|ECONNRESET|EPIPE|socket hang up/.test(`${(error as NodeJS.ErrnoException).code} ${error}`);

type Taking = { desk: Desk; people: ListPeople; options: ImportOptions; io: Io };

const takeIn = (list: ReadList, { desk, people, options, io }: Taking): Promise<Weighed[]> =>
  eachCase(list, 'Taking in', io, (entries) =>
    takeInCase(desk, people, entries, { name: options.name, overdue: options.overdue ?? 'remind' }),
  );

async function eachCase(
  { groups }: ReadList,
  task: string,
  io: Io,
  work: (entries: ListEntry[]) => Promise<Weighed[]>,
): Promise<Weighed[]> {
  const progress = progressOf(io, task, groups.length);
  const fates: Weighed[] = [];
  for (const entries of groups) {
    fates.push(...(await work(entries)));
    progress.step();
  }
  progress.end();
  return fates;
}

async function tell(report: ListReport, { json }: ImportOptions, io: Io): Promise<number> {
  await io.stdout(json ? `${JSON.stringify(report, null, 2)}\n` : reportInWords(report));
  return report.counts.refused === 0 ? 0 : 1;
}

function askOnce({ overdue }: ListReport, io: Io): number {
  io.stderr(
    `${overdue} of these recommendations are overdue already (--dry-run lists them). Say how they are treated:\n` +
      '  --overdue remind   their owners are reminded from now on, of no day gone by\n' +
      '  --overdue hold     nobody is reminded until somebody chooses an owner for each\nNothing was changed.\n',
  );
  return 1;
}
