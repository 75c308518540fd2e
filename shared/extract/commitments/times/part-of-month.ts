import { addDays } from '../../../domain/day.ts';
import { ordinalAt } from '../text/numbers.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import { months } from './months.ts';
import type { Period } from './period.ts';
import type { Closed } from './spans.ts';

/** "the first week of December" is its first seven days, "the last week in January" its last; a half ends or begins at its 15th. */
export function partOfMonth(tokens: readonly Token[], at: number): Period | null {
  const from = wordAt(tokens, at) === 'the' ? at + 1 : at;
  const last = ['last', 'final'].includes(wordAt(tokens, from));
  const n = ordinalAt(tokens, from)?.n ?? 0;
  const part = wordAt(tokens, from + 1);
  const known = part === 'week' ? last || (n >= 1 && n <= 4) : part === 'half' && (n === 1 || n === 2);
  if (!known || !['of', 'in'].includes(wordAt(tokens, from + 2))) return null;
  const month = months(tokens, from + 3);
  if (!month) return null;
  const cut = part === 'half' ? halfOf : weekOf;
  const { span, next } = month;
  return {
    span: (on) => {
      const whole = span(on);
      return whole && cut(whole, last ? null : n);
    },
    next,
  };
}

function weekOf({ from, to }: Closed, n: number | null): Closed {
  const first = n === null ? addDays(to, -6) : addDays(from, (n - 1) * 7);
  return { from: first, to: addDays(first, 6) };
}

const halfOf = ({ from, to }: Closed, n: number | null): Closed =>
  n === 1 ? { from, to: addDays(from, 14) } : { from: addDays(from, 15), to };
