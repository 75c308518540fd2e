import { raw } from 'hono/html';
import { describe, expect, it } from 'vitest';
import { BackLink } from '../../../../functions/web/components/back-link.tsx';
import { Breadcrumbs } from '../../../../functions/web/components/breadcrumbs.tsx';
import { Header } from '../../../../functions/web/components/header.tsx';
import { Pagination } from '../../../../functions/web/components/pagination.tsx';
import { ServiceNavigation } from '../../../../functions/web/components/service-navigation.tsx';
import { SummaryCard } from '../../../../functions/web/components/summary-card.tsx';
import { SummaryList } from '../../../../functions/web/components/summary-list.tsx';
import { Table } from '../../../../functions/web/components/table.tsx';
import { example, expectSame, type Options } from './conformance.ts';

const actions = (options: Options) =>
  options?.items.map(({ text, href, visuallyHiddenText }: Options) => ({
    text,
    href,
    of: visuallyHiddenText,
  }));

const rows = (options: Options) =>
  options.rows.map((row: Options) => ({
    key: row.key.text,
    value: row.value.text ?? raw(row.value.html),
    actions: actions(row.actions),
  }));

describe('a summary list has the structure of govuk-frontend', () => {
  it.each(['default', 'with actions', 'with some actions', 'single action with anchor', 'no-border'])(
    '%s',
    (name) => {
      const { options, html } = example('summary-list', name);
      expectSame(<SummaryList rows={rows(options)} noBorder={name === 'no-border'} />, html);
    },
  );

  it.each([
    'as a summary card with a text header',
    'as a summary card with actions',
    'as a summary card with actions plus summary list actions',
    'as a summary card with a custom header level',
    'summary card with only 1 action',
  ])('%s', (name) => {
    const { options, html } = example('summary-list', name);
    const { title } = options.card;
    const ours = (
      <SummaryCard
        title={title.text}
        headingLevel={title.headingLevel}
        actions={actions(options.card.actions)}
      >
        <SummaryList rows={rows(options)} cardTitle={title.text} />
      </SummaryCard>
    );
    expectSame(ours, html);
  });

  it('reads an action out as words, not run together', () => {
    const row = {
      key: 'Owner',
      value: 'D Jones',
      actions: [{ text: 'Change', href: '/owner', of: 'owner' }],
    };
    const html = String(<SummaryList rows={[row]} cardTitle="Recommendation 1" />);
    expect(html).toContain('Change<span class="govuk-visually-hidden"> owner (Recommendation 1)</span>');
  });
});

describe('a table has the structure of govuk-frontend', () => {
  it('with head and caption', () => {
    const { options, html } = example('table', 'with head and caption');
    const ours = (
      <Table
        caption={options.caption}
        captionSize="m"
        firstCellIsHeader
        columns={options.head.map(({ text, format }: Options) => ({ text, numeric: format === 'numeric' }))}
        rows={options.rows.map((cells: Options[]) => cells.map(({ text }) => text))}
      />
    );
    expectSame(ours, html);
  });

  it('tells every cell the name of its column, for narrow screens', () => {
    const html = String(<Table caption="Mail" columns={[{ text: 'Sent' }]} rows={[['24 Nov 2020']]} />);
    expect(html).toContain('data-label="Sent">24 Nov 2020<');
  });
});

describe('ways around have the structure of govuk-frontend', () => {
  it.each([
    'with prev and next only',
    'with prev and next only and labels',
    'with previous only',
    'with next only',
  ])('pagination: %s', (name) => {
    const { options, html } = example('pagination', name);
    const link = (given: Options) => given && { href: given.href, text: given.text, label: given.labelText };
    expectSame(<Pagination previous={link(options.previous)} next={link(options.next)} />, html);
  });

  it('pagination is not there when all is on one page', () => {
    expect(String(<Pagination />)).toBe('');
  });

  it.each(['default', 'with one level', 'with last breadcrumb as current page'])(
    'breadcrumbs: %s',
    (name) => {
      const { options, html } = example('breadcrumbs', name);
      expectSame(<Breadcrumbs items={options.items} />, html);
    },
  );

  it.each(['default', 'with custom text and link'])('back link: %s', (name) => {
    const { options, html } = example('back-link', name);
    expectSame(<BackLink href={options.href ?? '#'} text={options.text} />, html);
  });

  it('generic header', () => {
    const { options, html } = example('generic-header', 'default');
    expectSame(<Header organisation={options.logoText} />, html);
  });

  it.each(['with service name', 'with service name and navigation'])(
    'service navigation: %s, but without the button that needs a script',
    (name) => {
      const { options, html } = example('service-navigation', name);
      const theirs = html.replace(/<button[\s\S]*?<\/button>/, '').replace('href="#/"', 'href="/"');
      expectSame(
        <ServiceNavigation serviceName={options.serviceName} items={options.navigation ?? []} />,
        theirs,
      );
    },
  );
});
