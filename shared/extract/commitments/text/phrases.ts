import { type Token, wordAt, wordsAt } from './tokens.ts';

/** Phrases and what each means, found by their first word; where two fit the longer wins. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly (readonly [readonly string[], Meaning])[]>;

/** A table of phrases: `{ by: ['by', 'no later than'] }`. One phrase, one place to add it. */
export function phrases<Meaning extends string>(
  table: Readonly<Record<Meaning, readonly string[]>>,
): Phrases<Meaning> {
  const byFirst = new Map<string, (readonly [readonly string[], Meaning])[]>();
  for (const meaning of Object.keys(table) as Meaning[]) {
    for (const phrase of table[meaning]) {
      const words = phrase.split(' ');
      const known = byFirst.get(words[0]!) ?? [];
      known.push([words, meaning]);
      byFirst.set(words[0]!, known);
    }
  }
  for (const known of byFirst.values()) known.sort(([a], [b]) => b.length - a.length);
  return byFirst;
}

/** The phrase that stands here, and the place after it. */
export function phraseAt<Meaning>(
  table: Phrases<Meaning>,
  tokens: readonly Token[],
  at: number,
): { readonly meaning: Meaning; readonly next: number } | null {
  const found = table.get(wordAt(tokens, at))?.find(([words]) => wordsAt(tokens, at, words));
  return found ? { meaning: found[1], next: at + found[0].length } : null;
}
