import { Hono } from 'hono';
import { type Board, nextMeeting } from '../../../shared/domain/board.ts';
import { addDays, type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Table } from '../components/table.tsx';
import { boardsInSight } from '../gate/in-sight.ts';
import { paperHref } from './board-paper/paper-names.ts';
import { inWordsOr } from './contact-facts.tsx';
import { type Contacts, contactsNamed } from './names.ts';
import { listHref } from './recommendations/list-href.ts';
import { type Site, show } from './site.tsx';

const columns = [{ text: 'Board' }, { text: 'Chair' }, { text: 'Next meeting' }, { text: 'Paper' }];

/** Every board with its chair and its next meeting. */
export const boardsPages = (site: Site): Hono =>
  new Hono().get('/boards', async (c) => {
    const today = todayOf(site.clock);
    const boards = await boardsInSight(site);
    const contacts = await contactsNamed(
      site.table,
      boards.map(({ chairId }) => chairId),
    );
    return show(c, site, {
      title: 'Boards',
      current: '/boards',
      children: (
        <>
          <h1 class="govuk-heading-l">Boards</h1>
          <p class="govuk-body">
            The boards that oversee recommendations. The chair is written to once something is long late: the{' '}
            <a class="govuk-link" href="/settings/stages">
              reminder stages
            </a>{' '}
            say from which day.
          </p>
          <ButtonLink href="/boards/new">Add a board</ButtonLink>
          {boards.length > 0 ? (
            <>
              <Table
                caption="Boards"
                captionHidden
                firstCellIsHeader
                columns={columns}
                rows={boards.map((board) => cellsOf(board, today, contacts))}
              />
              <p class="govuk-body">
                <a class="govuk-link" href={paperHref(undefined)}>
                  Paper of all boards together
                </a>
              </p>
            </>
          ) : (
            <p class="govuk-body">No board has been added yet.</p>
          )}
        </>
      ),
    });
  });

const cellsOf = (board: Board, today: Day, contacts: Contacts) => [
  <>
    <a class="govuk-link" href={`/boards/${board.id}`}>
      {board.name}
    </a>
    <span class="tracker-under">
      <a class="govuk-link" href={listHref({ board: board.id })}>
        Recommendations<span class="govuk-visually-hidden">{` of ${board.name}`}</span>
      </a>
    </span>
  </>,
  inWordsOr('None', board.chairId, contacts),
  <span class="tracker-one-line">{nextMeetingInWords(board, today)}</span>,
  <a class="govuk-link" href={paperHref(board)}>
    Paper
    <span class="govuk-visually-hidden">{` of ${board.name}`}</span>
  </a>,
];

/** A meeting counts as the next until the end of its day. */
export function nextMeetingInWords(board: Board, today: Day): string {
  const on = nextMeeting(board, addDays(today, -1));
  if (!on) return 'None entered';
  return on === today ? `Today, ${inWordsWithWeekday(on)}` : inWordsWithWeekday(on);
}
