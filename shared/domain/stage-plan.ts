import * as z from 'zod';

const days = z.array(z.int());

/** "From `from` days on, every `every` days", for ever: reminders thin out and never stop. */
const tail = z.object({ first: days, repeats: z.array(z.object({ from: z.int(), every: z.int() })) });

/**
 * When somebody is mailed about a deadline, as data. Whole days; `before` counts back from the due day, `between` from the last day in
 * time where that is later, and `after` counts on from it. `review` counts on from the response, or from the day of a pause.
 * `joins`: days late from which the manager and the chair are written to as well; the owner always is, from the first stage.
 */
export const stagePlan = z.object({
  before: z.object({ response: days, update: days, publication: days }),
  between: days,
  after: tail,
  review: tail,
  joins: z.object({ manager: z.int(), chair: z.int() }),
});

export type StagePlan = z.infer<typeof stagePlan>;

/**
 * The stages an organisation starts with: response 28, 14, 7 and 1 days before; update windows when they open and
 * 28, 7 and 1 days before they close; publication 7 and 1 days before; a response asked for by two dates, between the two,
 * 14, 7 and 1 days before the later; overdue 1, 7 and 14 days late (manager copied from 14), then every 14 days, and from 56
 * every 28 (chair of the board copied). A promise without a date, and a period paused for
 * judicial review, are reviewed after 28 days and then every 90.
 */
export const defaultStagePlan: StagePlan = {
  before: { response: [28, 14, 7, 1], update: [28, 7, 1], publication: [7, 1] },
  between: [14, 7, 1],
  after: {
    first: [1, 7, 14],
    repeats: [
      { from: 14, every: 14 },
      { from: 56, every: 28 },
    ],
  },
  review: { first: [28], repeats: [{ from: 28, every: 90 }] },
  joins: { manager: 14, chair: 56 },
};

/**
 * The offsets of a plan's tail, in order, without end or up to the most that is asked for.
 *
 * @example defaultStagePlan.after → 1, 7, 14, 28, 42, 56, 84, 112, …
 */
export function* offsets(tail: StagePlan['after'], most = Number.POSITIVE_INFINITY): Generator<number> {
  yield* tail.first.filter((days) => days <= most);
  let at = tail.first.at(-1) ?? 0;
  while (tail.repeats.length > 0) {
    const repeat = tail.repeats.findLast((each) => each.from <= at) ?? tail.repeats[0]!;
    at += repeat.every;
    if (at > most) return;
    yield at;
  }
}
