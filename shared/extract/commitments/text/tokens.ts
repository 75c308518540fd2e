/** A word, a number or a mark of a text, with where it stands. `gap` is what separates it from the token before. */
export type Token = {
  /** Lower case, straight apostrophe, one kind of dash, and without a possessive ’s: "Month’s" is `month`. */
  readonly word: string;
  readonly kind: 'word' | 'number' | 'mark';
  readonly start: number;
  readonly end: number;
  readonly gap: 'none' | 'space' | 'line' | 'blank';
  readonly capital: boolean;
  /** A capital after the first letter, as the names of bodies have: "MPS", "TfL". */
  readonly acronym: boolean;
  /** "30th", "1st". */
  readonly ordinal: boolean;
};

// Each alternative begins with another kind of character, so the scan never goes back: linear in the text.
const piece = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\d+|\s+|./suy;
const letters = /^\p{L}/u;
const capitals = /\p{Lu}/u;
const ordinalEnding = new Set(['st', 'nd', 'rd', 'th']);

/**
 * Cuts a text into tokens. Letters and digits part company ("4-6mths" is 4 - 6 mths, "March2021" is march 2021), because
 * pasted pages join what was apart; only an ordinal keeps its ending (30th).
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Token['gap'] = 'blank';
  piece.lastIndex = 0;
  for (let match = piece.exec(text); match; match = piece.exec(text)) {
    const [raw] = match;
    const start = match.index;
    if (isSpace(raw)) {
      gap = gapOf(raw);
      continue;
    }
    const last = tokens.at(-1);
    if (gap === 'none' && last && isOrdinal(last, raw)) {
      tokens[tokens.length - 1] = { ...last, end: start + raw.length, ordinal: true };
    } else {
      const cut = joinedAt(raw);
      tokens.push(token(cut ? raw.slice(0, cut) : raw, start, gap));
      if (cut) tokens.push(token(raw.slice(cut), start + cut, 'space'));
    }
    gap = 'none';
  }
  return tokens;
}

const leads = ['within', 'before', 'until', 'from', 'the', 'by', 'of', 'in'];
const followers = new Set(
  'the end next early late spring summer autumn january february march april june july august september october november december two three four five six seven eight nine ten twelve'.split(
    ' ',
  ),
);
const words = new Set(['often']);

/** "bythe end", "withinthree months": where two words begin that a pasted page has joined; 0 where one word stands. */
function joinedAt(raw: string): number {
  if (raw.length < 5 || !joinedStarts.has(raw[0]!)) return 0;
  const lower = raw.toLowerCase();
  const lead = leads.find((each) => lower.startsWith(each) && followers.has(lower.slice(each.length)));
  return lead && !words.has(lower) ? lead.length : 0;
}
const joinedStarts = new Set('wbuftioWBUFTIO');

const isSpace = (raw: string): boolean => raw === ' ' || raw.trim() === '';

function token(raw: string, start: number, gap: Token['gap']): Token {
  const end = start + raw.length;
  if (letters.test(raw)) {
    const lower = raw.toLowerCase();
    const word = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
    const own = word.endsWith("'s") ? word.slice(0, -2) : word;
    const acronym = capitals.test(raw.slice(1));
    return {
      word: own,
      kind: 'word',
      start,
      end,
      gap,
      capital: raw[0] !== lower[0],
      acronym,
      ordinal: false,
    };
  }
  const kind = /^\d/.test(raw) ? 'number' : 'mark';
  return { word: plain(raw), kind, start, end, gap, capital: false, acronym: false, ordinal: false };
}

function isOrdinal(last: Token, raw: string): boolean {
  return last.kind === 'number' && !last.ordinal && ordinalEnding.has(raw.toLowerCase());
}

function gapOf(space: string): Token['gap'] {
  const lines = space.split('\n').length - 1;
  return lines > 1 ? 'blank' : lines === 1 ? 'line' : 'space';
}

const plainMarks: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
};

const plain = (mark: string): string => plainMarks[mark] ?? mark;

/** The word at a place; nothing before the first token and after the last. */
export function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.word ?? '';
}

/** Whether these words stand here, one after another. */
export function wordsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, n) => tokens[at + n]?.word === word);
}
