import { Hono } from 'hono';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { balances } from '../../../shared/domain/night.ts';
import { heldBackByLast } from '../../../shared/mail/night-words.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { type NightsOfDay, nearestYear, nightsByDay } from './nights-by-day.ts';
import { RunLinks } from './run-links.tsx';
import { type Site, show } from './site.tsx';
import { readYear } from './time-words.ts';

const columns = [
  { text: 'Day' },
  { text: 'Runs' },
  { text: 'Mails planned', numeric: true },
  { text: 'Went wrong', numeric: true },
  { text: 'Accounted for' },
];

/** The statements of the nightly runs, a year at a time. */
export const nightsPages = (site: Site): Hono =>
  new Hono().get('/nights', async (c) => {
    const thisYear = today(site.clock).slice(0, 4);
    const year = readYear(c.req.query('year')) ?? thisYear;
    const yearsBefore = yearsFrom(Number(year) - 1, -1);
    const yearsAfter = yearsFrom(Number(year) + 1, 1).filter((each) => each <= thisYear);
    const [{ items, next }, before, after] = await Promise.all([
      nightsByDay(site.table, year, c.req.query('cursor')),
      nearestYear(site.table, yearsBefore),
      nearestYear(site.table, yearsAfter),
    ]);
    return show(c, site, {
      title: `Nights of ${year}`,
      current: '/nights',
      children: (
        <>
          <h1 class="govuk-heading-l">{`Nights of ${year}`}</h1>
          <p class="govuk-body">
            Each run looks for what opens, falls due or is late, plans the mails, and accounts for everything
            it looked at. When people are written to is set by the{' '}
            <a class="govuk-link" href="/settings/stages">
              reminder stages
            </a>
            ;{' '}
            <a class="govuk-link" href="/tonight">
              see what the next run will send
            </a>
            .
          </p>
          {items.length > 0 ? (
            <Table
              caption="Runs by day"
              captionHidden
              firstCellIsHeader
              columns={columns}
              rows={items.map(cellsOf)}
            />
          ) : (
            <p class="govuk-body">No run has been recorded in this year.</p>
          )}
          {next && (
            <Pagination
              name="More of this year"
              next={{
                href: `/nights?year=${year}&cursor=${encodeURIComponent(next)}`,
                text: 'Earlier in this year',
              }}
            />
          )}
          <Pagination name="Years" previous={yearLink(before)} next={yearLink(after)} />
        </>
      ),
    });
  });

/** As far as a tracker that lay still can be behind the year it was woken in. */
const mostYears = 10;

const yearsFrom = (first: number, step: 1 | -1): string[] =>
  Array.from({ length: mostYears }, (_, index) => String(first + step * index)).filter(readYear);

const yearLink = (year: string | undefined) =>
  year === undefined ? undefined : { href: `/nights?year=${year}`, text: year };

const cellsOf = ({ day, nights }: NightsOfDay) => [
  <span class="tracker-one-line">{inWordsWithWeekday(day)}</span>,
  <RunLinks nights={nights} />,
  String(nights.reduce((sum, { mails }) => sum + mails, 0)),
  String(nights.reduce((sum, { failed }) => sum + failed, 0)),
  <Verdict nights={nights} />,
];

const Verdict = ({ nights }: Pick<NightsOfDay, 'nights'>) => {
  if (nights.some(({ finishedAt }) => !finishedAt)) return <Tag colour="red">Not finished</Tag>;
  if (!nights.every(balances)) return <Tag colour="red">Not everything</Tag>;
  const heldBack = heldBackByLast(nights);
  return <>Everything{heldBack && <span class="tracker-under">{heldBack}</span>}</>;
};
