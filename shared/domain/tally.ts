import * as z from 'zod';
import { type Day, day } from './day.ts';
import type { Row } from './row.ts';
import { type Standing, standingOf, standings } from './standing.ts';

const counts = z.partialRecord(z.enum(Object.keys(standings) as [Standing, ...Standing[]]), z.int());

/** How many recommendations stood where on a morning: of the whole tracker, and of each board. What no recommendation stood at is left out. */
export const tally = z.object({ on: day, counts, boards: z.record(z.string(), counts) });

export type Counts = z.infer<typeof counts>;
export type Tally = z.infer<typeof tally>;

type Counted = Parameters<typeof standingOf>[0] & Pick<Row, 'boardId' | 'duties'>;

/** Counts where recommendations stand on a day. One that no board has is in the whole alone. */
export function tallyOf(rows: readonly Counted[], today: Day): Tally {
  const counted: Tally = { on: today, counts: {}, boards: {} };
  for (const row of rows) {
    const standing = standingOf(row, row.duties, today);
    count(counted.counts, standing);
    if (row.boardId === undefined) continue;
    counted.boards[row.boardId] ??= {};
    count(counted.boards[row.boardId]!, standing);
  }
  return counted;
}

function count(counts: Counts, standing: Standing): void {
  counts[standing] = (counts[standing] ?? 0) + 1;
}
