import { type Day, inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import { causeInWords } from '../domain/request-for-date.ts';
import { standingOfDeadline } from '../domain/standing.ts';
import { dated, daysLate, shortly } from './counting.ts';
import type { Item } from './letter.ts';
import { movedWords } from './moved-words.ts';
import type { Said } from './wording.ts';

/** What is said of a promise: when its update is due, or that it has none; and how often its date has been moved. */
export function updateWords({ deadline }: Item, today: Day): Said {
  const { opensOn, dueOn } = deadline;
  if (dueOn === null) return undatedWords(deadline);
  const standing = standingOfDeadline(deadline, today);
  if (standing === 'lapsed') {
    const late = daysLate(dueOn, today);
    const sentence = `The update was ${deadline.cause ? 'due' : 'promised'} by ${inWordsWithWeekday(dueOn)} and is ${late}.`;
    const state = deadline.cause ? `update ${late}` : `promise lapsed, ${late}`;
    return { state, sentence: withMoves(sentence, deadline), part: 'lapsed', on: dueOn };
  }
  const due = `update due ${shortly(dueOn, today)}`;
  const sentence = withMoves(`The update is due by ${dated(dueOn, today)}.`, deadline);
  if (!opensOn) return { state: due, sentence, part: 'update-due', on: dueOn };
  const opens = isAfter(opensOn, today) ? 'opens' : 'opened';
  return {
    state: opens === 'opened' ? `window open, ${due}` : due,
    sentence: `${sentence} The promised window ${opens} on ${inWords(opensOn)}.`,
    part: standing === 'window-open' ? 'window-open' : 'update-due',
    on: dueOn,
  };
}

function undatedWords({ awaits, anchorOn, cause, madeIn }: Deadline): Said {
  const said = `The ${madeIn ?? 'response'} of ${inWords(anchorOn)}`;
  if (awaits && 'event' in awaits) {
    return {
      state: 'waits for an event',
      sentence: `${said} gave no date for this: it waits for “${awaits.event}”.`,
      part: 'waits-for-event',
    };
  }
  if (awaits) {
    return {
      state: 'waits for the board',
      sentence: `${said} promised this for the next meeting of the board, and no meeting is recorded.`,
      part: 'waits-for-board',
    };
  }
  return {
    state: 'no date promised',
    sentence: cause ? `${causeInWords(cause)}. No date is set for it yet.` : `${said} gave no date for this.`,
    part: 'no-date',
  };
}

const withMoves = (sentence: string, deadline: Deadline) =>
  [sentence, movedWords(deadline)].filter(Boolean).join(' ');
