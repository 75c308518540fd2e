import { expect, it } from 'vitest';
import { Pagination } from '../../../../functions/web/components/pagination.tsx';
import { SummaryList } from '../../../../functions/web/components/summary-list.tsx';
import { Table } from '../../../../functions/web/components/table.tsx';

it('a summary list reads an action out as words, not run together', () => {
  const row = {
    key: 'Owner',
    value: 'D Jones',
    actions: [{ text: 'Change', href: '/owner', of: 'owner' }],
  };
  const html = String(<SummaryList rows={[row]} cardTitle="Recommendation 1" />);
  expect(html).toContain('Change<span class="govuk-visually-hidden"> owner (Recommendation 1)</span>');
});

it('a table tells every cell the name of its column, for narrow screens', () => {
  const html = String(<Table caption="Mail" columns={[{ text: 'Sent' }]} rows={[['24 Nov 2020']]} />);
  expect(html).toContain('data-label="Sent">24 Nov 2020<');
});

it('pagination is not there when all is on one page', () => {
  expect(String(<Pagination />)).toBe('');
});
