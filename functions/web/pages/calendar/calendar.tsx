import { Hono } from 'hono';
import {
  addDays,
  addMonths,
  type Day,
  inWords,
  inWordsWithWeekday,
  isAfter,
} from '../../../../shared/domain/day.ts';
import { forecastOf } from '../../../../shared/domain/forecast.ts';
import type { Row } from '../../../../shared/domain/row.ts';
import { today as todayOf } from '../../../../shared/runtime/clock.ts';
import { listContacts } from '../../../../shared/store/lists.ts';
import { readCalendar } from '../../../../shared/store/stage-plans.ts';
import { Pagination } from '../../components/pagination.tsx';
import { boardsInSight } from '../../gate/in-sight.ts';
import { type Site, show } from '../site.tsx';
import { peopleAhead, remindersUntil } from './ahead.ts';
import { CalendarFilter } from './calendar-filter.tsx';
import { type CalendarQuery, calendarPath, furthest, lastDayOf, readQuery } from './calendar-query.ts';
import { foldedAt } from './folding.ts';
import { ForecastTable } from './forecast-table.tsx';
import { WeekSection } from './week-section.tsx';

/** What comes: day by day what opens, falls due and becomes late, which boards meet, and what is mailed to whom. */
export const calendarPages = (site: Site): Hono =>
  new Hono().get('/calendar', async (c) => {
    const today = todayOf(site.clock);
    const query = readQuery((name) => c.req.query(name), today);
    const { weeks, boards, contacts } = await lookAhead(site, query);
    const until = lastDayOf(query);
    const hasAny = weeks.some(({ days }) => days.length > 0);
    const most = foldedAt(weeks);
    return show(c, site, {
      title: 'Calendar',
      current: '/calendar',
      children: (
        <>
          <span class="govuk-caption-l">{spanOf(query.from, until)}</span>
          <h1 class="govuk-heading-l">Calendar</h1>
          <CalendarFilter query={query} today={today} boards={boards} contacts={contacts} />
          {hasAny ? (
            <>
              {weeks.length > 1 && <ForecastTable weeks={weeks} />}
              {weeks.map((week) => (
                <WeekSection week={week} today={today} most={most} query={query} />
              ))}
            </>
          ) : (
            <p class="govuk-body">{nothing(query)}</p>
          )}
          <Pagination name="Earlier and later days" {...steps(query, today)} />
        </>
      ),
    });
  });

async function lookAhead(site: Site, query: CalendarQuery) {
  const { table, holidays, catalogue } = site;
  const [all, calendar, boards, contacts] = await Promise.all([
    catalogue.rows(),
    readCalendar(table, holidays),
    boardsInSight(site),
    listContacts(table),
  ]);
  const rows = all.filter((row) => isAsked(row, query));
  const until = lastDayOf(query);
  const weeks = forecastOf(rows, query.from, until, {
    boards: boards.filter(({ id }) => meets(id, rows, query)),
    peopleOf: await peopleAhead(table, rows),
    remindersOf: (duty) => remindersUntil(duty, until, calendar),
  });
  return { weeks, boards, contacts };
}

const isAsked = ({ ownerId, boardId }: Row, { owner, board }: CalendarQuery): boolean =>
  (owner === undefined || owner === ownerId) && (board === undefined || board === boardId);

// Of an owner only the boards that see to something of theirs.
const meets = (id: string, rows: readonly Row[], { owner, board }: CalendarQuery): boolean =>
  board === undefined ? owner === undefined || rows.some(({ boardId }) => boardId === id) : board === id;

const spanOf = (from: Day, until: Day): string =>
  from === until ? inWordsWithWeekday(from) : `${inWordsWithWeekday(from)} to ${inWordsWithWeekday(until)}`;

const nothing = ({ owner, board, days }: CalendarQuery): string =>
  owner || board
    ? 'Nothing comes up in this time for what you chose. Choose another board or owner, or all of them.'
    : days === 1
      ? 'Nothing comes up on this day.'
      : 'Nothing comes up in this time. What is recorded with a date is shown here as soon as it is saved.';

function steps(query: CalendarQuery, today: Day) {
  const to = (from: Day) => ({ ...query, from });
  const before = addDays(query.from, -query.days);
  const next = addDays(query.from, query.days);
  return {
    previous: isAfter(query.from, today)
      ? { href: calendarPath(to(isAfter(today, before) ? today : before)), text: 'Earlier' }
      : undefined,
    next: isAfter(next, addMonths(today, furthest))
      ? undefined
      : { href: calendarPath(to(next)), text: 'Later', label: `From ${inWords(next)}` },
  };
}
