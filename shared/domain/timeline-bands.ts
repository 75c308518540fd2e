import { addDays, type Day, isAfter, later } from './day.ts';
import type { Deadline } from './deadline.ts';
import { endedOn, inOrder, type Life } from './life.ts';
import type { Revision } from './revision.ts';

/**
 * A stretch of days in the life of a duty, both ends counted.
 *
 * - 'time': the time there is for it: for a response from the day made to the law's last day (the page's where no law sets one); for a
 *   promise from the day its window opens, or was promised, to its last day.
 * - 'earlier': what that time was before its dates moved.
 * - 'paused': judicial review proceedings were in progress.
 * - 'late': from the day after the last day in time.
 * - 'undated': no date was promised.
 */
export type Band = {
  what: 'time' | 'earlier' | 'paused' | 'late' | 'undated';
  deadline: Deadline;
  from: Day;
  to: Day;
};

/** Every stretch of days of a recommendation's duties as they are on a day. */
export const bandsOf = (life: Life, today: Day): Band[] =>
  inOrder(life.deadlines).flatMap((deadline) => [
    ...timeOf(deadline, life, today),
    ...earlierOf(deadline, life.revisions),
    ...pausesOf(deadline, life.revisions, today),
    ...lateOf(deadline, life, today),
  ]);

function timeOf(deadline: Deadline, life: Life, today: Day): Band[] {
  const { opensOn, anchorOn, dueOn, lawOn } = deadline;
  const from = opensOn ?? anchorOn;
  const last = lawOn ?? dueOn;
  if (last !== null) return [band('time', deadline, from, last)];
  const until = deadline.state === 'open' ? today : (deadline.metOn ?? endedOn(life));
  return until === undefined ? [] : [band('undated', deadline, from, until)];
}

// Two changes in a row may leave a date as it is: each time there was is shown once.
function earlierOf(deadline: Deadline, revisions: readonly Revision[]): Band[] {
  const dates = revisions
    .filter(({ deadlineId }) => deadlineId === deadline.id)
    .toSorted((a, b) => a.revision - b.revision)
    .flatMap(({ before }) => (before.dueOn === null ? [] : [{ ...before, dueOn: before.dueOn }]));
  const bands = dates.map(({ opensOn, dueOn }) =>
    band('earlier', deadline, opensOn ?? deadline.anchorOn, dueOn),
  );
  const now =
    deadline.dueOn && nameOf(band('time', deadline, deadline.opensOn ?? deadline.anchorOn, deadline.dueOn));
  return [...new Map(bands.map((each) => [nameOf(each), each]))]
    .filter(([name]) => name !== now)
    .map(([, each]) => each);
}

const nameOf = ({ from, to }: Band) => `${from} ${to}`;

function pausesOf(deadline: Deadline, revisions: readonly Revision[], today: Day): Band[] {
  const over = revisions.flatMap(({ deadlineId, pausedOn, resumedOn }) =>
    deadlineId === deadline.id && pausedOn && resumedOn
      ? [band('paused', deadline, pausedOn, resumedOn)]
      : [],
  );
  const { pausedOn, state } = deadline;
  return pausedOn !== null && state === 'open' ? [...over, band('paused', deadline, pausedOn, today)] : over;
}

/** @example last day in time 24 November 2020, answered on the 26th → late from 25 to 26 November */
function lateOf(deadline: Deadline, life: Life, today: Day): Band[] {
  const { lateAfterOn, pausedOn, state, metOn } = deadline;
  if (lateAfterOn === null || pausedOn !== null) return [];
  const until = state === 'open' ? today : state === 'met' ? metOn : endedOn(life);
  return until && isAfter(until, lateAfterOn) ? [band('late', deadline, addDays(lateAfterOn, 1), until)] : [];
}

const band = (what: Band['what'], deadline: Deadline, from: Day, to: Day): Band => ({
  what,
  deadline,
  from,
  to: later(from, to),
});
