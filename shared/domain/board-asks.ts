import { type Figures, hasLapsed, isOverdue, lacksDate } from './board-figures.ts';
import type { PaperItem } from './board-items.ts';
import type { PaperRisks } from './board-risks.ts';
import type { Day } from './day.ts';
import type { Row } from './row.ts';

/** One thing that a board is asked to do, and the recommendations it is about. */
export type Ask = { says: string; about: readonly Row[] };

type Looked = { day: Day; unreachable: ReadonlySet<Row> };

type Asking = {
  is: (item: PaperItem, looked: Looked) => boolean;
  one: string;
  many: (count: number) => string;
};

/** Noting comes first, then what the board must decide, then what it should ask of owners. */
const asking: readonly Asking[] = [
  {
    is: ({ row }, { day }) => isOverdue(row, day),
    one: 'note that 1 response is overdue, and ask for it',
    many: (n) => `note that ${n} responses are overdue, and ask for them`,
  },
  {
    is: ({ row }, { day }) => hasLapsed(row, day),
    one: 'note that what was promised on 1 recommendation has lapsed, and ask when it will be done',
    many: (n) =>
      `note that what was promised on ${n} recommendations has lapsed, and ask when it will be done`,
  },
  {
    is: ({ standing }) => standing === 'proposed-for-closure',
    one: 'say whether 1 recommendation that is proposed for closure can be closed',
    many: (n) => `say whether ${n} recommendations that are proposed for closure can be closed`,
  },
  {
    is: ({ row }) => row.dateProposed,
    one: 'decide on another date that is proposed for 1 recommendation',
    many: (n) => `decide on other dates that are proposed for ${n} recommendations`,
  },
  {
    is: ({ row }, { day }) => lacksDate(row, day),
    one: 'agree a date for 1 recommendation that has none',
    many: (n) => `agree dates for ${n} recommendations that have none`,
  },
  {
    is: ({ row }, { unreachable }) => unreachable.has(row),
    one: 'name somebody who can be reminded of 1 recommendation, because nobody can be now',
    many: (n) => `name people who can be reminded of ${n} recommendations, because nobody can be now`,
  },
  {
    is: ({ moved }) => moved > 1,
    one: 'ask why the dates of 1 recommendation have been moved more than once, and whether they hold now',
    many: (n) =>
      `ask why the dates of ${n} recommendations have been moved more than once, and whether they hold now`,
  },
];

/**
 * What a paper asks its board to do: each sentence follows from the lines, so nothing is asked where nothing is wanted.
 *
 * @example 'note that 2 responses are overdue, and ask for them'; 'agree dates for 3 recommendations that have none'
 */
export function asksOf(open: readonly PaperItem[], risks: PaperRisks, figures: Figures, day: Day): Ask[] {
  const looked = { day, unreachable: new Set(risks.unreachable.map(({ row }) => row)) };
  const asks = asking.map(({ is, one, many }) => {
    const about = open.filter((item) => is(item, looked)).map(({ row }) => row);
    return { says: about.length === 1 ? one : many(about.length), about };
  });
  return [noting(figures), ...asks.filter(({ about }) => about.length > 0)];
}

const noting = ({ open }: Figures): Ask => ({
  says:
    open === 0
      ? 'note that no recommendation is open'
      : `note the figures in section 4 and ${open === 1 ? 'the 1 open recommendation' : `the ${open} open recommendations`} in section 5`,
  about: [],
});
