import type * as z from 'zod';
import { type Day, day, inWords } from './day.ts';
import { type Deadline, withDates } from './deadline.ts';
import { input } from './input.ts';
import { checkNewDates } from './new-dates.ts';
import { samePerson } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';
import { type Revised, revised } from './revision.ts';
import { line, optional, text } from './text.ts';

/** What a person types to move the date of a promise. */
export const rePlanInput = input({
  opensOn: optional(day),
  dueOn: day,
  why: text('the reason', 2_000),
  decidedBy: line('the name of whoever decides'),
  approvedBy: optional(line('the name of whoever approves')),
});

export type RePlanInput = z.infer<typeof rePlanInput>;

/**
 * Moves the date of a promise, or gives a promise without one its first. A reason is required and every earlier date is kept. A date
 * that replaces another counts as a move; from the second move on somebody other than whoever decides must approve it, so that no
 * promise slips again and again unseen.
 *
 * @example due 20 February 2021, moved to 30 April: moved once; to 30 June: only with the name of another who approves
 */
export function rePlan(deadline: Deadline, input: RePlanInput, today: Day): Revised | Refusal {
  const { dueOn, why, decidedBy, approvedBy } = input;
  const dates = { opensOn: input.opensOn ?? null, dueOn };
  const refused = checkNewDates(deadline, dates, today) ?? checkApproval(deadline, input);
  if (refused) return refused;
  const { awaits: _, ...after } = withDates(deadline, { ...dates, lateAfterOn: dueOn }, today);
  return revised(
    deadline,
    {
      ...after,
      ...countedMove(deadline),
      working: [...deadline.working.slice(0, 1), movedWorking(deadline, dates, today)],
    },
    { how: 're-plan', on: today, by: decidedBy, why, approvedBy },
  );
}

function checkApproval(
  { dueOn, moved }: Deadline,
  { decidedBy, approvedBy }: RePlanInput,
): Refusal | undefined {
  if (dueOn !== null && moved > 0 && approvedBy === undefined)
    return refuse(
      'approval-needed',
      'This date has been moved before: enter the name of whoever approves that it is moved again',
      'approvedBy',
    );
  return approvedBy !== undefined && samePerson(decidedBy, approvedBy)
    ? refuse('same-person', 'Somebody other than whoever decides must approve it', 'approvedBy')
    : undefined;
}

/** How often a date has been moved once it is replaced: where there was none, nothing moves. */
export const countedMove = ({
  dueOn,
  moved,
  firstDueOn,
}: Deadline): Partial<Pick<Deadline, 'moved' | 'firstDueOn'>> =>
  dueOn === null ? {} : { moved: moved + 1, firstDueOn: firstDueOn ?? dueOn };

function movedWorking(
  { dueOn: was }: Deadline,
  { opensOn, dueOn }: { opensOn: Day | null; dueOn: Day },
  today: Day,
) {
  const window = opensOn ? `${inWords(opensOn)} to ${inWords(dueOn)}` : inWords(dueOn);
  return was
    ? `Moved on ${inWords(today)} from ${inWords(was)} to ${window}`
    : `Set on ${inWords(today)} to ${window}`;
}
