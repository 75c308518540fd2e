import { canonical } from './canonical.ts';
import type { Commitment } from './commitment.ts';
import type { ListEntry } from './list-entry.ts';
import type { Recommendation } from './recommendation.ts';
import type { Response } from './response.ts';

/** What is recorded of one recommendation. */
export type KnownRecommendation = {
  recommendation: Recommendation;
  response: Response | undefined;
  commitments: readonly Commitment[];
};

/** Words about a case on which no duty hangs: a list may change them. */
export const caseWords = ['forceReference', 'title', 'summary', 'topics', 'linkedBodies', 'link'] as const;

/** What duties are counted from: a list never changes it. */
export const caseGrounds = {
  source: 'the source',
  legalBasis: 'what it was made under',
  body: 'the body',
  madeOn: 'the date made',
  publishedDueOn: 'the published response date',
} as const;

/** Where a line and what is recorded of its recommendation differ, in fields that a list never changes. */
export function differencesFrom(
  entry: ListEntry,
  { recommendation, response, commitments }: KnownRecommendation,
): string[] {
  const differs = differencesOf(entry.recommendation, recommendation, [
    'text',
    'addressee',
    'priority',
    'theme',
  ]);
  if (entry.closed && !recommendation.closed) differs.push('closed');
  if (entry.withdrawn && !recommendation.withdrawn) differs.push('withdrawn');
  if (!entry.response || !response) return differs;
  const { text, promises } = entry.response;
  const promised = commitments.map(({ quote, promise }) => canonical({ quote, promise }));
  return [
    ...differs,
    ...differencesOf(entry.response, response, ['respondedOn', 'reasons']),
    ...(text === response.text ? [] : ['response']),
    ...(promises.every(({ quote, promise }) => promised.includes(canonical({ quote, promise })))
      ? []
      : ['promises']),
  ];
}

/** Which of these fields the line gives and gives differently. */
export function differencesOf(line: object, record: object, fields: readonly string[]): string[] {
  const [ours, theirs] = [line, record] as [Record<string, unknown>, Record<string, unknown>];
  const isSilent = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return fields.filter(
    (field) => !isSilent(ours[field]) && canonical({ is: ours[field] }) !== canonical({ is: theirs[field] }),
  );
}

const names: Readonly<Record<string, string>> = {
  ...caseGrounds,
  forceReference: 'the force’s reference',
  linkedBodies: 'the linked bodies',
  text: 'the text of the recommendation',
  addressee: 'the body addressed',
  respondedOn: 'the date of the response',
  response: 'the words of the response',
  closed: 'whether it is closed',
  withdrawn: 'whether it is withdrawn',
};

/** A field in words. */
const nameOf = (field: string): string => names[field] ?? `the ${field}`;

/** Fields in words: 'the title and the topics'. */
export function fieldsInWords(fields: readonly string[]): string {
  const words = fields.map(nameOf);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
