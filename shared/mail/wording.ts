import { type Day, inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { standingOfDeadline } from '../domain/standing.ts';
import { dated, daysLate, fromToday } from './counting.ts';
import type { Item } from './letter.ts';

/** The words for one reminder: its state in a few words (for the subject), the state in full, and what to do about it. */
export type Wording = { reference: string; state: string; sentence: string; action: string };

/**
 * What a reminder says. The words come from the state on the day the mail leaves, never from the stage it was planned for:
 * a reminder planned for "7 days before" that leaves after the day has passed says that it is late.
 */
export function wordingOf(item: Item, today: Day): Wording {
  const { deadline, line, owner } = item;
  const words = deadline.kind === 'response' ? responseWords(item, today) : updateWords(item, today);
  const copied =
    line.role === 'owner'
      ? ''
      : ` This is copied to you because ${owner.name} (${owner.post}) has not yet answered.`;
  return {
    reference: `${deadline.reference} recommendation ${deadline.number}`,
    ...words,
    action:
      line.role === 'owner'
        ? words.action
        : `${owner.name} has been asked: ${lowerFirst(words.action)}${copied}`,
  };
}

type Words = Omit<Wording, 'reference'>;

function responseWords({ deadline, learningCase }: Item, today: Day): Words {
  const { dueOn, lateAfterOn } = deadline;
  const action = `Send the response to liaison staff. Say whether ${learningCase.body} accepts the recommendation, what it will do and by when.`;
  if (dueOn === null || lateAfterOn === null) {
    return { state: 'response asked for', sentence: 'No law or page sets a date for the response.', action };
  }
  if (isAfter(today, lateAfterOn)) {
    const sentence = `The response was due by ${inWordsWithWeekday(lateAfterOn)} and is ${daysLate(lateAfterOn, today)}.`;
    return { state: `response overdue, ${daysLate(lateAfterOn, today)}`, sentence, action };
  }
  const extension =
    'If more time is needed, an application for an extension must reach the IOPC before the period ends.';
  const askedBy =
    lateAfterOn === dueOn
      ? ''
      : ` The IOPC’s page asks for it by ${inWords(lateAfterOn)}; the law’s last day is ${inWords(dueOn)}.`;
  const state = isAfter(today, dueOn)
    ? `response due ${fromToday(lateAfterOn, today)}`
    : `response due ${fromToday(dueOn, today)}`;
  const sentence = isAfter(today, dueOn)
    ? `The law’s last day for the response, ${inWordsWithWeekday(dueOn)}, has passed. The published date is ${dated(lateAfterOn, today)}.`
    : `The response is due by ${dated(dueOn, today)}.${askedBy}`;
  const byLaw = learningCase.source === 'iopc' && !isAfter(today, dueOn);
  return { state, sentence, action: byLaw ? `${action} ${extension}` : action };
}

function updateWords({ deadline }: Item, today: Day): Words {
  const { opensOn, dueOn } = deadline;
  const report =
    'Tell liaison staff what has been done. If it is done, say so and attach the proof; if it will take longer, give the reason and a new date.';
  if (dueOn === null) {
    return {
      state: 'no date promised',
      sentence: `The response of ${inWords(deadline.anchorOn)} gave no date for this.`,
      action: 'Tell liaison staff how far it has got, and by when it will be done.',
    };
  }
  const standing = standingOfDeadline(deadline, today);
  if (standing === 'lapsed') {
    const late = daysLate(dueOn, today);
    return {
      state: `promise lapsed, ${late}`,
      sentence: `The update was promised by ${inWordsWithWeekday(dueOn)} and is ${late}.`,
      action: report,
    };
  }
  const opened = opensOn && !isAfter(opensOn, today);
  return {
    state: opened
      ? `window open, update due ${shortly(dueOn, today)}`
      : `update due ${shortly(dueOn, today)}`,
    sentence: `The update is due by ${dated(dueOn, today)}.${opened ? ` The window opened on ${inWords(opensOn)}.` : ''}`,
    action: report,
  };
}

// A date reads better than a large number of days: "by 20 May 2021", but "tomorrow".
const shortly = (day: Day, today: Day): string => (isAfter(day, today) ? `by ${inWords(day)}` : 'today');

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
