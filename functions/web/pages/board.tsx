import { type Context, Hono } from 'hono';
import { type Board, meetingInput } from '../../../shared/domain/board.ts';
import { type Day, isBefore } from '../../../shared/domain/day.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Offered } from '../components/may-follow.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { meetingFields, readMeetingForm } from '../forms/board-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors, summaryOf } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { cancelMeeting, enterMeeting } from '../moves/change-board.ts';
import { statusOf } from '../refused.ts';
import { findBoardAt, toBoards } from './addressed.ts';
import { paperHref } from './board-paper/paper-names.ts';
import { nextMeetingInWords } from './boards.tsx';
import { inWordsOr } from './contact-facts.tsx';
import { AddMeeting, HeldMeetings, Meetings } from './meetings.tsx';
import { contactsNamed } from './names.ts';
import { showRefusal } from './notice-page.tsx';
import { listHref } from './recommendations/list-href.ts';
import { deskAt } from './seen.tsx';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

/** One board: its chair, and the days on which it meets. */
export const boardPages = (site: Site): Hono =>
  new Hono()
    .get('/boards/:id', async (c) => {
      const board = await findBoardAt(site.table, c.req.param('id'));
      if (isRefusal(board)) return showRefusal(c, site, board, toBoards);
      return showBoard(c, site, board, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post('/boards/:id/meetings', async (c) => {
      const board = await findBoardAt(site.table, c.req.param('id'));
      if (isRefusal(board)) return showRefusal(c, site, board, toBoards);
      const form = await readForm(c);
      const { value, errors } = readMeetingForm(form);
      if (errors) return showBoard(c, site, board, { form, errors, status: 422 });
      const entered = await enterMeeting(deskAt(c, site), board.id, value);
      if (isRefusal(entered)) {
        const refused = { form, errors: errorsFromRefusal(entered), status: statusOf(entered) };
        return showBoard(c, site, board, refused);
      }
      return c.redirect(`/boards/${board.id}?saved=meeting`, 303);
    })
    .post('/boards/:id/meetings/remove', async (c) => {
      const board = await findBoardAt(site.table, c.req.param('id'));
      if (isRefusal(board)) return showRefusal(c, site, board, toBoards);
      const posted = meetingInput.safeParse({ on: (await readForm(c)).get('on') });
      const back = { text: 'See the board', href: `/boards/${board.id}` };
      if (!posted.success) return c.redirect(back.href, 303);
      const removed = await cancelMeeting(deskAt(c, site), board.id, posted.data);
      return isRefusal(removed)
        ? showRefusal(c, site, removed, back)
        : c.redirect(`${back.href}?saved=no-meeting`, 303);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: 200 | 404 | 409 | 422 };

async function showBoard(c: Context, site: Site, board: Board, filled: Filled) {
  const today = todayOf(site.clock);
  const contacts = await contactsNamed(site.table, [board.chairId]);
  const problems = summaryOf(filled.errors, meetingFields);
  const facts = [
    { key: 'Chair', value: inWordsOr('None', board.chairId, contacts) },
    { key: 'Next meeting', value: nextMeetingInWords(board, today) },
  ];
  return show(
    c,
    site,
    {
      title: board.name,
      current: '/boards',
      breadcrumbs: [{ text: 'Boards', href: '/boards' }, { text: board.name }],
      hasErrors: problems.length > 0,
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <ErrorSummary errors={problems} />
            <Success of={savedBefore(c)} />
            <h1 class="govuk-heading-l">{board.name}</h1>
            <SummaryList rows={facts} />
            <div class="govuk-button-group">
              <ButtonLink href={paperHref(board)}>Board paper</ButtonLink>
              <ButtonLink href={`/boards/${board.id}/change`} variant="secondary">
                Change the name or the chair
              </ButtonLink>
            </div>
            <MeetingParts site={site} board={board} today={today} {...filled} />
            <p class="govuk-body">
              <a class="govuk-link" href={listHref({ board: board.id })}>
                Recommendations of this board
              </a>
            </p>
            <p class="govuk-body">
              <a class="govuk-link" href={`/boards/${board.id}/history`}>
                History of this board
              </a>
            </p>
          </div>
        </div>
      ),
    },
    filled.status,
  );
}

const MeetingParts = ({
  site,
  board,
  today,
  form,
  errors,
}: Filled & { site: Site; board: Board; today: Day }) => (
  <>
    <h2 class="govuk-heading-m">Meetings to come</h2>
    <Meetings site={site} board={board} days={board.meetings.filter((on) => !isBefore(on, today))} />
    <Offered href={`/boards/${board.id}/change`}>
      <AddMeeting site={site} board={board} form={form} errors={errors} />
    </Offered>
    <HeldMeetings days={board.meetings.filter((on) => isBefore(on, today))} />
  </>
);
