import type { Day } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { Held } from './decided.ts';
import { nextSequence } from './promised-duties.ts';
import { undatedDeadline } from './update-deadline.ts';

/** Why a date was asked for or set by liaison staff, where no response promised it. */
const causes = {
  'closure-declined': 'It was proposed to close this, and that was declined',
  'accepted-later': 'This was accepted after it had not been',
  reopened: 'This was reopened',
} as const;

/** The cause of a deadline that liaison staff set, as a sentence. */
export const causeInWords = (cause: keyof typeof causes): string => causes[cause];

/** The duty to say when, counted from the day it is asked: reviewed after 28 days and then every 90, never silent. */
export function requestForDate(held: Held, cause: keyof typeof causes, today: Day): Deadline {
  const { recommendation, learningCase } = held;
  const asked = { respondedOn: today, sequence: nextSequence(held.commitments, held.deadlines) };
  return {
    ...undatedDeadline(asked, recommendation, learningCase, today),
    cause,
    working: [`${causes[cause]}, so the owner is asked for a date`],
  };
}
