import type { Token } from './tokens.ts';

const abbreviations = new Set(
  'no nos insp sgt supt det ch dr mr mrs ms approx dept st para etc vs cllr eg ie ref min max est int'.split(
    ' ',
  ),
);
const bullets = new Set(['•', '●', '▪', '◦', '·', '*', '-', '', '➢', '✓', 'o']);

/**
 * The tokens of a text, sentence by sentence. A full stop ends one unless it stands in a number or after an abbreviation; a
 * semicolon, a blank line, a bullet and a list letter joined to the word before ("availableb)") end one too.
 */
export function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let sentence: Token[] = [];
  let depth = 0;
  tokens.forEach((token, at) => {
    if (sentence.length > 0 && beginsAnew(tokens, at)) {
      sentences.push(sentence);
      sentence = [];
      depth = 0;
    }
    sentence.push(token);
    if (token.word === '(') depth += 1;
    const joinedItem = token.word === ')' && depth === 0 && (tokens[at - 1]?.word.length ?? 0) > 1;
    if (token.word === ')') depth = Math.max(0, depth - 1);
    if (!joinedItem && !endsHere(tokens, at)) return;
    sentences.push(sentence);
    sentence = [];
    depth = 0;
  });
  if (sentence.length > 0) sentences.push(sentence);
  return sentences;
}

function beginsAnew(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.gap === 'blank') return true;
  return token.gap === 'line' && (bullets.has(token.word) || isListMark(tokens, at));
}

/** "a)", "3." or "iv)" where a line begins. */
function isListMark(tokens: readonly Token[], at: number): boolean {
  const [mark, close] = [tokens[at]!, tokens[at + 1]];
  if (close?.gap !== 'none' || (close.word !== ')' && close.word !== '.')) return false;
  return mark.word.length <= 2 || mark.word === 'iii' || mark.word === 'vii';
}

function endsHere(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const next = tokens[at + 1];
  if (token.word === ';') return true;
  if (token.word === '!' || token.word === '?') return next?.gap !== 'none';
  return token.word === '.' && isFullStop(tokens, at, next);
}

function isFullStop(tokens: readonly Token[], at: number, next: Token | undefined): boolean {
  if (!next) return true;
  const before = tokens[at - 1];
  if (!before || before.kind === 'mark') return next.gap !== 'none';
  if (before.kind === 'word' && (abbreviations.has(before.word) || before.word.length === 1)) return false;
  if (next.gap === 'none') return before.kind === 'word' && next.capital && before.word.length > 3;
  return next.capital || next.kind !== 'word';
}
