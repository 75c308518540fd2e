import { agesOn } from './age.ts';
import type { Day } from './day.ts';
import { folded } from './person.ts';
import { ragOf } from './rag.ts';
import type { Duty, Row } from './row.ts';
import { everyStanding, nobody, none, type RowFilter } from './row-filter.ts';
import { type RowOnDay, rowOnDay, timesMoved } from './row-on-day.ts';
import { searchFor } from './row-search.ts';
import { type Standing, standings } from './standing.ts';

type Asks = (row: Row) => boolean;

/** What a filter finds, in no order, and how many stand as what whatever standing it asks for. */
export type SiftedRows = { found: RowOnDay[]; byStanding: Readonly<Record<Standing, number>> };

/**
 * The rows that answer a filter on a day.
 *
 * @example a filter of nothing finds all that is neither closed nor withdrawn; `byStanding` counts the closed ones as well
 */
export function siftRows(rows: readonly Row[], filter: RowFilter, today: Day): SiftedRows {
  const byStanding = Object.fromEntries(Object.keys(standings).map((each) => [each, 0])) as Record<
    Standing,
    number
  >;
  const found: RowOnDay[] = [];
  const asks = asksOf(filter, today);
  const isDue = dueWithin(filter);
  const isAsked = standsAs(filter);
  for (const row of rows) {
    if (!asks.every((ask) => ask(row))) continue;
    const seen = rowOnDay(row, today, isDue);
    if (isDue && !seen.duty) continue;
    byStanding[seen.standing]++;
    if (isAsked(seen.standing)) found.push(seen);
  }
  return { found, byStanding };
}

function standsAs({ standing: chosen }: RowFilter): (standing: Standing) => boolean {
  if (chosen[0] === everyStanding) return () => true;
  if (chosen.length === 0) return (standing) => standing !== 'closed' && standing !== 'withdrawn';
  const asked = new Set<string>(chosen);
  return (standing) => asked.has(standing);
}

// Asked only where the filter does, what is quick to answer first.
const asksOf = (filter: RowFilter, today: Day): Asks[] => [
  ...aboutRecords(filter),
  ...aboutTime(filter, today),
  ...linkedTo(filter),
  ...aboutWords(filter),
];

const aboutRecords = (filter: RowFilter): Asks[] => [
  ...whereGiven(filter.case, (id) => (row) => row.caseId === id),
  ...whereGiven(filter.owner, (id) => (row) => (id === nobody ? !row.ownerId : row.ownerId === id)),
  ...whereGiven(filter.board, (id) => (row) => (id === none ? !row.boardId : row.boardId === id)),
  ...whereGiven(filter.source, (source) => (row) => row.source === source),
  ...whereGiven(filter.priority, (priority) => (row) => row.priority === priority),
];

const aboutTime = (filter: RowFilter, today: Day): Asks[] => [
  ...whereGiven(filter.age, (age) => {
    const ageOf = agesOn(today);
    return (row) => ageOf(row.madeOn) === age;
  }),
  ...whereGiven(filter.moved, (moved) => {
    const least = moved === 'once' ? 1 : 2;
    return (row) => timesMoved(row) >= least;
  }),
  ...whereGiven(filter.rag, (rag) => (row) => ragOfRow(row, today) === rag),
];

const aboutWords = (filter: RowFilter): Asks[] => [
  ...whereGiven(filter.body, (body) => {
    const isBody = sameAs(body);
    return (row) => isBody(row.addressee);
  }),
  ...whereGiven(filter.topic, (topic) => {
    const isTopic = sameAs(topic);
    return (row) => row.topics.some(isTopic);
  }),
  ...whereGiven(filter.search, searchFor),
];

const whereGiven = <T>(value: T | undefined, ask: (value: T) => Asks): Asks[] =>
  value === undefined ? [] : [ask(value)];

/** The colour of a row on a day, or undefined where nothing of it is open. */
export const ragOfRow = (row: Row, today: Day) =>
  ragOf(
    {
      recommendation: row,
      deadlines: row.duties,
      proposals: row.dateProposed ? [{ state: 'waiting' as const }] : [],
    },
    today,
  );

function linkedTo({ linked, ref }: RowFilter): Asks[] {
  if (linked === undefined && ref === undefined) return [];
  const isRef = ref === undefined ? () => true : sameAs(ref);
  return [
    ({ links }) => links.some((each) => (linked === undefined || each.kind === linked) && isRef(each.ref)),
  ];
}

// Names come in few different writings, so each is folded once.
function sameAs(name: string): (other: string) => boolean {
  const asked = folded(name);
  const known = new Map<string, boolean>();
  return (other) => {
    const answer = known.get(other) ?? folded(other) === asked;
    known.set(other, answer);
    return answer;
  };
}

function dueWithin({ dueFrom, dueTo }: RowFilter): ((duty: Duty) => boolean) | undefined {
  if (!dueFrom && !dueTo) return undefined;
  return ({ dueOn }) => dueOn !== null && (!dueFrom || dueOn >= dueFrom) && (!dueTo || dueOn <= dueTo);
}
