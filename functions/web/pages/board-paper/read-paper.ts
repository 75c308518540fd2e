import type { Board } from '../../../../shared/domain/board.ts';
import {
  type BoardPaper,
  boardPaper,
  type PaperFigures,
  paperFigures,
  type Recalled,
} from '../../../../shared/domain/board-paper.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import type { Row } from '../../../../shared/domain/row.ts';
import { caseAsAt } from '../../../../shared/store/case-as-at.ts';
import type { CaseFile } from '../../../../shared/store/case-file.ts';
import { readCaseFiles } from '../../../../shared/store/case-files.ts';
import { boardsInSight } from '../../gate/in-sight.ts';
import { type Contacts, contactsNamed, ownerTrouble } from '../names.ts';
import type { Site } from '../site.tsx';

/** Above this many recommendations the histories are not read: figures only, and only as they are today. */
export const mostRead = 500;

/** Above this many lines a paper gives its figures only: nobody reads such a list, and paper for it is wasted. */
export const mostListed = 100;

/** What a paper was read for: one board, or every board. */
export type PaperOf = { board: Board | undefined; asAt: Day; today: Day };

/** A paper as read. `paper` is left out where there are too many recommendations to read; then the figures are as today, whatever was asked. */
export type PaperRead = PaperOf & {
  recommendations: number;
  counted: PaperFigures;
  /** Each of them as at the day. */
  rows: readonly Row[];
  paper: BoardPaper | undefined;
  contacts: Contacts;
  /** Every board where the paper is of all, else none. */
  boards: ReadonlyMap<string, Board>;
};

/** Reads the cases of a board, or of all, and makes the paper of them. */
export async function readPaper(site: Site, of: PaperOf): Promise<PaperRead> {
  const { board, asAt, today } = of;
  const all = await site.catalogue.rows();
  const rows = board ? all.filter(({ boardId }) => boardId === board.id) : all;
  const boards = new Map((board ? [] : await boardsInSight(site)).map((each) => [each.id, each]));
  const common = { ...of, recommendations: rows.length, boards };
  if (rows.length > mostRead) {
    const counted = paperFigures({ board, rows, rowsAt: undefined }, today);
    return { ...common, counted, rows, paper: undefined, contacts: new Map() };
  }
  const files = await readCaseFiles(site.table, casesOf(rows));
  const recall = recalling(files, rows);
  const contacts = await contactsNamed(site.table, files.flatMap(everyOwner));
  const paper = boardPaper(
    {
      board,
      recall,
      personOf: (id) => contacts.get(id)?.name,
      troubleOf: (ownerId) => ownerTrouble(ownerId, contacts),
    },
    asAt,
  );
  return { ...common, counted: paper, rows: paper.rows, paper, contacts };
}

const casesOf = (rows: readonly Row[]) => [...new Set(rows.map(({ caseId }) => caseId))];

// A recommendation belongs to the board that oversees it now: in the paper of a past day as well, so that it is in one paper and only one.
function recalling(files: readonly CaseFile[], rows: readonly Row[]) {
  const boards = new Map(rows.map((row) => [nameOf(row), row.boardId]));
  return (day: Day): Recalled[] =>
    files.flatMap((file) =>
      caseAsAt(file, day)
        .filter(({ recommendation }) => boards.has(nameOf(recommendation)))
        .map(({ recommendation, ...kept }) => {
          const boardId = boards.get(nameOf(recommendation));
          return {
            kept: { ...kept, recommendation: { ...recommendation, boardId } },
            learningCase: file.learningCase,
          };
        }),
    );
}

const nameOf = ({ caseId, number }: Pick<Row, 'caseId' | 'number'>) => `${caseId}.${number}`;

// Everybody who ever owned one of them: a past paper names who owned it then.
const everyOwner = ({ recommendations, events }: CaseFile): (string | undefined)[] => [
  ...recommendations.map(({ recommendation }) => recommendation.ownerId),
  ...events.flatMap(({ changes }) =>
    changes
      .filter(({ record }) => record === 'recommendation')
      .flatMap(({ before, after }) => [before.ownerId, after.ownerId])
      .filter((id) => typeof id === 'string'),
  ),
];
