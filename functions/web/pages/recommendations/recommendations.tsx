import { type Context, Hono } from 'hono';
import { type PageOf, pageOf } from '../../../../shared/domain/page-of.ts';
import type { RowOnDay } from '../../../../shared/domain/row-on-day.ts';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { summaryOf } from '../../forms/field-errors.ts';
import { type AskedOfList, filterFields, queryOf, readAsked } from '../../forms/filter-form.ts';
import { gatherList, type Listed, rowsOnPage } from '../../gather-list.ts';
import { type Site, show } from '../site.tsx';
import { ChosenFilters, chosenFilters } from './chosen-filters.tsx';
import { filterChoices } from './filter-choices.ts';
import { FilterForm } from './filter-form.tsx';
import { FoundTable } from './found-table.tsx';
import { counted, shownInWords } from './found-words.ts';
import { listHref } from './list-href.ts';
import { NothingFound } from './nothing-found.tsx';
import { ByStanding } from './open-or-not.tsx';
import { WithThese } from './with-these.tsx';

/**
 * Every recommendation, narrowed by what the address asks for. The address of a form is led on to the shortest that asks for the same, so
 * that a list has one address.
 */
export const recommendationsPages = (site: Site): Hono =>
  new Hono().get('/recommendations', async (c) => {
    const { search } = new URL(c.req.url);
    const asked = readAsked(new URLSearchParams(search));
    const isWrong = Object.keys(asked.problems).length > 0;
    const shortest = queryOf(asked.filter, asked.page);
    if (!isWrong && search !== shortest) return c.redirect(`/recommendations${shortest}`, 303);
    const listed = await gatherList(site, asked.filter);
    return showList(c, site, asked, listed);
  });

function showList(c: Context, site: Site, asked: AskedOfList, listed: Listed) {
  const page = pageOf(listed.found, asked.page, rowsOnPage);
  const problems = summaryOf(asked.problems, filterFields);
  return show(
    c,
    site,
    {
      title: page.page > 1 ? `Recommendations, page ${page.page} of ${page.pages}` : 'Recommendations',
      current: '/recommendations',
      hasErrors: problems.length > 0,
      children: (
        <>
          <ErrorSummary
            errors={problems}
            description={problems.length > 0 ? 'This was left out of what is shown:' : undefined}
          />
          <h1 class="govuk-heading-l">Recommendations</h1>
          <List site={site} asked={asked} listed={listed} page={page} />
        </>
      ),
    },
    problems.length > 0 ? 422 : 200,
  );
}

type Shown = { site: Site; asked: AskedOfList; listed: Listed; page: PageOf<RowOnDay> };

const List = ({ site, asked, listed, page }: Shown) => {
  const { filter } = asked;
  const chosen = chosenFilters(filter, listed);
  return (
    <>
      <FilterForm asked={asked} choices={filterChoices(listed, filter)} byStanding={listed.byStanding} />
      <ChosenFilters chosen={chosen} filter={filter} />
      <ByStanding filter={filter} byStanding={listed.byStanding} />
      {page.total === 0 ? (
        <NothingFound filter={filter} chosen={chosen} listed={listed} />
      ) : (
        <>
          <FoundTable caption={shownInWords(page, filter)} {...listed} found={page.items} />
          <Pages filter={filter} page={page} />
          <WithThese filter={filter} total={page.total} serviceUrl={site.serviceUrl} />
        </>
      )}
    </>
  );
};

const Pages = ({
  filter,
  page: { page, pages },
}: Pick<AskedOfList, 'filter'> & { page: PageOf<RowOnDay> }) => {
  const linkTo = (to: number) =>
    to >= 1 && to <= pages
      ? { href: listHref(filter, to), label: `Page ${counted(to)} of ${counted(pages)}` }
      : undefined;
  return <Pagination previous={linkTo(page - 1)} next={linkTo(page + 1)} />;
};
