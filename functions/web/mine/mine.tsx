import { Hono } from 'hono';
import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Standing } from '../../../shared/domain/standing.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { Details } from '../components/details.tsx';
import { StandingTag } from '../components/standing-tag.tsx';
import { Tag } from '../components/tag.tsx';
import { show } from '../pages/site.tsx';
import { whenAsked } from './my-duties.ts';
import { itemHref } from './my-item.ts';
import { type MyRow, myRows } from './my-rows.ts';
import type { OwnerSite } from './owner-site.ts';

const title = 'Your recommendations';

/** Everything that concerns whoever is signed in, the most urgent first. */
export const minePages = (site: OwnerSite): Hono =>
  new Hono().get('/mine', async (c) => {
    const today = todayOf(site.clock);
    const rows = await myRows(site, today);
    return show(c, site, {
      title,
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{inWordsWithWeekday(today)}</span>
            <h1 class="govuk-heading-l">{title}</h1>
            <All rows={rows} today={today} />
          </div>
        </div>
      ),
    });
  });

const asksNothing: readonly Standing[] = ['closed', 'withdrawn', 'not-accepted'];

const All = ({ rows, today }: { rows: readonly MyRow[]; today: Day }) => {
  const open = rows.filter(({ standing }) => !asksNothing.includes(standing));
  const toAct = open.filter(({ mine }) => mine.may === 'act');
  const toRead = open.filter(({ mine }) => mine.may === 'read');
  const finished = rows.filter(({ standing }) => asksNothing.includes(standing));
  return (
    <>
      <p class="govuk-body-l">{inOneSentence(toAct.length)}</p>
      <Items rows={toAct} today={today} />
      {toRead.length > 0 && (
        <>
          <h2 class="govuk-heading-m">For you to know</h2>
          <p class="govuk-body">
            Somebody who reports to you answers for these, or a board that you chair oversees them.
          </p>
          <Items rows={toRead} today={today} />
        </>
      )}
      {finished.length > 0 && (
        <Details summary={`Nothing more is asked (${finished.length})`}>
          <Items rows={finished} today={today} />
        </Details>
      )}
    </>
  );
};

function inOneSentence(count: number): string {
  if (count === 0) return 'Nothing is asked of you now.';
  return count === 1
    ? 'You answer for one recommendation. Choose it to say how it goes.'
    : `You answer for ${count} recommendations, the most urgent first. Choose one to say how it goes.`;
}

const Items = ({ rows, today }: { rows: readonly MyRow[]; today: Day }) =>
  rows.length === 0 ? null : (
    <ul class="tracker-mine">
      {rows.map((each) => (
        <Item {...each} today={today} />
      ))}
    </ul>
  );

const Item = ({ row, standing, first, waits, today }: MyRow & { today: Day }) => (
  <li class="tracker-mine__item">
    <div class="tracker-mine__tags">
      <StandingTag standing={standing} duties={row.duties} />
      {waits && <Tag colour="teal">With the liaison team</Tag>}
    </div>
    <a class="govuk-link tracker-mine__link" href={itemHref(row)}>
      {`${row.reference} recommendation ${row.number}`}
    </a>
    <span class="tracker-under">{row.title}</span>
    <p class="tracker-mine__words">{first?.promise ? `“${first.promise}”` : row.start}</p>
    {first && <When {...whenAsked(first, today)} />}
  </li>
);

const When = ({ date, distance }: ReturnType<typeof whenAsked>) => (
  <p class="tracker-mine__when">
    <strong>{date}</strong>
    {distance && `, ${distance}`}
  </p>
);
