import type { Day } from '../../../shared/domain/day.ts';
import { raise } from '../../../shared/domain/exception.ts';
import { type Mine, mineOf, ownersOf } from '../../../shared/domain/mine.ts';
import type { People } from '../../../shared/domain/night.ts';
import { openDuties } from '../../../shared/domain/open-duties.ts';
import { waitsAs } from '../../../shared/domain/report.ts';
import type { Duty, Row } from '../../../shared/domain/row.ts';
import { type Standing, standingOf } from '../../../shared/domain/standing.ts';
import { reasonOf } from '../../../shared/runtime/log.ts';
import { exceptionKey } from '../../../shared/store/keys.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import { readMany } from '../../../shared/store/read.ts';
import type { OwnerSite } from './owner-site.ts';

/** A recommendation that concerns somebody: what they may do, where it stands, what is due first, and whether staff are to decide. */
export type MyRow = { row: Row; mine: Mine; standing: Standing; first: Duty | undefined; waits: boolean };

/** Everything that concerns somebody, the most urgent first. */
export async function myRows(site: OwnerSite, today: Day): Promise<MyRow[]> {
  const found = await concerning(site);
  const waiting = await waitingAmong(
    site,
    found.map(({ row }) => row),
  );
  return found
    .map(({ row, mine }) => ({
      row,
      mine,
      standing: standingOf(row, row.duties, today),
      first: dueFirst(row),
      waits: waiting.has(nameOf(row)),
    }))
    .sort((a, b) => urgencyOf(a) - urgencyOf(b) || (dueOn(a) < dueOn(b) ? -1 : 1));
}

async function concerning({ table, catalogue, person, log }: OwnerSite) {
  const rows = (await catalogue.rows()).map((row) => ({ row, owners: ownersOf(row) }));
  const whoIsWho = await peopleOf(table, distinct(rows.flatMap(({ owners }) => owners)));
  return rows.flatMap(({ row, owners }) => {
    try {
      const mine = mineOf(owners.map(whoIsWho) as People[], person.contactIds);
      return mine ? [{ row, mine }] : [];
    } catch (fault) {
      // One damaged record must not take the list from everybody.
      log.error('Whose a recommendation is could not be read', { row: nameOf(row), reason: reasonOf(fault) });
      return [];
    }
  });
}

type Owned = ReturnType<typeof ownersOf>[number];

const distinct = (owners: readonly Owned[]): Owned[] => [
  ...new Map(owners.map((each) => [`${each.ownerId} ${each.boardId}`, each])).values(),
];

/** Those of which an owner has said something that staff have not decided on. */
async function waitingAmong({ table }: OwnerSite, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const keys = rows.flatMap((row) =>
    Object.values(waitsAs).map((kind) =>
      exceptionKey(raise(kind, { caseId: row.caseId, number: row.number }, '').id),
    ),
  );
  const raised = await readMany(table, 'exception', keys);
  return new Set(raised.filter(({ clearedAt }) => !clearedAt).map(nameOf));
}

const nameOf = ({ caseId, number }: { caseId?: string | undefined; number?: number | undefined }): string =>
  `${caseId}/${number}`;

const dueFirst = ({ duties }: Row): Duty | undefined =>
  openDuties(duties).toSorted((a, b) => (datedBy(a) < datedBy(b) ? -1 : 1))[0];

const datedBy = ({ dueOn }: Duty): string => dueOn ?? 'never';
const dueOn = ({ first }: MyRow): string => (first ? datedBy(first) : 'never');

/**
 * How an owner's day is ordered: what is late, what is due soon, what they are asked a date for, then everything by its last day, whether its
 * window is open already or not, so that 25 days come before 34.
 */
const order: readonly (readonly Standing[])[] = [
  ['response-overdue', 'lapsed'],
  ['response-due-soon', 'due-soon'],
  ['no-date'],
  ['window-open', 'promise-running', 'awaiting-response'],
  ['paused'],
  ['proposed-for-closure'],
  ['not-accepted', 'closed', 'withdrawn'],
];
const urgencyOf = ({ standing }: MyRow): number => order.findIndex((each) => each.includes(standing));
