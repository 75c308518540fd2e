import { type Context, Hono } from 'hono';
import { type ListImport, type OverdueWay, overdueWays } from '../../../../shared/domain/list-import.ts';
import { isRefusal, type Refusal } from '../../../../shared/domain/refusal.ts';
import { readForm } from '../../forms/posted-form.ts';
import { confirmList, findList, linesOfList, workOnList } from '../../moves/list/work-on-list.ts';
import { statusOf } from '../../refused.ts';
import { showRefusal } from '../notice-page.tsx';
import { deskAt } from '../seen.tsx';
import { type Site, show } from '../site.tsx';
import { ListReport } from './list-report.tsx';

const address = '/lists/:listId';

/**
 * One list on its way in. While it is checked or taken in, each look at its page works through the next part and shows how far it is, and the
 * page asks again by itself; closed and opened again, it goes on where it was. What it does was confirmed by a POST; looking only carries it on.
 */
export const listPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const list = await findList(site.table, c.req.param('listId'));
      if (isRefusal(list)) return showRefusal(c, site, list, toLists);
      await workOnList(site.desk, list);
      const now = await findList(site.table, list.id);
      return isRefusal(now) ? showRefusal(c, site, now, toLists) : showList(c, site, now);
    })
    .post(address, async (c) => {
      const list = await findList(site.table, c.req.param('listId'));
      if (isRefusal(list)) return showRefusal(c, site, list, toLists);
      const refused = await confirmList(deskAt(c, site), list, wayOf((await readForm(c)).get('overdue')));
      return refused ? showList(c, site, list, refused) : c.redirect(`/lists/${list.id}`, 303);
    });

const toLists = { text: 'See all lists', href: '/lists' };

const wayOf = (typed: string): OverdueWay | undefined =>
  Object.hasOwn(overdueWays, typed) ? (typed as OverdueWay) : undefined;

async function showList(c: Context, site: Site, list: ListImport, refused?: Refusal) {
  const isUnderWay = list.stage === 'checking' || list.stage === 'taking-in';
  const title = {
    checking: 'Checking the list',
    checked: 'Check the list',
    'taking-in': 'Taking in the list',
    done: 'The list was taken in',
  }[list.stage];
  return show(
    c,
    site,
    {
      title,
      current: '/cases',
      breadcrumbs: [
        { text: 'Cases', href: '/cases' },
        { text: 'Lists', href: '/lists' },
        { text: list.name },
      ],
      hasErrors: refused !== undefined,
      refreshAfter: isUnderWay ? 1 : undefined,
      children: isUnderWay ? (
        <Progress title={title} list={list} />
      ) : (
        <ListReport
          site={site}
          title={title}
          list={list}
          lines={await linesOfList(site.table, list)}
          error={refused?.message}
        />
      ),
    },
    refused ? statusOf(refused) : 200,
  );
}

const Progress = ({ title, list }: { title: string; list: ListImport }) => (
  <>
    <span class="govuk-caption-l">{list.name}</span>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body" role="status">
      {`${list.done} of ${list.parts} parts are done.`}
    </p>
    <progress class="tracker-progress" value={list.done} max={list.parts} aria-label={title} />
    <p class="govuk-body">
      This page goes on by itself. You can close it: it goes on from here when it is opened again.{' '}
      <a class="govuk-link" href={`/lists/${list.id}`}>
        Go on now
      </a>
    </p>
  </>
);
