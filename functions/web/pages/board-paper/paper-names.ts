import type { Board } from '../../../../shared/domain/board.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import type { Row } from '../../../../shared/domain/row.ts';

/** Where the paper of a board is, or of every board; as at a day where one is chosen. */
export function paperHref(
  board: Pick<Board, 'id'> | undefined,
  asAt?: Day,
  kind: 'paper' | 'paper.csv' | 'paper.css' = 'paper',
): string {
  const path = board ? `/boards/${board.id}/${kind}` : `/${kind}`;
  return asAt ? `${path}?asAt=${asAt}` : path;
}

/** What a paper is called: 'Domestic Abuse Strategic Oversight board: recommendations'. */
export const paperTitle = (board: Pick<Board, 'name'> | undefined): string =>
  board ? `${board.name}: recommendations` : 'All boards: recommendations';

/** A recommendation in a sentence: '2019/127918, recommendation 2'. */
export const refOf = ({ reference, number }: Pick<Row, 'reference' | 'number'>): string =>
  `${reference}, recommendation ${number}`;
