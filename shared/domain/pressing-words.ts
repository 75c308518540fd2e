import type { PressingGroup } from './pressing.ts';
import { standings } from './standing.ts';

/** What a group is called over its count, and over its lines. */
type PressingWords = { short: string; long: string };

const same = (words: string): PressingWords => ({ short: words, long: words });

/** The words for what needs attention, on the first page and in the summary. */
export const pressingWords: Record<PressingGroup, PressingWords> = {
  'response-overdue': same(standings['response-overdue']),
  lapsed: same(standings.lapsed),
  'response-due-soon': same(standings['response-due-soon']),
  'due-soon': same(standings['due-soon']),
  'window-open': same(standings['window-open']),
  'no-date': same(standings['no-date']),
  'proposed-for-closure': {
    short: 'Decide whether to close',
    long: 'Proposed for closure: decide whether to close',
  },
  'date-proposed': { short: 'Decide on another date', long: 'Another date is proposed: decide on it' },
  publication: { short: 'Check publication', long: 'Check that the response has been published' },
  paused: same(standings.paused),
  'awaiting-response': { short: 'No date for a response', long: 'Awaiting a response that has no date' },
};
