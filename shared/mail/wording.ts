import { type Day, inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { standingOfDeadline } from '../domain/standing.ts';
import { dated, daysLate, shortly } from './counting.ts';
import type { Item } from './letter.ts';
import { responseWords } from './response-words.ts';

/** What is said of one duty: its state in a few words (for the subject), the state in full, and what to do about it. */
export type Words = { state: string; sentence: string; action: string };

/** The words for one reminder, which start with the reference people know it by. */
export type Wording = Words & { reference: string };

/**
 * What a reminder says. The words come from the state on the day the mail leaves, never from the stage it was planned for:
 * a reminder planned for "7 days before" that leaves after the day has passed says that it is late.
 */
export function wordingOf(item: Item, today: Day): Wording {
  const { deadline, line } = item;
  const words = deadline.kind === 'response' ? responseWords(item, today) : updateWords(item, today);
  return {
    reference: `${deadline.reference} recommendation ${deadline.number}`,
    ...words,
    action: line.role === 'owner' ? words.action : copied(item, words.action),
  };
}

const copied = ({ owner }: Item, asked: string): string =>
  `Make sure that this is answered. It is copied to you because ${owner.name} (${owner.post}) has not answered yet. They were asked: “${asked}”`;

function updateWords({ deadline }: Item, today: Day): Words {
  const { opensOn, dueOn } = deadline;
  if (dueOn === null) {
    return {
      state: 'no date promised',
      sentence: `The response of ${inWords(deadline.anchorOn)} gave no date for this.`,
      action: 'Reply and say how far it has got, and by when it will be done.',
    };
  }
  const action =
    'Reply and say what has been done. If it is done, attach the proof; if it will take longer, give the reason and a new date.';
  if (standingOfDeadline(deadline, today) === 'lapsed') {
    const late = daysLate(dueOn, today);
    const sentence = `The update was promised by ${inWordsWithWeekday(dueOn)} and is ${late}.`;
    return { state: `promise lapsed, ${late}`, sentence, action };
  }
  const due = `update due ${shortly(dueOn, today)}`;
  const sentence = `The update is due by ${dated(dueOn, today)}.`;
  if (!opensOn) return { state: due, sentence, action };
  const opens = isAfter(opensOn, today) ? 'opens' : 'opened';
  return {
    state: opens === 'opened' ? `window open, ${due}` : due,
    sentence: `${sentence} The promised window ${opens} on ${inWords(opensOn)}.`,
    action,
  };
}
