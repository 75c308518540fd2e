import type { Day } from '../../shared/domain/day.ts';
import type { Night } from '../../shared/domain/night.ts';
import { type Difference, differences } from '../../shared/domain/reconcile.ts';
import type { Calendar } from '../../shared/domain/stages.ts';
import { reasonOf } from '../../shared/runtime/log.ts';
import { type CaseFile, type RecommendationFile, readCaseFile } from '../../shared/store/case-file.ts';
import { mailKey } from '../../shared/store/keys.ts';
import { lastNight, listCases } from '../../shared/store/lists.ts';
import { peopleOf } from '../../shared/store/people.ts';
import { readMany } from '../../shared/store/read.ts';
import type { Table } from '../../shared/store/table.ts';

/** What came of one recommendation. */
export type Reckoned = { caseId: string; number: number; deadlines: number; differences: Difference[] };

/** A case that could not be reckoned, because a record of it is damaged. */
export type NotReckoned = { caseId: string; reason: string };

/**
 * Works out for every recommendation, one case at a time, what should have been planned, and compares it with the ledger. A difference is
 * looked at twice, because somebody may have been changing the case between two reads. One damaged case never stops the rest.
 */
export async function* reckonAll(table: Table, calendar: Calendar): AsyncGenerator<Reckoned | NotReckoned> {
  const night = await lastNight(table);
  for await (const caseId of everyCaseId(table)) {
    try {
      const first = await reckonCase(table, caseId, night, calendar);
      const differs = first.some((each) => each.differences.length > 0);
      yield* differs ? await reckonCase(table, caseId, night, calendar) : first;
    } catch (error) {
      yield { caseId, reason: reasonOf(error) };
    }
  }
}

async function* everyCaseId(table: Table): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await listCases(table, cursor);
    for (const { id } of page.items) yield id;
    cursor = page.next;
  } while (cursor);
}

async function reckonCase(
  table: Table,
  caseId: string,
  night: Night | undefined,
  calendar: Calendar,
): Promise<Reckoned[]> {
  const file = await readCaseFile(table, caseId);
  if (!file) return [];
  const reckoned: Reckoned[] = [];
  for (const entry of file.recommendations) {
    const { number } = entry.recommendation;
    const found = await reckon(table, entry, plannedUpTo(file, number, night), calendar);
    reckoned.push({ caseId, number, deadlines: entry.deadlines.length, differences: found });
  }
  return reckoned;
}

// What somebody did after the run began is for the next run to plan, so nothing can be missing from this one.
function plannedUpTo({ events }: CaseFile, number: number, night: Night | undefined): Day | undefined {
  if (!night?.finishedAt) return undefined;
  const since = events.some((event) => event.number === number && event.at >= night.startedAt);
  return since ? undefined : night.plannedOn;
}

async function reckon(
  table: Table,
  { deadlines, reminders }: RecommendationFile,
  lastRunOn: Day | undefined,
  calendar: Calendar,
): Promise<Difference[]> {
  const whoIsWho = await peopleOf(table, deadlines);
  const ids = reminders.map(({ mailId }) => mailKey(mailId));
  const mails = new Map((await readMany(table, 'mail', ids)).map((mail) => [mail.id, mail]));
  return deadlines.flatMap((deadline) => {
    const rows = reminders.filter(({ deadlineId }) => deadlineId === deadline.id);
    return differences({ deadline, reminders: rows, mails, people: whoIsWho(deadline) }, lastRunOn, calendar);
  });
}
