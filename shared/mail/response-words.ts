import { clockFor } from '../domain/clocks.ts';
import { type Day, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { dated, daysLate, shortly } from './counting.ts';
import type { Item } from './letter.ts';
import type { Said } from './wording.ts';

/**
 * What is said of a response. Where the law's last day and the published date differ, both are named, each as what it is:
 * the published date is mostly the later of the two, but not always.
 */
export function responseWords(item: Item, today: Day): Said {
  const { dueOn, lateAfterOn, pausedOn } = item.deadline;
  if (pausedOn !== null) return pausedWords(pausedOn);
  if (dueOn === null || lateAfterOn === null) {
    const sentence = 'A response is asked for. No law or page sets a date for it.';
    return { state: 'response asked for', sentence, part: 'response-asked' };
  }
  if (isAfter(today, lateAfterOn)) {
    const late = daysLate(lateAfterOn, today);
    const sentence = `The response was due by ${inWordsWithWeekday(lateAfterOn)} and is ${late}.`;
    return { state: `response overdue, ${late}`, sentence, part: 'response-overdue', on: lateAfterOn };
  }
  const [first, second] = namesOf(item);
  if (isAfter(today, dueOn)) {
    const sentence = `${capital(first)}, ${inWordsWithWeekday(dueOn)}, has passed. ${capital(second)} is ${dated(lateAfterOn, today)}.`;
    return {
      state: `response due ${shortly(lateAfterOn, today)}`,
      sentence,
      part: 'response-due',
      on: lateAfterOn,
      byLaw: extension(item, today),
    };
  }
  const both =
    lateAfterOn === dueOn ? '' : ` That is ${first}; ${second} is ${inWordsWithWeekday(lateAfterOn)}.`;
  return {
    state: `response due ${shortly(dueOn, today)}`,
    sentence: `The response is due by ${dated(dueOn, today)}.${both}`,
    part: 'response-due',
    on: dueOn,
    byLaw: extension(item, today),
  };
}

const pausedWords = (pausedOn: Day): Said => ({
  state: 'response paused for judicial review',
  sentence: `Nothing is due now: the time for the response stands still for a judicial review, in progress since ${inWordsWithWeekday(pausedOn)}.`,
  part: 'paused',
});

/** What the earlier and the later of the two dates are. */
function namesOf({ deadline: { lawOn, dueOn, publishedOn }, learningCase }: Item): [string, string] {
  const law = 'the law’s last day';
  const page =
    publishedOn === learningCase.publishedDueOn
      ? 'the date on the published page'
      : 'the published date (later by the days of the judicial review)';
  return lawOn === dueOn ? [law, page] : [page, law];
}

// Paragraph 28B(3): only an application received before the period ends can extend it.
function extension({ deadline: { lawOn }, learningCase }: Item, today: Day): string {
  const { extension: allowed } = clockFor(learningCase);
  if (!allowed || lawOn === null || (isAfter(today, lawOn) && !allowed.afterItsEnd)) return '';
  return allowed.afterItsEnd
    ? `If more time is needed, apply to ${allowed.by} for an extension.`
    : `If more time is needed, ${allowed.by} must receive an application for an extension by the end of ${inWordsWithWeekday(lawOn)}.`;
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
