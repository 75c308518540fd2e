import type { Token } from '../text/tokens.ts';
import type { Subject } from './subject.ts';

/**
 * What a verb tells of a recommendation.
 * 'promise': it will be done. 'leaning': a promise only with a date. 'possible': the same, and people may call it none.
 * 'underway': being done, with no end named. 'done': it has been. 'step': it was put before a board or given to somebody.
 * 'idle': how things stand. 'no': duties, forecasts, refusals, stories.
 */
export type Sense = 'promise' | 'leaning' | 'possible' | 'underway' | 'done' | 'step' | 'idle' | 'no';

/** Where a clause begins, and what came before it in the sentence. */
export type Clause = {
  readonly tokens: readonly Token[];
  readonly from: number;
  /** Somebody said or agreed what follows. */
  readonly reported: boolean;
  readonly subject: (verb: number) => Subject;
  /** Somebody has recommended or required something in this sentence. */
  readonly asked: boolean;
  /** No verb has been read in this clause yet. */
  readonly fresh: boolean;
};

/** What a rule read: the sense, and the place after the verb. */
export type VerbRead = { readonly sense: Sense; readonly next: number };

/** One row of the grammar of verbs; `at` is where the verb begins. */
export type VerbRule = (clause: Clause, at: number) => VerbRead | null;

const adverbs = new Set(
  'now also then therefore thus already since again still just soon further even yet always both all each fully first next once either hereby ever however instead thereafter additionally , currently'.split(
    ' ',
  ),
);
const notAdverbs = new Set(
  'apply supply rely reply comply imply multiply family only early fly ally likely unlikely'.split(' '),
);

const isAdverb = (word: string): boolean =>
  adverbs.has(word) || (word.endsWith('ly') && word.length > 3 && !notAdverbs.has(word));

/** The place of the next word that is no adverb, so that "will now formally review" reads as "will review". */
export function pastAdverbs(tokens: readonly Token[], at: number): number {
  let place = at;
  while (place < at + 5 && isAdverb(tokens[place]?.word ?? '')) place += 1;
  // "re-circulated" is one word.
  if (tokens[place]?.word === 're' && tokens[place + 1]?.word === '-') place += 2;
  return place;
}

/** How far back a verb looks for its subject: a bound that keeps the reading linear in the text. */
export const reach = 40;

/** Whether one of these words stands from one place to before another, {@link reach} words back at most. */
export function among(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: ReadonlySet<string>,
): boolean {
  for (let at = Math.max(from, to - reach); at < to; at += 1)
    if (words.has(tokens[at]?.word ?? '')) return true;
  return false;
}
