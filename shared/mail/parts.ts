import { sources } from '../domain/clocks.ts';
import { inWords, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import type { Item, Letter } from './letter.ts';
import { type Wording, wordingOf } from './wording.ts';

/** One reminder, in the pieces that both the text and the html part show, so that the two say the same. */
export type Part = Wording & {
  title: string;
  quote: string;
  lateNote: string | undefined;
  working: string | undefined;
  link: string;
};

const longestQuote = 400;

export function partsOf(letter: Letter): Part[] {
  return letter.items.map((item) => partOf(item, letter));
}

function partOf(item: Item, letter: Letter): Part {
  const { today, serviceUrl } = letter;
  const { deadline, learningCase, recommendation } = item;
  const promised = deadline.kind === 'update' && deadline.dueOn !== null && !deadline.cause;
  return {
    ...wordingOf(item, today),
    title: `${learningCase.title} (${sources[learningCase.source]}, ${inWords(learningCase.madeOn)})`,
    quote: promised
      ? `What was promised: “${shortened(deadline.basis)}”`
      : `What was recommended: “${shortened(recommendation.text)}”`,
    lateNote: lateNoteOf(item, letter),
    working:
      deadline.dueOn === null || deadline.pausedOn !== null
        ? undefined
        : `How the date is reached: ${deadline.working.join('. ')}.`,
    link: `${serviceUrl}/cases/${deadline.caseId}/recommendations/${deadline.number}`,
  };
}

/** Whichever made it late: a run that planned it late, or a mail that left on a later day than it was planned for. */
function lateNoteOf({ line }: Item, { today, plannedOn }: Letter): string | undefined {
  if (line.late)
    return `This reminder is late: you should have heard of this on ${inWordsWithWeekday(line.mailOn)}.`;
  return isAfter(today, plannedOn)
    ? `This reminder is late: it was to leave on ${inWordsWithWeekday(plannedOn)}.`
    : undefined;
}

export const greeting = ({ recipient }: Pick<Letter, 'recipient'>): string =>
  recipient.kind === 'team' ? 'Dear colleagues,' : `Dear ${recipient.name} (${recipient.post}),`;

export function opening({ items, again }: Letter): string {
  const what =
    items.length === 1
      ? 'This is a reminder about one recommendation.'
      : `These are ${items.length} reminders, the most urgent first.`;
  return again ? `${what} You may have had it already: we could not tell whether it reached you.` : what;
}

export const closing = ({ organisation }: Letter): string[] => [
  `Reply to this mail to reach liaison staff at ${organisation}. You are written to because the record names you: if that is wrong, reply and say so, so that it reaches the right person.`,
  `Recommendation Tracker, ${organisation}`,
];

// On one line, so that nothing quoted can pass for a line of ours; cut between whole characters.
function shortened(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')];
  return characters.length > longestQuote
    ? `${characters.slice(0, longestQuote).join('').trimEnd()}…`
    : characters.join('');
}
