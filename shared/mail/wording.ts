import type { Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Item } from './letter.ts';
import { publicationWords } from './publication-words.ts';
import { responseWords } from './response-words.ts';
import { updateWords } from './update-words.ts';

/** What is said of one duty: its state in a few words (for the subject), the state in full, and what to do about it. */
export type Words = { state: string; sentence: string; action: string };

/** The words for one reminder, which start with the reference people know it by. */
export type Wording = Words & { reference: string };

const wordsOf: Record<Deadline['kind'], (item: Item, today: Day) => Words> = {
  response: responseWords,
  update: updateWords,
  publication: publicationWords,
};

/**
 * What a reminder says. The words come from the state on the day the mail leaves, never from the stage it was planned for:
 * a reminder planned for "7 days before" that leaves after the day has passed says that it is late.
 */
export function wordingOf(item: Item, today: Day): Wording {
  const { deadline, line } = item;
  const words = wordsOf[deadline.kind](item, today);
  return {
    reference: `${deadline.reference} recommendation ${deadline.number}`,
    ...words,
    action: line.role === 'owner' ? words.action : copied(item, words.action),
  };
}

const copied = ({ owner }: Item, asked: string): string =>
  `Make sure that this is answered. It is copied to you because ${owner.name} (${owner.post}) has not answered yet. They were asked: “${asked}”`;
