import type { AsAt } from './as-at.ts';
import type { Board } from './board.ts';
import { type Ask, asksOf } from './board-asks.ts';
import { type Coming, comingUp } from './board-coming.ts';
import { type Figures, figuresOf } from './board-figures.ts';
import { groupItems, itemOf, type PaperGroups } from './board-items.ts';
import { type PaperPeriod, paperPeriod } from './board-period.ts';
import { type PaperRisks, risksOf, type TroubleOf } from './board-risks.ts';
import type { Case } from './case.ts';
import type { Day } from './day.ts';
import { historyOf, type PersonOf } from './happening.ts';
import type { Row } from './row.ts';
import { rowAsAt } from './row-as-at.ts';

/** The figures of a paper, with those as at the last meeting where there was one. */
export type PaperFigures = {
  period: PaperPeriod;
  figures: Figures;
  /** As at the last meeting; what was closed after `since` had been closed since the meeting before it. */
  before: { on: Day; since: Day; figures: Figures } | undefined;
};

/** A board paper: its figures and its lines. */
export type BoardPaper = PaperFigures & {
  asAt: Day;
  rows: readonly Row[];
  groups: PaperGroups;
  risks: PaperRisks;
  coming: Coming[];
  asks: Ask[];
};

/** A recommendation with its case, as it stood at the end of a day. */
export type Recalled = { kept: AsAt; learningCase: Case };

/** What a paper is made of. `recall`: every recommendation of the board as it stood at the end of a day. */
export type PaperMaking = {
  board: Pick<Board, 'meetings'> | undefined;
  recall: (day: Day) => readonly Recalled[];
  personOf: PersonOf;
  troubleOf: TroubleOf;
};

/**
 * The paper of a board as at the end of a day. The same paper can be made again at any later time: what was decided since is not in it. What
 * was received by that day and typed later is, and its history says on which day it was typed.
 */
export function boardPaper({ board, recall, personOf, troubleOf }: PaperMaking, asAt: Day): BoardPaper {
  const recalled = recall(asAt);
  const items = recalled.map(({ kept, learningCase }) =>
    itemOf(rowAsAt(kept, learningCase), historyOf(kept, personOf), asAt),
  );
  const rowsAt = (day: Day) => recall(day).map(({ kept, learningCase }) => rowAsAt(kept, learningCase));
  const rows = items.map(({ row }) => row);
  const counted = paperFigures({ board, rows, rowsAt }, asAt);
  const { period, figures } = counted;
  const groups = groupItems(items, { day: asAt, since: period.since.on });
  const open = [...groups.attention, ...groups.rest];
  const risks = risksOf(open, troubleOf, asAt);
  return {
    ...counted,
    asAt,
    rows,
    groups,
    risks,
    coming: comingUp(open, asAt, period.until.on),
    asks: asksOf(open, risks, figures, asAt),
  };
}

type Counting = {
  board: Pick<Board, 'meetings'> | undefined;
  rows: readonly Row[];
  rowsAt: ((day: Day) => readonly Row[]) | undefined;
};

/** The figures alone, as at the end of a day; beside them those as at the last meeting, where `rowsAt` can look back. */
export function paperFigures({ board, rows, rowsAt }: Counting, asAt: Day): PaperFigures {
  const period = paperPeriod(board, asAt);
  const { on, meeting } = period.since;
  const earlier = meeting && rowsAt ? rowsAt(on) : undefined;
  const { on: since } = paperPeriod(board, on).since;
  const before = earlier && { on, since, figures: figuresOf(earlier, on, since) };
  return { period, figures: figuresOf(rows, asAt, on), before };
}
