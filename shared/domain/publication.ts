import type * as z from 'zod';
import type { Case } from './case.ts';
import { clockFor } from './clocks.ts';
import { liaisonTeamId } from './contact.ts';
import { type Day, day, inWords, isAfter, isBefore } from './day.ts';
import { type Deadline, startDuty, withDates } from './deadline.ts';
import type { Held } from './decided.ts';
import { input } from './input.ts';
import { work } from './periods.ts';
import type { Recommendation } from './recommendation.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { optional, text } from './text.ts';

/** What a person types when the response has been published. */
export const publicationInput = input({ publishedOn: day });

/** What a person types when the body asks that its response is not published. */
export const representationsInput = input({ madeOn: day, why: optional(text('what they say', 2_000)) });

export type PublicationInput = z.infer<typeof publicationInput>;
export type RepresentationsInput = z.infer<typeof representationsInput>;

/**
 * The IOPC's duty to publish the response and to send a copy to those who had the recommendation. Paragraph 28B(5): within 21 days
 * *beginning with* the day it received the response, so the last day is received + 20. A response is taken to be received on the day it
 * was given. It is the liaison team that is reminded, to look whether it is done. Representations made with the response stop it.
 *
 * @returns undefined where no law sets a period for publication
 * @example received 20 November 2020 → 10 December 2020; reminders on 3 and 9 December
 */
export function publicationDeadline(
  receivedOn: Day,
  to: Recommendation,
  of: Case,
  today: Day,
): Deadline | Refusal | undefined {
  const { publication } = clockFor(of);
  if (!publication) return undefined;
  const worked = work(receivedOn, { kind: 'days-beginning-with', days: publication.days });
  if (isRefusal(worked)) return worked;
  const { closesOn, working } = worked;
  const duty = startDuty(
    {
      kind: 'publication',
      sequence: 1,
      opensOn: null,
      dueOn: closesOn,
      lateAfterOn: closesOn,
      lawOn: closesOn,
      anchorOn: receivedOn,
      basis: publication.law,
      working: [working],
    },
    to,
    of,
    today,
  );
  return { ...duty, ownerId: liaisonTeamId, boardId: undefined };
}

/**
 * The duty to publish again, where withdrawing ended it: it is counted anew from the day the response was received, so that the law's day
 * does not move because somebody withdrew. Where that day has passed it is late at once: it stands on the list of what needs attention,
 * and the next of the late reminders says by how many days. It does not come back where it was met or representations were made.
 *
 * @example received 20 November 2020, withdrawn on 1 December: reopened on 5 December → 10 December, reminded on 9 December; reopened on
 *   4 January → 25 days late, reminded on 7 January as 28 days late
 */
export function publicationAgain(held: Held, today: Day): Deadline | Refusal | undefined {
  const { deadlines, response, recommendation, learningCase } = held;
  const ended = deadlines.find(({ kind, state }) => kind === 'publication' && state === 'ended');
  if (!ended || response?.representations) return undefined;
  const anew = publicationDeadline(ended.anchorOn, recommendation, learningCase, today);
  if (!anew || isRefusal(anew)) return anew;
  const { dueOn, lateAfterOn, lawOn, working } = anew;
  return { ...withDates(ended, { dueOn, lateAfterOn, lawOn }, today), state: 'open', working };
}

/** The response has been published: its deadline is met. Early counts; a day before the response or after today is refused. */
export function published(
  deadline: Deadline | undefined,
  { publishedOn }: PublicationInput,
  today: Day,
): Deadline | Refusal {
  if (deadline?.state !== 'open') return nothingToPublish(deadline);
  const refused = checkDay(publishedOn, deadline, today, 'publishedOn', 'The day of publication');
  return refused ?? { ...deadline, state: 'met', metOn: publishedOn, nextActionOn: null };
}

/** Representations have been made: nobody is reminded of the publication any more. */
export function represented(
  deadline: Deadline | undefined,
  { madeOn }: RepresentationsInput,
  today: Day,
): Deadline | Refusal {
  if (deadline?.state !== 'open') return nothingToPublish(deadline);
  const refused = checkDay(madeOn, deadline, today, 'madeOn', 'The day of the representations');
  return refused ?? { ...deadline, state: 'ended', nextActionOn: null };
}

const nothingToPublish = (deadline: Deadline | undefined): Refusal =>
  deadline?.state === 'met'
    ? refuse('already-published', 'The publication of this response has already been recorded')
    : refuse('nothing-to-publish', 'No publication of a response to this recommendation is waited for');

function checkDay(
  on: Day,
  { anchorOn }: Deadline,
  today: Day,
  field: string,
  name: string,
): Refusal | undefined {
  if (isBefore(on, anchorOn))
    return refuse(
      'before-response',
      `${name} must be on or after ${inWords(anchorOn)}, the day of the response`,
      field,
    );
  return isAfter(on, today)
    ? refuse('in-the-future', `${name} must be today or in the past`, field)
    : undefined;
}
