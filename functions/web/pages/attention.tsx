import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { liaisonTeamId } from '../../../shared/domain/contact.ts';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { listCases, listContacts } from '../../../shared/store/lists.ts';
import { troubleNow } from '../../../shared/store/watch.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { classNames } from '../components/class-names.ts';
import { Pagination } from '../components/pagination.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { type AttentionRow, gatherAttention, groupTitles, type Group as Kind } from './attention-list.ts';
import { Exceptions, openExceptions } from './exception-list.tsx';
import { lastNightLine } from './last-night.tsx';
import { recommendationHref } from './names.ts';
import { RunTrouble } from './run-trouble.tsx';
import { type Site, show } from './site.tsx';
import { Success, savedBefore } from './success.tsx';

/** The first page: what needs somebody today, the most urgent first. */
export const attentionPages = (site: Site): Hono =>
  new Hono().get('/', async (c) => {
    const today = todayOf(site.clock);
    const cursor = c.req.query('cursor');
    const [trouble, { groups, next }, lastNight, open] = await Promise.all([
      troubleNow(site.table, site.clock.now()),
      gatherAttention(site.table, today, cursor),
      lastNightLine(site, today),
      openExceptions(site.table),
    ]);
    const isEmpty = groups.size === 0 && open.count === 0 && !cursor;
    return show(c, site, {
      title: 'Needs attention',
      current: '/',
      children: (
        <>
          <Success of={savedBefore(c)} />
          <span class="govuk-caption-l">{inWordsWithWeekday(today)}</span>
          <h1 class="govuk-heading-l">Needs attention</h1>
          {trouble && <RunTrouble {...trouble} />}
          {isEmpty ? (
            !trouble && (await emptyState(site))
          ) : (
            <Counts groups={groups} exceptions={cursor ? 0 : open.count} />
          )}
          {lastNight}
          {!cursor && <Exceptions {...open} />}
          {[...groups].map(([standing, rows]) => (
            <Group standing={standing} rows={rows} />
          ))}
          <Pagination
            previous={cursor ? { href: '/', text: 'From the beginning' } : undefined}
            next={next ? { href: `/?cursor=${encodeURIComponent(next)}`, text: 'More' } : undefined}
          />
        </>
      ),
    });
  });

type Groups = ReadonlyMap<Kind, readonly AttentionRow[]>;

const Counts = ({ groups, exceptions }: { groups: Groups; exceptions: number }) => (
  <ul class="tracker-counts" aria-label="How much there is of each">
    {exceptions > 0 && (
      <Count href="#exceptions" number={exceptions} words={exceptions === 1 ? 'Exception' : 'Exceptions'} />
    )}
    {[...groups].map(([standing, rows]) => (
      <Count
        href={`#${standing}`}
        number={rows.length}
        words={groupTitles[standing].short}
        late={rows.some(({ isLate }) => isLate)}
      />
    ))}
  </ul>
);

const Count = (props: { href: string; number: number; words: string; late?: boolean }) => (
  <li class={classNames('tracker-counts__item', props.late && 'tracker-counts__item--late')}>
    {props.late && (
      <span class="tracker-counts__sign" aria-hidden="true">
        !
      </span>
    )}
    <a class="govuk-link" href={props.href}>
      <span class="tracker-counts__number">{props.number}</span> {props.words}
    </a>
  </li>
);

const columns = [{ text: 'Recommendation' }, { text: 'When' }, { text: 'Owner' }];

const Group = ({ standing, rows }: { standing: Kind; rows: readonly AttentionRow[] }) => (
  <section class="tracker-attention" id={standing}>
    <Table
      caption={`${groupTitles[standing].long} (${rows.length})`}
      captionSize="m"
      firstCellIsHeader
      columns={columns}
      rows={rows.map(cellsOf)}
    />
  </section>
);

const cellsOf = (row: AttentionRow): Child[] => [
  <>
    <a class="govuk-link govuk-!-font-weight-bold" href={recommendationHref(row)}>
      {`${row.reference} recommendation ${row.number}`}
    </a>
    <span class="tracker-under">{row.title}</span>
    {row.promise && <span class="tracker-under">{`“${row.promise}”`}</span>}
  </>,
  <>
    {row.when.date}
    <span class="tracker-under">{row.when.distance}</span>
  </>,
  row.trouble ? <Tag colour="magenta">{row.trouble}</Tag> : row.owner,
];

async function emptyState({ table }: Site): Promise<Child> {
  const [everyone, { items: cases }] = await Promise.all([listContacts(table), listCases(table)]);
  const contacts = everyone.filter(({ id }) => id !== liaisonTeamId);
  if (contacts.length > 0 && cases.length > 0) {
    return (
      <p class="govuk-body-l">Nothing needs attention today. What comes due is shown here 14 days ahead.</p>
    );
  }
  return (
    <>
      <p class="govuk-body-l">Nothing needs attention, because nothing can be due yet. Do this first:</p>
      <ol class="govuk-list govuk-list--number">
        {contacts.length === 0 && (
          <li>Add the people who own recommendations, so that they can be written to.</li>
        )}
        <li>Record a case, then its recommendations.</li>
      </ol>
      <div class="govuk-button-group">
        {contacts.length === 0 && <ButtonLink href="/contacts/new">Add a contact</ButtonLink>}
        <ButtonLink href="/cases/new" {...(contacts.length === 0 ? { variant: 'secondary' as const } : {})}>
          Record a case
        </ButtonLink>
      </div>
    </>
  );
}
