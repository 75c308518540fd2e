import { type Refusal, refuse } from '../../domain/refusal.ts';
import { partsOf } from './blocks.ts';
import type { Found } from './found.ts';
import { htmlText, isHtml } from './html-text.ts';
import { keptText } from './kept-text.ts';
import { type ReadCase, readCase } from './read-case.ts';
import { type ReadRecommendation, readRecommendation, type Suggest } from './read-recommendation.ts';
import type { Unread } from './unread.ts';

/** Longest page that is read, in characters: as pasted, which the source of a page may be, and as kept. */
const longestPasted = 500_000;
export const longestKept = 100_000;
const mostLines = 3_000;
// A parser's work grows with the square of how deep tags stand in each other; a real page has a few thousand.
const mostTags = 10_000;
const mostRecommendations = 50;

/**
 * A page as it was read. Every place (`start`, `end`) points into `kept`, the copy that is stored with the case. `unread` says what could not
 * be read and what is doubtful; nothing is filled in for it.
 */
export type ReadPage<S = never> = {
  kept: string;
  case: ReadCase;
  recommendations: ReadRecommendation<S>[];
  unread: Unread[];
};

/**
 * Reads the text of a learning page of the IOPC, or of its republication, or the page's source. Parts may be missing, in another order, or
 * run together. What is read is a suggestion: nothing is recorded before a person has confirmed it. Never throws; what is no such page is
 * refused.
 *
 * @param suggest reads promises from the words of a response
 * @example the page of Essex Police's case 2019/127918 → made 29 September 2020, response due 24 November 2020, two recommendations
 */
export function readPage<S = never>(pasted: string, suggest: Suggest<S> = () => []): ReadPage<S> | Refusal {
  if (pasted.length > longestPasted) return tooLong(longestPasted);
  if (pasted.split('<').length > mostTags) return refuse('too-long', 'The page has too many tags', 'page');
  const { text, heading } = isHtml(pasted) ? htmlText(pasted) : { text: pasted, heading: undefined };
  const kept = keptText(text);
  if (kept === '') return refuse('nothing-pasted', 'Paste the text of the page', 'page');
  if (kept.length > longestKept) return tooLong(longestKept);
  if (kept.split('\n').length > mostLines)
    return refuse(
      'too-long',
      `The page must have ${mostLines.toLocaleString('en-GB')} lines or fewer`,
      'page',
    );
  const { headEnd, blocks } = partsOf(kept);
  if (blocks.length > mostRecommendations) {
    return refuse('too-many', `A page can have ${mostRecommendations} recommendations or fewer`, 'page');
  }
  const head = readCase(kept, blocks.length > 0 ? headEnd : kept.length, heading && keptText(heading));
  const each = blocks.map((block, index) => readRecommendation(kept, block, index + 1, suggest));
  if (!isLearningPage(head.read, blocks.length)) return noLearningPage;
  const recommendations = each.map(({ read }) => read);
  const body = head.read.body ?? bodyAddressed(recommendations);
  const unread = [
    ...head.unread.filter(({ field }) => field !== 'body' || !body),
    ...each.flatMap((of) => of.unread),
  ];
  return {
    kept,
    case: {
      ...head.read,
      ...(body ? { body } : {}),
      linkedBodies: linkedOf(head.read, recommendations, body),
    },
    recommendations,
    unread: blocks.length > 0 ? unread : [...unread, noRecommendations],
  };
}

const tooLong = (longest: number) =>
  refuse('too-long', `The page must be ${longest.toLocaleString('en-GB')} characters or fewer`, 'page');

const noLearningPage = refuse(
  'no-learning-page',
  'This does not look like a learning page of the IOPC: it has no reference, no date and no recommendation. Record the case with the form instead',
  'page',
);

const noRecommendations: Unread = { field: 'recommendations', message: 'No recommendation was found' };

const isLearningPage = ({ reference, madeOn, publishedDueOn }: ReadCase, recommendations: number): boolean =>
  Boolean(reference ?? madeOn ?? publishedDueOn) || recommendations > 0;

/** The body that every recommendation is addressed to, where it is one body. */
function bodyAddressed(recommendations: readonly ReadRecommendation<unknown>[]): Found<string> | undefined {
  const [first, ...others] = recommendations.map(({ addressee }) => addressee);
  return others.every((each) => each?.value === first?.value) ? first : undefined;
}

/** Every linked body that the page names, once, but for the body it is addressed to. */
function linkedOf(
  head: ReadCase,
  recommendations: readonly ReadRecommendation<unknown>[],
  body: Found<string> | undefined,
): Found<string>[] {
  const all = [...head.linkedBodies, ...recommendations.flatMap(({ linkedBodies }) => linkedBodies)];
  return all.filter(
    ({ value }, index) => value !== body?.value && all.findIndex((each) => each.value === value) === index,
  );
}
