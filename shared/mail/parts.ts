import { inWordsWithWeekday } from '../domain/day.ts';
import type { Item, Letter } from './letter.ts';
import { type Wording, wordingOf } from './wording.ts';

/** One reminder, in the pieces that both the text and the html part show, so that the two say the same. */
export type Part = Wording & {
  title: string;
  quote: string | undefined;
  lateNote: string | undefined;
  working: string[];
  link: string;
};

const longestQuote = 400;

export function partsOf(letter: Letter): Part[] {
  return letter.items.map((item) => partOf(item, letter));
}

function partOf(item: Item, { today, serviceUrl }: Letter): Part {
  const { deadline, learningCase, line } = item;
  return {
    ...wordingOf(item, today),
    title: learningCase.title,
    quote: deadline.kind === 'update' && deadline.dueOn !== null ? shortened(deadline.basis) : undefined,
    lateNote: line.late
      ? `This reminder is late: it was meant for ${inWordsWithWeekday(line.mailOn)}, but the tracker did not send it then. We are sorry.`
      : undefined,
    working: deadline.working,
    link: `${serviceUrl}/cases/${deadline.caseId}/recommendations/${deadline.number}`,
  };
}

export const greeting = ({ recipient }: Letter): string => `Dear ${recipient.name} (${recipient.post}),`;

export const opening = ({ items }: Letter): string =>
  items.length === 1
    ? 'There is one recommendation for you to act on.'
    : `There are ${items.length} recommendations for you to act on, the most urgent first.`;

export const closing = ({ organisation }: Letter): string[] => [
  `You are written to because the record names you. If that is wrong, tell liaison staff at ${organisation}, so that it reaches the right person.`,
  `Recommendation Tracker, ${organisation}`,
];

const shortened = (quote: string) =>
  quote.length > longestQuote ? `${quote.slice(0, longestQuote).trimEnd()}…` : quote;
