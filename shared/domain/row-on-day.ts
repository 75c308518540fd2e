import type { Day } from './day.ts';
import { openDuties } from './open-duties.ts';
import type { Duty, Row } from './row.ts';
import { type Standing, standingOf, standingOfDeadline, standings } from './standing.ts';

const urgency = Object.fromEntries(
  Object.keys(standings).map((standing, rank) => [standing, rank]),
) as Record<Standing, number>;

/** How urgent a standing is: 0 for the most. */
export const urgencyOf = (standing: Standing): number => urgency[standing];

/** A row as it stands on a day. `duty` is what is waited for, where anything is: the most urgent first, of those the first due. */
export type RowOnDay = { row: Row; standing: Standing; duty: Duty | undefined };

/**
 * How a row stands on a day.
 *
 * @param isAsked which of its duties are asked about, where not all are: of a list of what is due in December the promise for June is
 *   not the date to show
 */
export function rowOnDay(row: Row, today: Day, isAsked: (duty: Duty) => boolean = () => true): RowOnDay {
  const standing = standingOf(row, row.duties, today);
  if (row.closed || row.withdrawn) return { row, standing, duty: undefined };
  let first: { duty: Duty; rank: number } | undefined;
  for (const duty of openDuties(row.duties).filter(isAsked)) {
    const rank = urgency[standingOfDeadline(duty, today)];
    const isFirst =
      !first || rank < first.rank || (rank === first.rank && dueText(duty) < dueText(first.duty));
    if (isFirst) first = { duty, rank };
  }
  return { row, standing, duty: first?.duty };
}

// What has no date comes after what has one.
const dueText = ({ dueOn }: Duty): string => dueOn ?? '~';

/** How often a date of a row was moved: of the one that was moved most. */
export const timesMoved = ({ duties }: Row): number =>
  duties.reduce((most, { kind, moved }) => (kind === 'publication' ? most : Math.max(most, moved)), 0);
