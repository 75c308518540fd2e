import { Hono } from 'hono';
import { type ExceptionKind, exceptionKinds, isSaid } from '../../../shared/domain/exception.ts';
import { allOfKindPath } from '../../../shared/domain/exception-groups.ts';
import { Pagination } from '../components/pagination.tsx';
import { exceptionsInSight } from '../gate/in-sight.ts';
import { ExceptionTable, nameAll } from './exception-list.tsx';
import { showNotFound } from './notice-page.tsx';
import { type Site, show } from './site.tsx';

const mostOnPage = 50;

const isKind = (typed: string | undefined): typed is ExceptionKind =>
  typed !== undefined && Object.hasOwn(exceptionKinds, typed);

// Where some were cleared since, the last page there is stands in for one that is gone.
const pageOf = (typed: string | undefined, last: number): number =>
  /^[1-9]\d{0,5}$/.test(typed ?? '') ? Math.min(Number(typed), last) : 1;

/** Every exception of one kind, the oldest first, fifty on a page. */
export const exceptionsOfKindPages = (site: Site): Hono =>
  new Hono().get('/exceptions', async (c) => {
    const kind = c.req.query('kind');
    if (!isKind(kind)) return showNotFound(c, site);
    const all = (await exceptionsInSight(site)).filter((each) => each.kind === kind);
    const last = Math.max(1, Math.ceil(all.length / mostOnPage));
    const page = pageOf(c.req.query('page'), last);
    const from = (page - 1) * mostOnPage;
    const named = await nameAll(site.table, all.slice(from, from + mostOnPage));
    const range = `${from + 1} to ${from + named.exceptions.length} of ${all.length}`;
    const linkTo = (to: number) =>
      to >= 1 && to <= last ? { href: `${allOfKindPath(kind)}&page=${to}` } : undefined;
    const title = isSaid({ kind }) ? 'Owners wait for your answer' : 'Exceptions';
    return show(c, site, {
      title,
      current: '/',
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          {all.length > 0 ? (
            <section class="tracker-exceptions">
              <ExceptionTable caption={`${exceptionKinds[kind]}: ${range}`} {...named} />
            </section>
          ) : (
            <p class="govuk-body">There are none.</p>
          )}
          <Pagination previous={linkTo(page - 1)} next={linkTo(page + 1)} />
          <p class="govuk-body">
            <a class="govuk-link" href="/">
              See what needs attention
            </a>
          </p>
        </>
      ),
    });
  });
