import { recordCase } from '../../../../shared/domain/case.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import type { ListEntry } from '../../../../shared/domain/list-entry.ts';
import { type Fate, type Problems, weighLines } from '../../../../shared/domain/list-fate.ts';
import { openDuties } from '../../../../shared/domain/open-duties.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { today } from '../../../../shared/runtime/clock.ts';
import { type CaseFile, readCaseFile } from '../../../../shared/store/case-file.ts';
import { caseWithReference } from '../../../../shared/store/case-references.ts';
import type { Desk } from '../desk.ts';
import type { ListPeople } from './list-people.ts';
import { overdueSince, recordsOf } from './list-records.ts';

/** The fate of a line; since when it would be overdue if it were taken in now; and whether something would be waited for and nobody own it. */
export type Weighed = Fate & { overdueSince?: Day; isOwnerless?: true };

/** Says what would become of the lines about one case, and changes nothing. */
export async function weighCase(
  desk: Desk,
  people: ListPeople,
  entries: readonly ListEntry[],
): Promise<{ file: CaseFile | undefined; fates: Weighed[] }> {
  const known = await caseWithReference(desk.table, entries[0]!.case.reference);
  const file = known && (await readCaseFile(desk.table, known.id));
  const late = new Map<number, Day>();
  const ownerless = new Set<number>();
  const problems = new Map<number, Problems extends ReadonlyMap<number, infer P> ? P : never>();
  for (const entry of entries) {
    const found = await problemOf(desk, people, entry, file);
    if (found.reason) problems.set(entry.line, [{ reason: found.reason, keepsOut: found.keepsOut }]);
    if (found.overdueSince) late.set(entry.line, found.overdueSince);
    if (found.isOwnerless) ownerless.add(entry.line);
  }
  const fates = weighLines(entries, file, problems);
  return {
    file,
    fates: fates.map((fate) => {
      if (fate.kind !== 'new') return fate;
      const since = late.get(fate.line);
      return {
        ...fate,
        ...(since ? { overdueSince: since } : {}),
        ...(ownerless.has(fate.line) ? { isOwnerless: true } : {}),
      };
    }),
  };
}

type Problem = { reason?: string; keepsOut(fate: Fate): boolean; overdueSince?: Day; isOwnerless?: boolean };

const isNew = ({ kind }: Fate) => kind === 'new';
const isAnswered = ({ kind, adds }: Fate) => kind === 'new' || adds.response;

async function problemOf(
  desk: Desk,
  people: ListPeople,
  entry: ListEntry,
  file: CaseFile | undefined,
): Promise<Problem> {
  const now = today(desk.clock);
  const learningCase = file?.learningCase ?? recordCase(entry.case, now);
  if (isRefusal(learningCase)) return { reason: learningCase.message, keepsOut: isNew };
  const records = await recordsOf(desk, entry, learningCase, entry.number ?? 1, {});
  if (isRefusal(records)) return { reason: records.message, keepsOut: isAnswered };
  const named = people(entry);
  if (isRefusal(named)) return { reason: named.message, keepsOut: isNew };
  const since = overdueSince(records, now);
  const isOwnerless = !named.ownerId && openDuties(records.deadlines).length > 0;
  return { keepsOut: isNew, isOwnerless, ...(since ? { overdueSince: since } : {}) };
}
