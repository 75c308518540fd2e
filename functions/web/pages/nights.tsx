import { Hono } from 'hono';
import { balances, type Night } from '../../../shared/domain/night.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { listNights } from '../../../shared/store/lists.ts';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { type Site, show } from './site.tsx';
import { momentInWords, readYear } from './time-words.ts';

const columns = [
  { text: 'Run' },
  { text: 'Looked at', numeric: true },
  { text: 'Mails planned', numeric: true },
  { text: 'Could not be read or planned', numeric: true },
  { text: 'Accounted for' },
];

/** The statements of the nightly runs, a year at a time. */
export const nightsPages = (site: Site): Hono =>
  new Hono().get('/nights', async (c) => {
    const thisYear = today(site.clock).slice(0, 4);
    const year = readYear(c.req.query('year')) ?? thisYear;
    const { items, next } = await listNights(site.table, year, c.req.query('cursor'));
    return show(c, site, {
      title: `Nights of ${year}`,
      current: '/nights',
      children: (
        <>
          <h1 class="govuk-heading-l">{`Nights of ${year}`}</h1>
          <p class="govuk-body">
            Each run looks for what opens, falls due or is late, plans the mails, and accounts for everything
            it looked at.
          </p>
          {items.length > 0 ? (
            <Table caption="Runs" captionHidden columns={columns} rows={items.map(cellsOf)} />
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
          <Pagination
            name="Years"
            previous={yearLink(Number(year) - 1)}
            next={year < thisYear ? yearLink(Number(year) + 1) : undefined}
          />
        </>
      ),
    });
  });

const yearLink = (year: number) =>
  readYear(String(year)) ? { href: `/nights?year=${year}`, text: String(year) } : undefined;

const cellsOf = (night: Night) => [
  <a class="govuk-link" href={`/nights/${encodeURIComponent(night.id)}`}>
    {momentInWords(night.startedAt)}
  </a>,
  String(night.examined),
  String(night.mails),
  String(night.failed),
  <Verdict night={night} />,
];

const Verdict = ({ night }: { night: Night }) => {
  if (!night.finishedAt) return <Tag colour="red">Not finished</Tag>;
  return balances(night) ? <>Yes</> : <Tag colour="red">No</Tag>;
};
