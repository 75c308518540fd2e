import { numberAt } from '../text/numbers.ts';
import { phraseAt, phrases } from '../text/phrases.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import { undated } from '../window.ts';
import { isUnit, lengthAt } from './length.ts';
import { partOfMonth } from './part-of-month.ts';
import { periodAt } from './periods.ts';
import { before } from './reckon.ts';
import { type Time, type TimeRule, timeless } from './time.ts';

const looksBack = () => undated('It looks back');
const recurs = () => undated('It recurs, so it has no last day');

export const leads = new Set([
  'in',
  'over',
  'during',
  'within',
  'for',
  'from',
  'across',
  'throughout',
  'since',
  'on',
]);
export const backwards = new Set(['last', 'past', 'previous', 'preceding', 'prior', 'recent', 'latest']);

/** "in the last 12 months", "over the past year", "in recent months", "last March". */
export const lookingBack: TimeRule = (tokens, at) => {
  let place = leads.has(wordAt(tokens, at)) ? at + 1 : at;
  if (wordAt(tokens, place) === 'the') place += 1;
  if (!backwards.has(wordAt(tokens, place))) return null;
  const count = numberAt(tokens, place + 1);
  const unit = count?.next ?? (wordAt(tokens, place + 1) === 'few' ? place + 2 : place + 1);
  // "The last week of January" is ahead.
  if (partOfMonth(tokens, place)) return null;
  if (isUnit(wordAt(tokens, unit))) return timeless(at, unit + 1, 'past', looksBack);
  const named = wordAt(tokens, place) === 'last' ? periodAt(tokens, place + 1) : null;
  return named ? timeless(at, named.next, 'past', looksBack) : null;
};

/** "two weeks ago", "the 12 months to August 2019", "a 16 year old", "aged 16", "since April". */
export const behind: TimeRule = (tokens, at) => since(tokens, at) ?? ended(tokens, at);

function since(tokens: readonly Token[], at: number): Time | null {
  if (wordAt(tokens, at) !== 'since') return null;
  const named = periodAt(tokens, at + 1);
  return named ? timeless(at, named.next, 'past', looksBack) : null;
}

const afterwards = new Set([
  'old',
  'ending',
  'ended',
  'earlier',
  'previously',
  'experience',
  'service',
  'imprisonment',
  'worth',
]);

function ended(tokens: readonly Token[], at: number): Time | null {
  const from = leads.has(wordAt(tokens, at)) ? at + 1 : at;
  const start = wordAt(tokens, from) === 'the' ? from + 1 : from;
  const length = lengthAt(tokens, start);
  if (!length) return null;
  if (wordAt(tokens, length.next) === 'ago') {
    return timeless(at, length.next + 1, 'past', (on) => ({
      ...looksBack(),
      dateLatest: on && before(on, length),
    }));
  }
  const dash = wordAt(tokens, length.next) === '-' ? length.next + 1 : length.next;
  if (afterwards.has(wordAt(tokens, dash))) return timeless(at, dash + 1, 'past', looksBack);
  const until = wordAt(tokens, length.next) === 'to' ? periodAt(tokens, length.next + 1) : null;
  return until ? timeless(at, until.next, 'past', looksBack) : null;
}

export const each = new Set(['every', 'each', 'per']);
export const adverbs = new Set(
  'annually monthly weekly daily quarterly biannually yearly fortnightly nightly termly'.split(' '),
);
const adjectives = new Set([...adverbs, 'annual', 'regular', 'ongoing', 'rolling']);
const times = new Set(['times', 'occasions']);

/** "every six months", "annually", "on a monthly basis", "once a year", "three times". */
export const recurring: TimeRule = (tokens, at) =>
  everySo(tokens, at) ?? basis(tokens, at) ?? oftenSo(tokens, at) ?? adverb(tokens, at);

function everySo(tokens: readonly Token[], at: number): Time | null {
  if (!each.has(wordAt(tokens, at))) return null;
  const other = wordAt(tokens, at + 1) === 'other' || wordAt(tokens, at + 1) === 'few' ? at + 2 : at + 1;
  const length = lengthAt(tokens, other);
  if (length) return timeless(at, length.next, 'frequency', recurs);
  if (isUnit(wordAt(tokens, other))) return timeless(at, other + 1, 'frequency', recurs);
  const named = periodAt(tokens, other);
  return named ? timeless(at, named.next, 'frequency', recurs) : null;
}

function basis(tokens: readonly Token[], at: number): Time | null {
  if (wordAt(tokens, at) !== 'on') return null;
  for (let place = at + 1; place < at + 6; place += 1) {
    if (wordAt(tokens, place) !== 'basis') continue;
    return adjectives.has(wordAt(tokens, place - 1)) ? timeless(at, place + 1, 'frequency', recurs) : null;
  }
  return null;
}

function oftenSo(tokens: readonly Token[], at: number): Time | null {
  const word = wordAt(tokens, at);
  const count = word === 'once' || word === 'twice' ? at + 1 : numberAt(tokens, at)?.next;
  if (count === undefined) return null;
  const counted = times.has(wordAt(tokens, count)) ? count + 1 : count;
  const an = wordAt(tokens, counted);
  if ((an === 'a' || an === 'an' || an === 'per' || an === 'every') && isUnit(wordAt(tokens, counted + 1))) {
    return timeless(at, counted + 2, 'frequency', recurs);
  }
  return counted > count ? timeless(at, counted, 'frequency', recurs) : null;
}

/** "quarterly" at the end of a phrase; "the quarterly meeting" only describes one. */
function adverb(tokens: readonly Token[], at: number): Time | null {
  if (!adverbs.has(wordAt(tokens, at))) return null;
  const next = tokens[at + 1];
  const before = wordAt(tokens, at - 1);
  const describes = ['a', 'an', 'the', 'next', 'of', 'our', 'its', 'first', 'regular'].includes(before);
  if (
    describes ||
    (next?.kind === 'word' &&
      !['and', 'by', 'to', 'at', 'in', 'with', 'through', 'thereafter', 'going'].includes(next.word))
  ) {
    return null;
  }
  return timeless(at, at + 1, 'frequency', recurs);
}

export const vagueWords = phrases({
  vague: [
    'in due course',
    'shortly',
    'soon',
    'imminently',
    'as soon as possible',
    'as soon as practicable',
    'as soon as reasonably practicable',
    'asap',
    'in the near future',
    'in the future',
    'going forward',
    'at the earliest opportunity',
    'in the coming months',
    'in the coming weeks',
    'over the coming months',
    'over the coming weeks',
    'over the coming year',
    'in the next few weeks',
    'in the next few months',
    'over the next few weeks',
    'over the next few months',
    'within the next few weeks',
    'within the next few months',
    'within a reasonable time',
    'in a timely manner',
    'when resources allow',
  ],
});

/** "shortly", "in due course": a time that says nothing. It needs a date asked for, never one made up. */
export const vague: TimeRule = (tokens, at) => {
  const found = phraseAt(vagueWords, tokens, at);
  return found ? timeless(at, found.next, 'vague', () => undated('The words name no date')) : null;
};

const occasions = new Set(
  'meeting meetings board panel committee conference report revision review cycle cycles session sessions inspection update forum group version edition iteration refresh newsletter inset'.split(
    ' ',
  ),
);
export const occasionLeads = new Set(['at', 'in', 'to', 'by', 'during', 'before', 'on', 'for', 'into']);

/** "at the next quarterly meeting of the board": an event whose day must be asked for. */
export const nextOccasion: TimeRule = (tokens, at) => {
  let place = occasionLeads.has(wordAt(tokens, at)) ? at + 1 : at;
  if (wordAt(tokens, place) === 'the' || wordAt(tokens, place) === 'its' || wordAt(tokens, place) === 'our')
    place += 1;
  if (!['next', 'forthcoming', 'upcoming'].includes(wordAt(tokens, place))) return null;
  for (let end = place + 1; end < place + 8 && tokens[end]?.kind === 'word'; end += 1) {
    if (!occasions.has(wordAt(tokens, end))) continue;
    const last = occasions.has(wordAt(tokens, end + 1)) ? end + 2 : end + 1;
    return timeless(at, last, 'event', () => undated('It waits for an event that has no date here'));
  }
  return null;
};
