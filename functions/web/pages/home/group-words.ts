import type { PressingGroup } from '../../../../shared/domain/pressing.ts';
import { standings } from '../../../../shared/domain/standing.ts';

/** What a group is called over its count, and over its lines. */
type GroupWords = { short: string; long: string };

const same = (words: string): GroupWords => ({ short: words, long: words });

export const groupWords: Record<PressingGroup, GroupWords> = {
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

/** The groups that are part of no list but their own. */
export const ownLists = [
  'date-proposed',
  'publication',
  'awaiting-response',
] as const satisfies PressingGroup[];

const isOwn = (group: PressingGroup): boolean => ownLists.some((each) => each === group);

/** Where all of a group are listed. */
export const allOfGroupPath = (group: PressingGroup): string =>
  isOwn(group) ? `/attention/${group}` : `/recommendations?standing=${group}`;
