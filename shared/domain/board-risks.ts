import { lacksDate } from './board-figures.ts';
import type { PaperItem } from './board-items.ts';
import type { Day } from './day.ts';
import type { Row } from './row.ts';

/** What could go wrong with the recommendations of a board, each with the recommendations it is about. */
export type PaperRisks = {
  /** Entries of the risk register, by their reference, with the open recommendations that are linked to them. */
  register: { ref: string; rows: Row[] }[];
  /** Open recommendations whose owner cannot be reminded, with why. */
  unreachable: { row: Row; why: string }[];
  noDate: Row[];
};

/** Why nobody can be reminded, by the owner's id; undefined where somebody can. */
export type TroubleOf = (ownerId: string | undefined) => string | undefined;

/** The risks that the open lines of a paper show. Whether an owner can be reminded is as it is when the paper is made, not as at its day. */
export function risksOf(open: readonly PaperItem[], troubleOf: TroubleOf, day: Day): PaperRisks {
  const linked = open.flatMap(({ row }) =>
    row.links.filter(({ kind }) => kind === 'risk').map(({ ref }) => ({ ref, row })),
  );
  const byRef = Map.groupBy(linked, ({ ref }) => ref.toLowerCase());
  return {
    register: [...byRef.values()]
      .map((links) => ({ ref: links[0]!.ref, rows: links.map(({ row }) => row) }))
      .sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true })),
    unreachable: open.flatMap(({ row }) => {
      const why = troubleOf(row.ownerId);
      return why ? [{ row, why }] : [];
    }),
    noDate: open.filter(({ row }) => lacksDate(row, day)).map(({ row }) => row),
  };
}
