import { Hono } from 'hono';
import { inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { pressingOn } from '../../../../shared/domain/pressing.ts';
import { pressingWords } from '../../../../shared/domain/pressing-words.ts';
import { today as todayOf } from '../../../../shared/runtime/clock.ts';
import { figure } from '../../components/line-plot.tsx';
import { Pagination } from '../../components/pagination.tsx';
import { Table } from '../../components/table.tsx';
import { showNotFound } from '../notice-page.tsx';
import { type Site, show } from '../site.tsx';
import { allOfGroupPath, ownLists } from './group-path.ts';
import { cellsOf, columns, namesOf } from './pressing-line.tsx';

const mostOnPage = 50;

/** All of a group that is part of no other list, fifty on a page. */
export const allOfGroupPages = (site: Site): Hono =>
  new Hono().get('/attention/:group', async (c) => {
    const group = ownLists.find((each) => each === c.req.param('group'));
    if (!group) return showNotFound(c, site);
    const today = todayOf(site.clock);
    const page = pageOf(c.req.query('page'));
    const from = (page - 1) * mostOnPage;
    const groups = pressingOn(await site.catalogue.rows(), today, from + mostOnPage);
    const found = groups.find((each) => each.group === group);
    const count = found?.count ?? 0;
    const lines = found?.first.slice(from) ?? [];
    const names = await namesOf(site.table, lines);
    const linkTo = (to: number) =>
      to >= 1 && (to - 1) * mostOnPage < count ? { href: `${allOfGroupPath(group)}?page=${to}` } : undefined;
    return show(c, site, {
      title: pressingWords[group].long,
      current: '/',
      breadcrumbs: [{ text: 'Home', href: '/' }],
      children: (
        <>
          <span class="govuk-caption-l">{inWordsWithWeekday(today)}</span>
          <h1 class="govuk-heading-l">{pressingWords[group].long}</h1>
          {lines.length > 0 ? (
            <section class="tracker-attention">
              <Table
                caption={`${figure(from + 1)} to ${figure(from + lines.length)} of ${figure(count)}`}
                firstCellIsHeader
                columns={columns}
                rows={lines.map((line) => cellsOf(group, line, names, today))}
              />
            </section>
          ) : (
            <p class="govuk-body">{count === 0 ? 'There are none.' : 'There are no more.'}</p>
          )}
          <Pagination previous={linkTo(page - 1)} next={linkTo(page + 1)} />
        </>
      ),
    });
  });

const pageOf = (typed: string | undefined): number => (/^[1-9]\d?$/.test(typed ?? '') ? Number(typed) : 1);
