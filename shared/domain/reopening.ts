import type * as z from 'zod';
import { type Day, day, inWords, isBefore } from './day.ts';
import { type Deadline, type Duty, startDuty, withDates } from './deadline.ts';
import { type Decided, type Held, type Making, mayMakeNow } from './decided.ts';
import { input } from './input.ts';
import { nextSequence } from './promised-duties.ts';
import { publicationAgain } from './publication.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { causeInWords, requestForDate } from './request-for-date.ts';
import { longestNote, optional, text } from './text.ts';

/** What a person types to reopen a recommendation, with the day the next update is due where that is known. */
export const reopening = input({
  why: text('why it is reopened', longestNote),
  dueOn: optional(day),
});

export type Reopening = z.infer<typeof reopening>;

/**
 * Reopens what was closed or withdrawn. Where no response was given, the response deadline runs again as it was, armed anew; a law's
 * last day does not move because somebody withdrew. Else it has a new date, or the owner is asked for one. What was not accepted and
 * is given no date rests as before. What was withdrawn after its response has the check of its publication again; closing had not ended that.
 *
 * @example withdrawn on 1 November 2020 and reopened on 10 November → the response is due on 23 November again, reminded from 16 November
 */
export function reopen(held: Held, reopening: Reopening, { by, today }: Making): Decided | Refusal {
  const refused = mayMakeNow('reopen', held, today);
  if (refused) return refused;
  const { closed: _, withdrawn, closure: __, ...rest } = held.recommendation;
  const recommendation = { ...rest, reopened: { on: today, by, why: reopening.why } };
  const planned = whatRunsNow({ ...held, recommendation }, reopening.dueOn, today);
  if (isRefusal(planned)) return planned;
  const publication = withdrawn && publicationAgain(held, today);
  if (isRefusal(publication)) return publication;
  const changed = publication ? [...planned.changed, publication] : planned.changed;
  return { recommendation, changed, added: planned.added };
}

type Planned = Pick<Decided, 'changed' | 'added'>;

function whatRunsNow(held: Held, dueOn: Day | undefined, today: Day): Planned | Refusal {
  const unanswered = held.deadlines.filter(({ kind, state }) => kind === 'response' && state === 'ended');
  if (unanswered.length > 0) {
    return dueOn
      ? refuse(
          'date-not-needed',
          'Leave the date empty: the response was not given, so its deadline runs again as it was',
          'dueOn',
        )
      : { changed: unanswered.map((each) => armedAgain(each, today)), added: [] };
  }
  if (dueOn) {
    const dated = dateSet(held, dueOn, today);
    return isRefusal(dated) ? dated : { changed: [], added: [dated] };
  }
  const rests = held.recommendation.acceptance === 'not-accepted';
  return { changed: [], added: rests ? [] : [requestForDate(held, 'reopened', today)] };
}

const armedAgain = (deadline: Deadline, today: Day): Deadline => ({
  ...withDates(deadline, {}, today),
  state: 'open',
});

function dateSet(held: Held, dueOn: Day, today: Day): Deadline | Refusal {
  if (isBefore(dueOn, today)) return refuse('date-past', 'The new date must be today or later', 'dueOn');
  const set: Duty = {
    kind: 'update',
    sequence: nextSequence(held.commitments, held.deadlines),
    opensOn: null,
    dueOn,
    lateAfterOn: dueOn,
    anchorOn: today,
    basis: causeInWords('reopened'),
    working: [`closes at the end of ${inWords(dueOn)}, the day set when it was reopened`],
  };
  return { ...startDuty(set, held.recommendation, held.learningCase, today), cause: 'reopened' };
}
