import * as z from 'zod';
import { type Board, boardId, nextMeeting } from './board.ts';
import { type Day, day, inWords, isBefore } from './day.ts';
import { input } from './input.ts';
import { work } from './periods.ts';
import { isRefusal, type Refusal, refuse } from './refusal.ts';
import { line, text } from './text.ts';

const unit = z.enum(['day', 'week', 'month'], { error: 'Choose days, weeks or months' });
const count = z
  .number({ error: 'Enter a whole number' })
  .int('Enter a whole number')
  .positive('Enter a number of 1 or more')
  .max(1_200, 'Enter a number of 1,200 or less');

/** What was promised, in the shapes real responses use. */
export const promise = z.discriminatedUnion(
  'kind',
  [
    input({ kind: z.literal('within'), latest: count, unit }),
    input({ kind: z.literal('between'), earliest: count, latest: count, unit }),
    input({ kind: z.literal('by-date'), dueOn: day }),
    input({ kind: z.literal('in-period'), opensOn: day, dueOn: day }),
    input({ kind: z.literal('on-event'), event: line('what it waits for') }),
    input({ kind: z.literal('board-meeting'), boardId }),
    input({ kind: z.literal('none') }),
    input({ kind: z.literal('completed') }),
  ],
  { error: 'Choose what was promised' },
);

/** What a person confirms: the quoted words, and what they mean. Nothing is guessed: it is saved only as a person confirms it. */
export const commitmentInput = input({
  quote: text('the words of the promise', 2_000),
  promise,
});

export const commitment = z.object({
  caseId: z.string(),
  number: z.int().positive(),
  sequence: z.int().positive(),
  quote: z.string(),
  promise,
  anchorOn: day,
  /** Set where an update on an earlier promise made it; otherwise the response did. */
  madeIn: z.literal('update').optional(),
  confirmedBy: z.string(),
  metOn: day.optional(),
  version: z.int(),
});

export type Promised = z.infer<typeof promise>;
export type CommitmentInput = z.infer<typeof commitmentInput>;
export type Commitment = z.infer<typeof commitment>;
export type MadeIn = 'response' | 'update';

/** Where a promise was made and, where it names a board, that board. */
export type Context = { madeIn?: MadeIn | undefined; board?: Pick<Board, 'name' | 'meetings'> | undefined };

/** When a promise opens (null: at once), when its last day is (null: it has no date), and the sentence that shows how. */
export type Window = { opensOn: Day | null; dueOn: Day | null; working: string };

/**
 * The window of a promise. Months are added to the response date, never chained, and land on the corresponding date or the
 * month's last day (Dodds v Walker [1981] 1 WLR 1027). "Within" has no opening; "between 4 and 6 months" opens at the start
 * of its +4 date and closes at the end of its +6 date. A window that closes before it opens is refused. "At the board" is the first
 * meeting after the anchor; where none is entered, and for what waits for an event, there is no date.
 *
 * @param anchorOn the day the body responded, or sent the update that makes the promise
 * @example responded 20 November 2020, "in 4-6mths" → opens 20 March 2021, last day 20 May 2021
 */
export function windowOf(promised: Promised, anchorOn: Day, context: Context = {}): Window | Refusal {
  const { madeIn = 'response', board } = context;
  switch (promised.kind) {
    case 'within':
      return within(promised.latest, promised.unit, anchorOn);
    case 'between':
      return between(promised, anchorOn);
    case 'by-date':
      return fixed({ opensOn: null, dueOn: promised.dueOn }, anchorOn, madeIn);
    case 'in-period':
      return fixed(promised, anchorOn, madeIn);
    case 'on-event':
      return undated(`The ${madeIn} names no date: it waits for “${promised.event}”`);
    case 'board-meeting':
      return atTheBoard(anchorOn, board);
    case 'none':
      return undated(`The ${madeIn} names no date for this`);
    case 'completed':
      return undated(`The ${madeIn} of ${inWords(anchorOn)} says this is already done`);
  }
}

const undated = (working: string): Window => ({ opensOn: null, dueOn: null, working });

const unnamed = { name: 'the board', meetings: [] };

function atTheBoard(anchorOn: Day, { name, meetings }: Pick<Board, 'name' | 'meetings'> = unnamed): Window {
  const dueOn = nextMeeting({ meetings: meetings.toSorted() }, anchorOn);
  if (!dueOn) return undated(`No meeting of ${name} is entered after ${inWords(anchorOn)}`);
  const working = `the next meeting of ${name} after ${inWords(anchorOn)} is on ${inWords(dueOn)}`;
  return { opensOn: null, dueOn, working };
}

const daysIn = { day: 1, week: 7 } as const;

function within(latest: number, per: 'day' | 'week' | 'month', anchorOn: Day): Window | Refusal {
  const worked = work(
    anchorOn,
    per === 'month'
      ? { kind: 'months-within', months: latest }
      : { kind: 'days-after', days: latest * daysIn[per] },
  );
  return isRefusal(worked) ? worked : { opensOn: null, dueOn: worked.closesOn, working: worked.working };
}

function between(promised: Extract<Promised, { kind: 'between' }>, anchorOn: Day): Window | Refusal {
  if (promised.latest < promised.earliest) return closesBeforeItOpens('latest');
  if (promised.unit === 'month') {
    const months = { from_months: promised.earliest, to_months: promised.latest };
    const worked = work(anchorOn, { kind: 'window-months', ...months });
    return isRefusal(worked)
      ? worked
      : { opensOn: worked.opensOn, dueOn: worked.closesOn, working: worked.working };
  }
  const opening = work(anchorOn, { kind: 'days-after', days: promised.earliest * daysIn[promised.unit] });
  const closing = work(anchorOn, { kind: 'days-after', days: promised.latest * daysIn[promised.unit] });
  if (isRefusal(opening)) return opening;
  if (isRefusal(closing)) return closing;
  const [opensOn, dueOn] = [opening.closesOn, closing.closesOn];
  const working = `opens ${counted(promised.earliest, promised.unit)} after ${inWords(anchorOn)}, on ${inWords(opensOn)}, and closes ${counted(promised.latest, promised.unit)} after, at the end of ${inWords(dueOn)}`;
  return { opensOn, dueOn, working };
}

function fixed(
  { opensOn, dueOn }: Pick<Window, 'opensOn'> & { dueOn: Day },
  anchorOn: Day,
  madeIn: MadeIn,
): Window | Refusal {
  if (opensOn && isBefore(dueOn, opensOn)) return closesBeforeItOpens('dueOn');
  if (isBefore(dueOn, anchorOn)) {
    return refuse(
      'promise-before-response',
      `The promised date must be on or after the day of the ${madeIn}`,
      'dueOn',
    );
  }
  const opening = opensOn ? `opens on ${inWords(opensOn)} and ` : '';
  return {
    opensOn,
    dueOn,
    working: `${opening}closes at the end of ${inWords(dueOn)}, as the ${madeIn} says`,
  };
}

const closesBeforeItOpens = (field: string): Refusal =>
  refuse('closes-before-it-opens', 'The window must not close before it opens', field);

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
