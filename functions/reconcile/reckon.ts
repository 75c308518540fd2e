import type { Day } from '../../shared/domain/day.ts';
import type { Night } from '../../shared/domain/night.ts';
import { type Difference, differences } from '../../shared/domain/reconcile.ts';
import type { Calendar } from '../../shared/domain/stages.ts';
import { reasonOf } from '../../shared/runtime/log.ts';
import { type CaseFile, type RecommendationFile, readCaseFile } from '../../shared/store/case-file.ts';
import { hasEventSince } from '../../shared/store/events-since.ts';
import { everyCaseId } from '../../shared/store/every-case.ts';
import { mailKey } from '../../shared/store/keys.ts';
import { lastNight } from '../../shared/store/lists.ts';
import { peopleOf, whoMatters } from '../../shared/store/people.ts';
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
    const found = await reckon(table, entry, night?.finishedAt ? night.plannedOn : undefined, calendar);
    // What somebody did after the run began is for the next run to plan, so nothing can be missing from this one.
    const isForNext = night && found.length > 0 && (await changedSince(table, file, entry, night.startedAt));
    const differences = isForNext ? await reckon(table, entry, undefined, calendar) : found;
    reckoned.push({ caseId, number, deadlines: entry.deadlines.length, differences });
  }
  return reckoned;
}

/**
 * Whether anybody has changed the recommendation, its people or its board from a moment on. Other reminder stages are in force from the
 * day after they are chosen (docs/decisions/0015), so they change nothing of what the last run should have planned.
 */
async function changedSince(
  table: Table,
  { events }: CaseFile,
  { recommendation: { number }, deadlines }: RecommendationFile,
  moment: string,
): Promise<boolean> {
  if (events.some((event) => event.number === number && event.at >= moment)) return true;
  for (const { pk } of await whoMatters(table, deadlines))
    if (await hasEventSince(table, pk, moment)) return true;
  return false;
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
