import { type Day, inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { dated, daysLate, shortly } from './counting.ts';
import type { Item } from './letter.ts';
import type { Words } from './wording.ts';

/**
 * What liaison staff are told of a publication. It is not their duty but the IOPC's (Police Reform Act 2002, Schedule 3, paragraph
 * 28B(5)): they look whether it has been done and record it.
 */
export function publicationWords({ deadline }: Item, today: Day): Words {
  const lastDay = deadline.dueOn!;
  const given = `the response of ${inWords(deadline.anchorOn)}`;
  const action =
    'Check that the response has been published on the IOPC’s site and that copies were sent, then record the day in the tracker.';
  if (isAfter(today, lastDay)) {
    const late = daysLate(lastDay, today);
    return {
      state: `publication not recorded, ${late}`,
      sentence: `The IOPC had to publish ${given} and send copies of it by ${inWordsWithWeekday(lastDay)}. No publication is recorded: it is ${late}.`,
      action: `${action} If it has not, ask the IOPC when it will be.`,
    };
  }
  return {
    state: `publication due ${shortly(lastDay, today)}`,
    sentence: `The IOPC publishes ${given} and sends copies of it by ${dated(lastDay, today)}.`,
    action,
  };
}
