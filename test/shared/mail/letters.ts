import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { MailLine } from '../../../shared/domain/mail.ts';
import { ourWords } from '../../../shared/domain/mail-words.ts';
import { compose } from '../../../shared/mail/compose.ts';
import type { Composed, Item, Letter } from '../../../shared/mail/letter.ts';
import { contact, essexCase, essexRecommendation } from '../domain/essex.ts';

const owner = contact('owner-1', {
  name: 'DI Sam Field',
  post: 'Detective Inspector, Public Protection',
});

/** A reminder for its owner of a duty, with the case and recommendation it belongs to. */
export function itemFor(deadline: Deadline, line: Partial<MailLine> = {}, more: Partial<Item> = {}): Item {
  const { id: deadlineId, caseId, number, revision } = deadline;
  const on = asDay('2021-01-01');
  const whole = {
    deadlineId,
    caseId,
    number,
    revision,
    stage: '-28',
    role: 'owner',
    stageOn: on,
    mailOn: on,
  } as const;
  return {
    line: { ...whole, late: false, coalesced: [], ...line },
    learningCase: essexCase,
    recommendation: essexRecommendation,
    deadline,
    owner,
    ...more,
  };
}

export const letterOf = (items: Item[], today: string, more: Partial<Letter> = {}): Letter => ({
  recipient: owner,
  items,
  again: false,
  today: asDay(today),
  plannedOn: asDay(today),
  serviceUrl: 'https://tracker.example',
  organisation: 'Essex Police',
  words: ourWords,
  ...more,
});

export const composed = (items: Item[], today: string, more: Partial<Letter> = {}): Composed =>
  compose(letterOf(items, today, more));

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** What a person reads in an html part: no tags, no head, entities as characters, spaces as one. */
export const readable = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)
    .replace(/\s+/g, ' ')
    .trim();

/** The text part with its lines of hyphens left out and spaces as one. */
export const plain = (text: string): string =>
  text
    .replace(/^-{60}$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
