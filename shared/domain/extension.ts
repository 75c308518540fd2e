import type * as z from 'zod';
import type { Clock } from './clocks.ts';
import { day, inWords, isAfter, isBefore } from './day.ts';
import { type Deadline, withDates } from './deadline.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { responseDays } from './response-deadline.ts';
import { type Moving, type Revised, revised } from './revision.ts';
import { optional, text } from './text.ts';

/** What a person types when more time for a response was granted. */
export const extensionInput = input({
  appliedOn: day,
  grantedOn: day,
  newDueOn: day,
  why: optional(text('the reason', 2_000)),
});

export type ExtensionInput = z.infer<typeof extensionInput>;

/**
 * Extends the period for a response. Paragraph 28B(3): only on an application *received before the end of the period*, so up to and
 * including the law's last day as it stands, extended or not; there is no longest extension. A coroner may extend the period even where
 * the application comes after it has ended (Coroners (Investigations) Regulations 2013, regulation 29(5)), and the working then says so. The new day is the law's last day from then on. A published date before it no longer counts: the
 * extension replaces it; one after it still does. It is not a promise moved, so it is not counted as one.
 *
 * @example made 29 September 2020: applied for on 23 November, granted to 18 December → due on 18 December; on 24 November → refused.
 *   A coroner's report sent 29 September 2020, due on 24 November: applied for on 1 December, granted to 18 December → due on 18 December
 */
export function extend(
  deadline: Deadline,
  clock: Clock,
  input: ExtensionInput,
  moving: Moving,
): Revised | Refusal {
  const refused = checkExtension(deadline, clock, input, moving);
  if (refused) return refused;
  const { appliedOn, grantedOn, newDueOn, why } = input;
  const published = deadline.publishedOn;
  const replaced = published !== null && isBefore(published, newDueOn);
  const publishedOn = replaced ? null : published;
  const after = withDates(deadline, responseDays({ lawOn: newDueOn, publishedOn }), moving.today);
  const instead = replaced ? ', which replaces the published date' : '';
  const late = isAfter(appliedOn, deadline.lawOn!)
    ? `; applied for after the period had ended, as the law allows (${clock.extension!.law})`
    : '';
  const working = `Extended: applied for on ${inWords(appliedOn)} and granted on ${inWords(grantedOn)}, to ${inWords(newDueOn)}${instead}${late}`;
  return revised(
    deadline,
    { ...after, working: [...deadline.working, working] },
    { how: 'extend', on: moving.today, by: moving.by, why, appliedOn, grantedOn },
  );
}

function checkExtension(
  { lawOn, anchorOn }: Deadline,
  { extension }: Clock,
  { appliedOn, grantedOn, newDueOn }: ExtensionInput,
  { today }: Moving,
): Refusal | undefined {
  if (!extension || lawOn === null)
    return refuse('no-extension', 'No law lets the period for this response be extended');
  if (isBefore(appliedOn, anchorOn))
    return refuse(
      'applied-before-made',
      `The application must be dated on or after ${inWords(anchorOn)}, the day the recommendation was made`,
      'appliedOn',
    );
  if (isAfter(appliedOn, lawOn) && !extension.afterItsEnd)
    return refuse(
      'applied-too-late',
      `An extension must be applied for before the period ends: its last day was ${inWords(lawOn)}`,
      'appliedOn',
    );
  if (isBefore(grantedOn, appliedOn))
    return refuse(
      'granted-before-applied',
      'The day it was granted must be on or after the day it was applied for',
      'grantedOn',
    );
  if (isAfter(grantedOn, today))
    return refuse(
      'granted-in-the-future',
      'The day it was granted must be today or in the past',
      'grantedOn',
    );
  if (!isAfter(newDueOn, lawOn))
    return refuse(
      'extended-to-earlier',
      `The new last day must be after ${inWords(lawOn)}, the last day without the extension`,
      'newDueOn',
    );
  return undefined;
}
