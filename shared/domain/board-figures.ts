import { type Age, ageOf, ages } from './age.ts';
import { type Day, isAfter } from './day.ts';
import { openDuties } from './open-duties.ts';
import type { Row } from './row.ts';
import { type Standing, standingOf, standingOfDeadline } from './standing.ts';

type Duty = Row['duties'][number];

/** How many of how many. */
export type Share = { of: number; outOf: number };

/** What a board asks of its recommendations, counted as at the end of a day. What each counts is said in `figureWords`. */
export type Figures = {
  recommendations: number;
  open: number;
  overdue: number;
  lapsed: number;
  noDate: number;
  closedSince: number;
  notAccepted: number;
  movedOnce: number;
  movedMore: number;
  ages: Record<Age, number>;
  answered: Share;
  promises: { inTime: number; late: number; lapsed: number; running: number; undated: number; moved: number };
};

const atRest: readonly Standing[] = ['closed', 'withdrawn', 'not-accepted'];

/** Is anything still to come of it on a day? Not where it is closed, withdrawn or not accepted. */
export const isOpen = (row: Row, day: Day): boolean => !atRest.includes(standingOf(row, row.duties, day));

/** How often its dates have been moved, all its promises together. */
export const timesMoved = ({ duties }: Pick<Row, 'duties'>): number =>
  duties.reduce((sum, { moved }) => sum + moved, 0);

/** Was it closed after one day and by the end of another? */
export const closedBetween = ({ closed }: Pick<Row, 'closed'>, after: Day, by: Day): boolean =>
  closed !== undefined && isAfter(closed.on, after) && !isAfter(closed.on, by);

const anyOpen = (row: Row, day: Day, standing: Standing): boolean =>
  openDuties(row.duties).some((duty) => standingOfDeadline(duty, day) === standing);

export const isOverdue = (row: Row, day: Day): boolean => anyOpen(row, day, 'response-overdue');
export const hasLapsed = (row: Row, day: Day): boolean => anyOpen(row, day, 'lapsed');
export const lacksDate = (row: Row, day: Day): boolean => anyOpen(row, day, 'no-date');

/**
 * The figures of some recommendations as they stood at the end of a day.
 *
 * @param since closed after this day counts as closed since then
 */
export function figuresOf(rows: readonly Row[], day: Day, since: Day): Figures {
  const open = rows.filter((row) => isOpen(row, day));
  const count = (is: (row: Row) => boolean) => open.filter(is).length;
  const aged = (age: Age) => count(({ madeOn }) => ageOf(madeOn, day) === age);
  return {
    recommendations: rows.length,
    open: open.length,
    overdue: count((row) => isOverdue(row, day)),
    lapsed: count((row) => hasLapsed(row, day)),
    noDate: count((row) => lacksDate(row, day)),
    closedSince: rows.filter((row) => closedBetween(row, since, day)).length,
    notAccepted: rows.filter((row) => standingOf(row, row.duties, day) === 'not-accepted').length,
    movedOnce: count((row) => timesMoved(row) === 1),
    movedMore: count((row) => timesMoved(row) > 1),
    ages: Object.fromEntries((Object.keys(ages) as Age[]).map((age) => [age, aged(age)])) as Figures['ages'],
    answered: answeredInTime(rows, day),
    promises: promisesOf(rows, day),
  };
}

/**
 * Responses given in time, of all that were given or are late. In time is up to the end of the later of the law's and the published day,
 * as everywhere. What no law or page dates cannot be late, so it counts in neither; nor does what was withdrawn before it was answered.
 *
 * @example late after 24 November 2020: answered on 24 November → 1 of 1; on 25 November → 0 of 1; unanswered on 24 November → 0 of 0
 */
function answeredInTime(rows: readonly Row[], day: Day): Share {
  const dated = rows.flatMap(({ duties }) =>
    duties.filter(({ kind, lateAfterOn }) => kind === 'response' && lateAfterOn !== null),
  );
  const inTime = dated.filter((duty) => duty.state === 'met' && !isLate(duty));
  const late = dated.filter((duty) => isLate(duty) || isLateStill(duty, day));
  return { of: inTime.length, outOf: inTime.length + late.length };
}

const isLate = ({ metOn, lateAfterOn }: Duty): boolean =>
  lateAfterOn !== null && isAfter(metOn ?? lateAfterOn, lateAfterOn);

const isLateStill = (duty: Duty, day: Day): boolean =>
  duty.state === 'open' && ['response-overdue', 'lapsed'].includes(standingOfDeadline(duty, day));

// A request for a date where nothing was promised is no promise.
function promisesOf(rows: readonly Row[], day: Day): Figures['promises'] {
  const promises = rows
    .flatMap(({ duties }) => duties)
    .filter(({ kind, promise, dueOn }) => kind === 'update' && (promise !== undefined || dueOn !== null));
  const count = (is: (duty: Duty) => boolean) => promises.filter(is).length;
  const open = (duty: Duty) => duty.state === 'open';
  return {
    inTime: count((duty) => duty.state === 'met' && !isLate(duty)),
    late: count(isLate),
    lapsed: count((duty) => isLateStill(duty, day)),
    running: count((duty) => open(duty) && duty.dueOn !== null && !isLateStill(duty, day)),
    undated: count((duty) => open(duty) && duty.dueOn === null),
    moved: count(({ moved }) => moved > 0),
  };
}
