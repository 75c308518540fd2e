import type { PaperItem } from './board-items.ts';
import { type Day, isBefore } from './day.ts';
import { openDuties } from './open-duties.ts';
import type { Row } from './row.ts';

/** Something that is to come for a board: on which day, of which recommendation, and what. */
export type Coming = { on: Day; row: Row; says: string };

const dueWords = { response: 'Response due', update: 'Update promised', publication: '' } as const;

/**
 * What falls due or opens from a day up to another, both counted, the earliest first. What is late by then has been due already and is not
 * in it; what judicial review holds up does not fall due.
 */
export function comingUp(items: readonly PaperItem[], from: Day, until: Day): Coming[] {
  const isWithin = (on: Day | null): on is Day => on !== null && !isBefore(on, from) && !isBefore(until, on);
  return items
    .flatMap(({ row }) =>
      openDuties(row.duties)
        .filter(({ pausedOn }) => pausedOn === null)
        .flatMap(({ kind, opensOn, dueOn, promise }) => [
          ...(isWithin(opensOn) && opensOn !== dueOn ? [{ on: opensOn, row, says: 'Window opens' }] : []),
          ...(isWithin(dueOn) ? [{ on: dueOn, row, says: withWords(dueWords[kind], promise) }] : []),
        ]),
    )
    .toSorted((a, b) => (a.on === b.on ? 0 : isBefore(b.on, a.on) ? 1 : -1));
}

const withWords = (says: string, promise: string | undefined): string =>
  promise ? `${says}: “${promise}”` : says;
