import * as z from 'zod';
import { addDays, type Day, day, inWords, isAfter, isBefore } from './day.ts';
import type { Deadline } from './deadline.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line } from './text.ts';

/** The longest hold, in days counted on from the day it begins: nobody is forgotten for longer than that. */
export const longestHold = 14;

/** What a person types to hold the reminders of a deadline back. */
export const holdInput = input({ until: day, why: line('the reason') });

export type HoldInput = z.infer<typeof holdInput>;

/**
 * That liaison staff hold the reminders of a deadline back: from the day they said so until the last day of it, both counted. It ends by
 * itself, because nothing but the day has to come. Once over it stays until the dates move, so that the mail after it can say why it is late.
 */
export const hold = z.object({ since: day, until: day, why: z.string(), by: z.string() });

type Holdable = Pick<Deadline, 'state' | 'hold'>;

/**
 * Whether reminders of a deadline are held back on a day.
 *
 * @example held on 16 November 2020 until 20 November: on the 20th → true; on the 21st → false
 */
export const heldOn = ({ state, hold }: Holdable, on: Day): boolean =>
  state === 'open' && hold !== undefined && !isBefore(on, hold.since) && !isAfter(on, hold.until);

/** The hold of a deadline that lasts on a day. */
export const holdOn = <D extends Holdable>(deadline: D, on: Day): D['hold'] =>
  heldOn(deadline, on) ? deadline.hold : undefined;

/** The first day on which a reminder meant for a day can go: the day after a hold that lasts on it, else that day itself. */
export const afterHold = (deadline: Holdable, meantOn: Day): Day =>
  heldOn(deadline, meantOn) ? addDays(deadline.hold!.until, 1) : meantOn;

/** Holds the reminders of a deadline back until a day, for the owner and whoever else is told. No date moves. */
export function holdBack(
  deadline: Deadline,
  { until, why }: HoldInput,
  { by, today }: { by: string; today: Day },
): Deadline | Refusal {
  const refused = mayHold(deadline, today);
  if (refused) return refused;
  if (isBefore(until, today))
    return refuse('hold-past', 'The last day of the hold must be today or later', 'until');
  const last = addDays(today, longestHold);
  if (isAfter(until, last))
    return refuse(
      'hold-too-long',
      `Reminders can be held back for ${longestHold} days at most: until ${inWords(last)}`,
      'until',
    );
  return { ...deadline, hold: { since: today, until, why, by } };
}

/** Why the reminders of a deadline cannot be held back today, whatever is typed. */
export function mayHold({ kind, ...deadline }: Pick<Deadline, 'kind' | 'state' | 'hold'>, today: Day) {
  if (kind === 'publication')
    return refuse('not-to-be-held', 'Only reminders to the owner of a recommendation can be held back');
  return heldOn(deadline, today)
    ? refuse(
        'already-held',
        `Reminders of this date are held back until ${inWords(deadline.hold!.until)} already`,
      )
    : undefined;
}

/**
 * Releases what is held back: reminders go again from the next run. What the hold has kept back until yesterday stays known, so that the
 * mail can say so.
 */
export function releaseHold(deadline: Deadline, today: Day): Deadline | Refusal {
  const refused = mayRelease(deadline, today);
  if (refused) return refused;
  const { hold, ...rest } = deadline;
  const until = addDays(today, -1);
  return hold && !isBefore(until, hold.since) ? { ...rest, hold: { ...hold, until } } : rest;
}

/** Why there is nothing to release today. */
export const mayRelease = (deadline: Holdable, today: Day): Refusal | undefined =>
  heldOn(deadline, today) ? undefined : refuse('not-held', 'Reminders of this date are not held back');
