import { type Day, inWordsWithWeekday } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { MailPart } from '../domain/mail-parts.ts';
import { filled, type MailWords, ourWords } from '../domain/mail-words.ts';
import { isCopy } from './copies.ts';
import type { Item } from './letter.ts';
import { publicationWords } from './publication-words.ts';
import { responseWords } from './response-words.ts';
import { updateWords } from './update-words.ts';

/**
 * What is known of one duty on a day: its state in a few words (for the subject), the state in full, which part of the mails says what to
 * do about it, the last day that it names, and what the law adds to that.
 */
export type Said = { state: string; sentence: string; part: MailPart; on?: Day; byLaw?: string };

/** The words for one reminder, which start with the reference people know it by. `added`: what an organisation adds to what to do. */
export type Wording = Pick<Said, 'state' | 'sentence'> & {
  reference: string;
  action: string;
  added: string | undefined;
};

const saidOf: Record<Deadline['kind'], (item: Item, today: Day) => Said> = {
  response: responseWords,
  update: updateWords,
  publication: publicationWords,
};

/** What the subject of a mail says of a reminder. */
export function stateOf(item: Item, today: Day): Pick<Wording, 'reference' | 'state'> {
  const { deadline } = item;
  return { reference: referenceOf(deadline), state: saidOf[deadline.kind](item, today).state };
}

/**
 * What a reminder says. The words come from the state on the day the mail leaves, never from the stage it was planned for:
 * a reminder planned for "7 days before" that leaves after the day has passed says that it is late. The state, the dates and what the law
 * adds are facts; what to do about them an organisation may say in its own words.
 */
export function wordingOf(item: Item, today: Day, words: MailWords = ourWords): Wording {
  const { deadline, recommendation } = item;
  const { state, sentence, part, on, byLaw } = saidOf[deadline.kind](item, today);
  const facts = { body: recommendation.addressee, ...(on ? { 'due date': inWordsWithWeekday(on) } : {}) };
  const own = words[part];
  const asked = sentencesOf(filled(own.words, facts), byLaw);
  const added = own.added && filled(own.added, facts);
  const said = { reference: referenceOf(deadline), state, sentence };
  return !isCopy(item)
    ? { ...said, action: asked, added }
    : { ...said, action: copied(item, sentencesOf(asked, added)), added: undefined };
}

const referenceOf = ({ reference, number }: Deadline): string => `${reference} recommendation ${number}`;

const sentencesOf = (...sentences: (string | undefined)[]): string => sentences.filter(Boolean).join(' ');

// Whether the owner has said anything is not asked: what counts is what liaison staff have recorded.
const copied = ({ owner, deadline }: Item, asked: string): string =>
  `Make sure that this is answered. It is copied to you because the ${deadline.kind} is not recorded yet. ${owner.name} (${owner.post}) was asked: “${asked}”`;
