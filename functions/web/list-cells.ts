import type { Board } from '../../shared/domain/board.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import type { Cells } from '../../shared/extract/list/columns.ts';
import { type RecommendationFile, readCaseFile } from '../../shared/store/case-file.ts';
import { listBoards, listCases, listContacts } from '../../shared/store/lists.ts';
import type { Table } from '../../shared/store/table.ts';

/** Every recommendation as a line of our own list, case by case, the most recently made first. */
export async function* listedCells(table: Table): AsyncGenerator<Cells> {
  const contacts = new Map((await listContacts(table)).map((each) => [each.id, each]));
  const boards = new Map((await listBoards(table)).map((each) => [each.id, each]));
  let cursor: string | undefined;
  do {
    const page = await listCases(table, cursor);
    for (const { id } of page.items) {
      const file = await readCaseFile(table, id);
      for (const entry of file?.recommendations ?? [])
        yield cellsOf(file!.learningCase, entry, { contacts, boards });
    }
    cursor = page.next;
  } while (cursor);
}

type People = { contacts: ReadonlyMap<string, Contact>; boards: ReadonlyMap<string, Board> };

function cellsOf(learningCase: Case, entry: RecommendationFile, { contacts, boards }: People): Cells {
  const { recommendation, response, commitments } = entry;
  const { reference, forceReference, title, summary, source, legalBasis, body, link } = learningCase;
  const { closed, withdrawn, text, addressee, priority, theme, acceptance } = recommendation;
  // Promises of updates are counted from those, also of one that came on the day of the response.
  const promises = commitments
    .filter(({ madeIn }) => madeIn !== 'update')
    .map(({ quote, promise, metOn }) => ({ quote, promise, ...(metOn ? { metOn } : {}) }));
  const cells = {
    ...{ reference, forceReference, title, summary, source, legalBasis, body, link },
    topics: learningCase.topics.join('\n'),
    linkedBodies: learningCase.linkedBodies.join('\n'),
    madeOn: learningCase.madeOn,
    publishedDueOn: learningCase.publishedDueOn,
    number: String(recommendation.number),
    ...{ text, addressee, priority, theme, acceptance },
    owner: contacts.get(recommendation.ownerId ?? '')?.email,
    board: boards.get(recommendation.boardId ?? '')?.name,
    respondedOn: response?.respondedOn,
    response: response?.text,
    reasons: response?.reasons,
    representations: response?.representations ? 'yes' : '',
    promises: promises.length > 0 ? JSON.stringify(promises) : '',
    ...{ closedOn: closed?.on, closedBy: closed?.by, closedNote: closed?.note },
    ...{ withdrawnOn: withdrawn?.on, withdrawnBy: withdrawn?.by, withdrawnWhy: withdrawn?.why },
  };
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cell ?? '']));
}
