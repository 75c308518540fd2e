import { type Day, inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import { causeInWords } from '../domain/request-for-date.ts';
import { standingOfDeadline } from '../domain/standing.ts';
import { dated, daysLate, shortly } from './counting.ts';
import type { Item } from './letter.ts';
import { movedWords } from './moved-words.ts';
import type { Words } from './wording.ts';

/** What is said of a promise: when its update is due, or that it has none; and how often its date has been moved. */
export function updateWords({ deadline }: Item, today: Day): Words {
  const { opensOn, dueOn } = deadline;
  if (dueOn === null) return undatedWords(deadline);
  const action =
    'Reply and say what has been done. If it is done, attach the proof; if it will take longer, give the reason and a new date.';
  if (standingOfDeadline(deadline, today) === 'lapsed') {
    const late = daysLate(dueOn, today);
    const sentence = `The update was ${deadline.cause ? 'due' : 'promised'} by ${inWordsWithWeekday(dueOn)} and is ${late}.`;
    const state = deadline.cause ? `update ${late}` : `promise lapsed, ${late}`;
    return { state, sentence: withMoves(sentence, deadline), action };
  }
  const due = `update due ${shortly(dueOn, today)}`;
  const sentence = withMoves(`The update is due by ${dated(dueOn, today)}.`, deadline);
  if (!opensOn) return { state: due, sentence, action };
  const opens = isAfter(opensOn, today) ? 'opens' : 'opened';
  return {
    state: opens === 'opened' ? `window open, ${due}` : due,
    sentence: `${sentence} The promised window ${opens} on ${inWords(opensOn)}.`,
    action,
  };
}

function undatedWords({ awaits, anchorOn, cause, madeIn }: Deadline): Words {
  const said = `The ${madeIn ?? 'response'} of ${inWords(anchorOn)}`;
  if (awaits && 'event' in awaits) {
    return {
      state: 'waits for an event',
      sentence: `${said} gave no date for this: it waits for “${awaits.event}”.`,
      action: 'Reply and say whether that has happened. If it has, say by when this will be done.',
    };
  }
  if (awaits) {
    return {
      state: 'waits for the board',
      sentence: `${said} promised this for the next meeting of the board, and no meeting is recorded.`,
      action: 'Reply and say on which day the board next meets.',
    };
  }
  return {
    state: 'no date promised',
    sentence: cause ? `${causeInWords(cause)}. No date is set for it yet.` : `${said} gave no date for this.`,
    action: 'Reply and say how far it has got, and by when it will be done.',
  };
}

const withMoves = (sentence: string, deadline: Deadline) =>
  [sentence, movedWords(deadline)].filter(Boolean).join(' ');
