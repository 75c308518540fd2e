import { sources } from '../domain/clocks.ts';
import { type Contact, liaisonTeamId } from '../domain/contact.ts';
import { inWords } from '../domain/day.ts';
import { filled } from '../domain/mail-words.ts';
import { isNamedAfterPost } from '../domain/person-in-words.ts';
import { quotesPromise } from '../domain/update-deadline.ts';
import { isCopy } from './copies.ts';
import type { Item, Letter } from './letter.ts';
import { lateNoteOf, noticesOf } from './notices.ts';
import { type Wording, wordingOf } from './wording.ts';

/** One reminder, in the pieces that both the text and the html part show, so that the two say the same. */
export type Part = Wording & {
  title: string;
  quote: string;
  lateNote: string | undefined;
  working: string | undefined;
  /** That an answer waits for liaison staff. */
  waits: string | undefined;
  /** What can be done at the address, and the address. */
  leads: string;
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
    waits: waitsSaid(item),
    leads: leadsTo(item, letter),
    link: addressOf(deadline, letter),
  };
}

/** An owner's answer closes and moves nothing, so reminders go on; they must not read as if nobody had said anything. */
const waitsSaid = ({ answerWaits, deadline }: Item): string | undefined =>
  answerWaits && deadline.kind !== 'publication'
    ? 'An answer on this recommendation waits for liaison staff. Until they decide on it, reminders go on.'
    : undefined;

const byCode = 'we send you a code to sign in:';

/** Words before the address, because an address alone says neither what is there nor that one must sign in. */
function leadsTo({ line, deadline }: Item, { recipient }: Letter): string {
  if (recipient.id === liaisonTeamId) return 'See it, and record what has come of it:';
  if (line.role !== 'owner') return `See it here; ${byCode}`;
  return deadline.kind === 'response'
    ? `The response itself goes to liaison staff by reply. See it, and say how it goes or whose it is, here; ${byCode}`
    : `See it and answer here; ${byCode}`;
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
export function opening(letter: Letter): string[] {
  const { items } = letter;
  const [count, copies] = [items.length, items.filter(isCopy).length];
  if (copies === count) return [allCopies(count), ...noticesOf(letter)];
  const mixed =
    copies === 0
      ? ''
      : `; ${copies === 1 ? '1 of them is a copy' : `${copies} of them are copies`} for your information`;
  return [
    ...noticesOf(letter),
    count === 1
      ? 'This is a reminder about one recommendation.'
      : `These are ${count} reminders, the most urgent first${mixed}.`,
  ];
}

const allCopies = (count: number): string =>
  count === 1
    ? 'For your information: this is a copy of a reminder about one recommendation.'
    : `For your information: these are copies of ${count} reminders, the most urgent first.`;

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
