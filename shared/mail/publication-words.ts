import { type Day, inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { dated, daysLate, shortly } from './counting.ts';
import type { Item } from './letter.ts';
import type { Said } from './wording.ts';

/**
 * What liaison staff are told of a publication. It is not their duty but the IOPC's, unless representations against it were made with the
 * response (Police Reform Act 2002, Schedule 3, paragraph 28B(5) and (6)): they look what has come of it and record that.
 */
export function publicationWords({ deadline }: Item, today: Day): Said {
  const lastDay = deadline.dueOn!;
  const done = `publish the response of ${inWords(deadline.anchorOn)}, and send copies of it, by`;
  if (isAfter(today, lastDay)) {
    const late = daysLate(lastDay, today);
    return {
      state: `publication by the IOPC not recorded, ${late}`,
      sentence: `By law the IOPC had to ${done} ${inWordsWithWeekday(lastDay)}. That is now ${late}, or it was done and nobody has recorded it.`,
      part: 'publication-late',
      on: lastDay,
    };
  }
  return {
    state: `publication by the IOPC due ${shortly(lastDay, today)}`,
    sentence: `By law the IOPC must ${done} ${dated(lastDay, today)}.`,
    part: 'publication-due',
    on: lastDay,
  };
}
