import type { Day } from '../../../domain/day.ts';
import { phraseAt, phrases } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { partly } from './partly.ts';
import { reading } from './period-window.ts';
import { kept } from './reckon.ts';
import type { TimeRule } from './time.ts';

export const moves = phrases({
  moved: [
    'slipped',
    'moved',
    'moved back',
    'moved forward',
    'pushed back',
    'put back',
    'brought forward',
    'extended',
    'revised',
    'amended',
    'changed',
    'deferred',
    'postponed',
    'rescheduled',
    'delayed',
  ],
});

/** "slipped from November 2020 to the end of February 2021", "postponed until March": the later date is the one that stands. */
export const moved: TimeRule = (tokens, at) => {
  const found = phraseAt(moves, tokens, at);
  if (!found) return null;
  const from = wordAt(tokens, found.next) === 'from' ? partly(tokens, found.next + 1, 'from') : null;
  const to = from?.next ?? found.next;
  if (!['to', 'until', 'till', 'for'].includes(wordAt(tokens, to))) return null;
  const read = partly(tokens, to + 1, 'by');
  if (!read) return null;
  const window = (on: Day | null) =>
    kept(
      () => reading('by', read.part, read.period, read.period.span(on)),
      () => reading('by', read.part, read.period, null),
    );
  return {
    from: at,
    to: read.next,
    use: 'window',
    weight: 5,
    bare: false,
    adverb: false,
    short: false,
    closes: true,
    window,
    others: () => [],
  };
};
