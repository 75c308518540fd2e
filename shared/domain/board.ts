import * as z from 'zod';
import { contactId } from './contact.ts';
import { type Day, day, inWords, isAfter, isBefore } from './day.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line, optional } from './text.ts';

export const boardId = z.string().regex(/^[a-z0-9-]{1,64}$/, 'Choose a board from the list');

/** What a person types to add a board, or to change its name or its chair. */
export const boardInput = input({
  name: line('the name of the board'),
  chairId: optional(contactId),
});

/** One day on which a board meets. */
export const meetingInput = input({ on: day });

/** A board that oversees recommendations. Its chair is copied when one of them is long overdue; `meetings` are in order, each day once. */
export const board = z.object({
  id: boardId,
  name: z.string(),
  chairId: contactId.optional(),
  meetings: z.array(day),
  version: z.int(),
});

export type BoardInput = z.infer<typeof boardInput>;
export type MeetingInput = z.infer<typeof meetingInput>;
export type Board = z.infer<typeof board>;

/**
 * The first meeting after a day; a meeting on that very day does not count. Undefined where none is entered.
 *
 * @example meetings on 3 December 2020 and 4 March 2021: after 20 November 2020 → 3 December; after 3 December → 4 March
 */
export const nextMeeting = ({ meetings }: Pick<Board, 'meetings'>, after: Day): Day | undefined =>
  meetings.find((on) => isAfter(on, after));

/** The board with one more meeting. A day in the past, or one that stands there already, is refused; today is not in the past. */
export function addMeeting(to: Board, { on }: MeetingInput, today: Day): Board | Refusal {
  if (isBefore(on, today))
    return refuse('meeting-in-the-past', 'The date of the meeting must be today or in the future', 'on');
  if (to.meetings.includes(on))
    return refuse('already-a-meeting', `A meeting on ${inWords(on)} has already been entered`, 'on');
  return { ...to, meetings: [...to.meetings, on].sort() };
}

/** The board without one of its meetings. A meeting that was held stays on the record. */
export function removeMeeting(from: Board, { on }: MeetingInput, today: Day): Board | Refusal {
  if (!from.meetings.includes(on))
    return refuse('unknown-meeting', `No meeting on ${inWords(on)} has been entered`, 'on');
  if (isBefore(on, today))
    return refuse('meeting-in-the-past', 'A meeting in the past stays on the record', 'on');
  return { ...from, meetings: from.meetings.filter((each) => each !== on) };
}
