import type { AuditEvent } from './audit-event.ts';
import { type Day, isAfter } from './day.ts';
import { happenedOn, type Told } from './happened-on.ts';
import type { Kept } from './recommendation-kept.ts';
import { withoutLater } from './without-later.ts';

/** The name by which a history tells of a record: where it is kept. */
export type NameOf = (kind: string, value: object) => string;

/** A recommendation as it stood at the end of a day, and what had happened to it by then, the earliest first. */
export type AsAt = Kept & { told: Told[] };

/**
 * The records of a recommendation as they were at the end of a day, or undefined where it had not been made. Its history keeps what every
 * move changed, so the moves that count from a later day are taken back: a field has the value that the last move before left in it. Which
 * day a move counts from: `happenedOn`. Where records came in whole from a list, their own days decide (`withoutLater`).
 *
 * @param events the history of the recommendation
 * @example due 20 February 2021, moved on 10 February to 30 April: as at 9 February due 20 February and not moved
 */
export function asAt(kept: Kept, events: readonly AuditEvent[], on: AsAtDay): AsAt | undefined {
  if (isAfter(on.madeOn, on.day)) return undefined;
  const told = events
    .toSorted((a, b) => a.position - b.position)
    .map((event) => happenedOn(event, kept, on.madeOn));
  const back = takenBack(told, on);
  const recommendation = back('recommendation', [kept.recommendation])[0];
  if (!recommendation) return undefined;
  const [response] = back('response', kept.response ? [kept.response] : []);
  const records: Kept = {
    recommendation,
    response,
    commitments: back('commitment', kept.commitments),
    updates: back('update', kept.updates),
    deadlines: back('deadline', kept.deadlines),
    evidence: back('evidence', kept.evidence),
    revisions: back('revision', kept.revisions),
    proposals: back('proposal', kept.proposals),
    reports: back('report', kept.reports),
    links: back('link', kept.links),
  };
  const happened = told.filter((each) => !isAfter(each.on, on.day));
  return { ...withoutLater(records, on.day), told: happened.toSorted(byDay) };
}

/** The day looked back to, the day the recommendation was made, and how its history names records. */
export type AsAtDay = { day: Day; madeOn: Day; nameOf: NameOf };

const byDay = (a: Told, b: Told): number => (a.on === b.on ? 0 : isAfter(a.on, b.on) ? 1 : -1);

const takenBack =
  (told: readonly Told[], { day, nameOf }: AsAtDay) =>
  <R extends object>(kind: string, records: readonly R[]): R[] =>
    records.flatMap((record) => {
      const name = nameOf(kind, record);
      const about = told.filter(({ event }) => event.left.some(({ key }) => key === name));
      return wasMade(name, about, day) ? [withFieldsOf(record, name, about, day)] : [];
    });

// The first move that left a record made it, unless it tells what the record was before.
function wasMade(name: string, [first]: readonly Told[], day: Day): boolean {
  const made = first && !first.event.changes.some(({ key }) => key === name);
  return !made || !isAfter(first.on, day);
}

function withFieldsOf<R extends object>(record: R, name: string, about: readonly Told[], day: Day): R {
  const was = new Map<string, { value: unknown; counts: boolean }>();
  for (const { event, on } of about) {
    const counts = !isAfter(on, day);
    for (const { key, before, after } of event.changes) {
      if (key !== name) continue;
      for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (counts) was.set(field, { value: after[field], counts });
        else if (!was.has(field)) was.set(field, { value: before[field], counts });
      }
    }
  }
  const fields = [...was].map(([field, { value }]) => [field, value] as const);
  const given = fields.filter(([, value]) => value !== undefined);
  const untouched = Object.entries(record).filter(([field]) => !was.has(field));
  return Object.fromEntries([...untouched, ...given]) as R;
}
