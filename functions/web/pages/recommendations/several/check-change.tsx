import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { refOf } from '../../../../../shared/domain/link.ts';
import type { Row } from '../../../../../shared/domain/row.ts';
import { Button } from '../../../components/button.tsx';
import { SummaryList } from '../../../components/summary-list.tsx';
import { Table } from '../../../components/table.tsx';
import { FormProof } from '../../../forms/form-proof.tsx';
import type { Listed } from '../../../gather-list.ts';
import type { Of, Weighed } from '../../../moves/change-many.ts';
import { recommendationHref } from '../../names.ts';
import { type Site, show } from '../../site.tsx';
import { nameOfRow } from '../found-table.tsx';
import { recommendationsCounted } from '../found-words.ts';
import type { Change } from './change.tsx';
import { Carried, type OnItsWay } from './fill-change.tsx';

type Rows = ReadonlyMap<string, Row>;

export const rowsByRef = (rows: readonly Row[]): Rows => new Map(rows.map((row) => [refOf(row), row]));

/** A recommendation by its name, as a link to its page. */
export const NameOf = ({ of, rows }: { of: Of; rows: Rows }) => {
  const row = rows.get(refOf(of));
  return (
    <>
      <a class="govuk-link" href={recommendationHref(of)}>
        {row ? nameOfRow(row) : refOf(of)}
      </a>
      {row && <span class="tracker-under">{row.addressee}</span>}
    </>
  );
};

/** What would be changed, what would not and why, before anything is. */
export function showCheckChange(
  c: Context,
  site: Site,
  way: OnItsWay,
  listed: Pick<Listed, 'rows' | 'contacts' | 'boards'>,
  weighed: readonly Weighed[],
) {
  const { change, form, action } = way;
  const willBe = weighed.filter(({ refused }) => !refused);
  const wontBe = weighed.filter(({ refused }) => refused);
  const rows = rowsByRef(listed.rows);
  const title = willBe.length > 0 ? 'Check before saving' : 'None of these would be changed';
  return show(c, site, {
    title,
    current: '/recommendations',
    children: (
      <>
        <span class="govuk-caption-l">{change.title}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList rows={change.rows(form, listed)} />
        <WillBe change={change} willBe={willBe} listed={listed} rows={rows} />
        <WontBe wontBe={wontBe} rows={rows} />
        <form method="post" action={action} novalidate>
          <FormProof site={site} />
          <Carried change={change} chosen={weighed} step="check" />
          {change.fields.map(({ name }) => (
            <input type="hidden" name={name} value={form.get(name)} />
          ))}
          <div class="govuk-button-group">
            {willBe.length > 0 && (
              <Button name="do" value="save">{`Save for ${recommendationsCounted(willBe.length)}`}</Button>
            )}
            <Button name="do" value="change" variant="secondary">
              Change
            </Button>
            <a class="govuk-link" href={action}>
              Choose others
            </a>
          </div>
        </form>
      </>
    ),
  });
}

type Looked = { rows: Rows; willBe: readonly Weighed[]; change: Change };

const WillBe = ({
  change,
  willBe,
  listed,
  rows,
}: Looked & { listed: Parameters<typeof showCheckChange>[3] }) =>
  willBe.length === 0 ? null : (
    <Table
      caption={`${recommendationsCounted(willBe.length)} will be changed`}
      captionSize="m"
      firstCellIsHeader
      columns={[{ text: 'Recommendation' }, { text: change.now.heading }]}
      rows={willBe.map((of): Child[] => {
        const row = rows.get(refOf(of));
        return [<NameOf of={of} rows={rows} />, row ? change.now.of(row, listed) : ''];
      })}
    />
  );

const WontBe = ({ wontBe, rows }: { wontBe: readonly Weighed[]; rows: Rows }) =>
  wontBe.length === 0 ? null : (
    <Table
      caption={`${recommendationsCounted(wontBe.length)} will stay as ${wontBe.length === 1 ? 'it is' : 'they are'}`}
      captionSize="m"
      firstCellIsHeader
      columns={[{ text: 'Recommendation' }, { text: 'Why' }]}
      rows={wontBe.map((of): Child[] => [<NameOf of={of} rows={rows} />, of.refused?.message])}
    />
  );
