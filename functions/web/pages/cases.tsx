import { Hono } from 'hono';
import type { Case } from '../../../shared/domain/case.ts';
import { sources } from '../../../shared/domain/clocks.ts';
import { inWords } from '../../../shared/domain/day.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { Offered } from '../components/may-follow.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { casesInSight } from '../gate/in-sight.ts';
import { type Site, show } from './site.tsx';

const columns = [{ text: 'Case' }, { text: 'Addressed to' }, { text: 'Made on' }, { text: 'Source' }];

/** Every case, the most recently made first. */
export const casesPages = (site: Site): Hono =>
  new Hono().get('/cases', async (c) => {
    const cursor = c.req.query('cursor');
    const { items, next } = await casesInSight(site, cursor);
    return show(c, site, {
      title: 'Cases',
      current: '/cases',
      children: (
        <>
          <h1 class="govuk-heading-l">Cases</h1>
          <div class="govuk-button-group">
            <ButtonLink href="/cases/new">Record a case</ButtonLink>
            <ButtonLink href="/cases/paste" variant="secondary">
              Record a case from the IOPC’s page
            </ButtonLink>
          </div>
          <Offered href="/lists">
            <p class="govuk-body">
              <a class="govuk-link" href="/lists">
                Import or export a list
              </a>
            </p>
          </Offered>
          {items.length > 0 ? (
            <Table
              caption="Cases"
              captionHidden
              firstCellIsHeader
              columns={columns}
              rows={items.map(cellsOf)}
            />
          ) : (
            <p class="govuk-body">No case has been recorded yet.</p>
          )}
          <Pagination
            previous={cursor ? { href: '/cases', text: 'From the beginning' } : undefined}
            next={
              next
                ? {
                    href: `/cases?cursor=${encodeURIComponent(next)}`,
                    text: 'Next',
                    label: 'Cases made earlier',
                  }
                : undefined
            }
          />
        </>
      ),
    });
  });

const cellsOf = (each: Case) => [
  <>
    <a class="govuk-link govuk-!-font-weight-bold" href={`/cases/${each.id}`}>
      {each.reference}
    </a>
    <span class="tracker-under">{each.title}</span>
  </>,
  each.body,
  inWords(each.madeOn),
  sources[each.source],
];
