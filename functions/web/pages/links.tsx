import { Hono } from 'hono';
import { inWords } from '../../../shared/domain/day.ts';
import {
  type Link,
  type LinkTarget,
  linkKinds,
  linkTarget,
  recommendationOf,
} from '../../../shared/domain/link.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { everyStanding } from '../../../shared/domain/row-filter.ts';
import { recommendationKey } from '../../../shared/store/keys.ts';
import { readMany } from '../../../shared/store/read.ts';
import { Table } from '../components/table.tsx';
import { linkedInSight } from '../gate/in-sight.ts';
import { LongText } from './long-text.tsx';
import { type Cases, casesNamed, recommendationHref } from './names.ts';
import { showNotFound } from './notice-page.tsx';
import { listHref } from './recommendations/list-href.ts';
import { type Site, show } from './site.tsx';

/** Everything that is linked to one risk, action plan or recommendation. */
export const linksPages = (site: Site): Hono =>
  new Hono().get('/links', async (c) => {
    const asked = linkTarget.safeParse({ kind: c.req.query('kind'), ref: c.req.query('ref') });
    if (!asked.success) return showNotFound(c, site);
    const links = await linkedInSight(site, asked.data);
    const [recommendations, cases] = await Promise.all([
      readMany(site.table, 'recommendation', links.map(recommendationKey)),
      casesNamed(site.table, [...new Set(links.map(({ caseId }) => caseId))]),
    ]);
    const title = `${linkKinds[asked.data.kind]}: ${asked.data.ref}`;
    return show(c, site, {
      title,
      current: '/cases',
      breadcrumbs: [{ text: 'Cases', href: '/cases' }, { text: title }],
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <ToIt target={asked.data} />
          {links.length === 0 ? (
            <p class="govuk-body">Nothing is linked to it.</p>
          ) : (
            <Table
              caption="Recommendations linked to it"
              captionSize="m"
              columns={[{ text: 'Recommendation' }, { text: 'What was recommended' }, { text: 'Linked' }]}
              rows={links.map((each) => cellsOf(each, recommendations, cases))}
            />
          )}
          {links.length > 0 && (
            <p class="govuk-body">
              <a
                class="govuk-link"
                href={listHref({ linked: asked.data.kind, ref: asked.data.ref, standing: [everyStanding] })}
              >
                See where they stand, in the list of recommendations
              </a>
            </p>
          )}
        </>
      ),
    });
  });

const ToIt = ({ target: { kind, ref } }: { target: LinkTarget }) => {
  const named = kind === 'same-as' && recommendationOf(ref);
  return named ? (
    <p class="govuk-body">
      <a class="govuk-link" href={recommendationHref(named)}>
        See this recommendation
      </a>
    </p>
  ) : null;
};

const cellsOf = (link: Link, recommendations: readonly Recommendation[], cases: Cases) => {
  const { caseId, number } = link;
  const of = recommendations.find((each) => each.caseId === caseId && each.number === number);
  return [
    <>
      <a class="govuk-link" href={recommendationHref(link)}>
        {`${cases.get(caseId)?.reference ?? caseId} recommendation ${number}`}
      </a>
      <span class="tracker-under">{of?.addressee}</span>
    </>,
    <LongText text={of?.text ?? ''} />,
    <>
      {inWords(link.on)}
      {link.note && <span class="tracker-under">{link.note}</span>}
    </>,
  ];
};
