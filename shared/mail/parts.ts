import { sources } from '../domain/clocks.ts';
import { type Contact, liaisonTeamId } from '../domain/contact.ts';
import { inWords } from '../domain/day.ts';
import { filled } from '../domain/mail-words.ts';
import { isNamedAfterPost } from '../domain/person-in-words.ts';
import { quotesPromise } from '../domain/update-deadline.ts';
import type { Item, Letter } from './letter.ts';
import { lateNoteOf, noticesOf } from './notices.ts';
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
  const { today, words } = letter;
  const { deadline, learningCase } = item;
  return {
    ...wordingOf(item, today, words),
    title: `${learningCase.title} (${sources[learningCase.source]}, ${inWords(learningCase.madeOn)})`,
    quote: quoteOf(item),
    lateNote: lateNoteOf(item, letter),
    working:
      deadline.dueOn === null || deadline.pausedOn !== null
        ? undefined
        : `How the date is reached: ${deadline.working.join('. ')}.`,
    link: addressOf(deadline, letter),
  };
}

/** What was promised, in its own words, or else what was recommended. */
export const quoteOf = ({ deadline, recommendation }: Item): string =>
  quotesPromise(deadline)
    ? `What was promised: “${shortened(deadline.basis)}”`
    : `What was recommended: “${shortened(recommendation.text)}”`;

/**
 * Where whoever gets a mail looks at the recommendation of a duty: the liaison team on the pages of staff; owners, deputies, managers and
 * chairs on their own, which no sign-in of staff stands before.
 */
export const addressOf = (
  { caseId, number }: Item['deadline'],
  { recipient, serviceUrl }: Pick<Letter, 'recipient' | 'serviceUrl'>,
): string =>
  recipient.id === liaisonTeamId
    ? `${serviceUrl}/cases/${caseId}/recommendations/${number}`
    : `${serviceUrl}/mine/${caseId}/${number}`;

/** How a mail begins: to a person by name and post, to a team as several people. */
export const greeting = ({ recipient, words }: Pick<Letter, 'recipient' | 'words'>): string =>
  filled(words[recipient.kind === 'team' ? 'greeting-team' : 'greeting'].words, { name: nameOf(recipient) });

const nameOf = (recipient: Contact): string =>
  isNamedAfterPost(recipient) ? recipient.name : `${recipient.name} (${recipient.post})`;

/** What stands above the reminders, a paragraph each: what a reader must know first, and how many they are. */
export const opening = (letter: Letter): string[] => [
  ...noticesOf(letter),
  letter.items.length === 1
    ? 'This is a reminder about one recommendation.'
    : `These are ${letter.items.length} reminders, the most urgent first.`,
];

export const closing = ({ recipient, organisation, words }: Letter): string[] => [
  recipient.id === liaisonTeamId
    ? `This goes to liaison staff at ${organisation} only: nobody else is reminded of it.`
    : filled(words.closing.words, { organisation, name: nameOf(recipient) }),
  `Recommendation Tracker, ${organisation}`,
];

// On one line, so that nothing quoted can pass for a line of ours; cut between whole characters.
function shortened(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')];
  return characters.length > longestQuote
    ? `${characters.slice(0, longestQuote).join('').trimEnd()}…`
    : characters.join('');
}
