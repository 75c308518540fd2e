import type { Context } from 'hono';
import { refOf } from '../../../../../shared/domain/link.ts';
import { pageOf } from '../../../../../shared/domain/page-of.ts';
import type { Row } from '../../../../../shared/domain/row.ts';
import { Button } from '../../../components/button.tsx';
import type { Choice } from '../../../components/choice.tsx';
import { ErrorSummary } from '../../../components/error-summary.tsx';
import { Label } from '../../../components/label.tsx';
import { Pagination } from '../../../components/pagination.tsx';
import { Radios } from '../../../components/radios.tsx';
import { type FieldErrors, summaryOf } from '../../../forms/field-errors.ts';
import { type AskedOfList, queryOf } from '../../../forms/filter-form.ts';
import { FormProof } from '../../../forms/form-proof.tsx';
import type { PostedForm } from '../../../forms/posted-form.ts';
import { chosenField } from '../../../forms/several-form.ts';
import { type Listed, rowsOnPage } from '../../../gather-list.ts';
import { mostAtOnce, type Of } from '../../../moves/change-many.ts';
import { type Site, show } from '../../site.tsx';
import { FoundTable, nameOfRow } from '../found-table.tsx';
import { counted, recommendationsCounted, shownInWords } from '../found-words.ts';
import { listHref } from '../list-href.ts';
import { changes } from './changes.ts';

export const severalHref = ({ filter, page }: Pick<AskedOfList, 'filter' | 'page'>): string =>
  `/recommendations/change${queryOf(filter, page)}`;

type Asked = { asked: AskedOfList; listed: Listed };
type Filled = { form: PostedForm; errors: FieldErrors; chosen: readonly Of[] };

/** The list with a box to tick in each line, and what is to be done with those that are. */
export function showChooseSeveral(c: Context, site: Site, of: Asked, filled: Filled) {
  const { asked, listed } = of;
  const page = pageOf(listed.found, asked.page, rowsOnPage);
  const problems = summaryOf(filled.errors, [{ name: chosenField }, { name: 'which' }, { name: 'change' }]);
  const ticked = new Set(filled.chosen.map(refOf));
  const linkTo = (to: number) =>
    to >= 1 && to <= page.pages
      ? { href: severalHref({ ...asked, page: to }), label: `Page ${counted(to)} of ${counted(page.pages)}` }
      : undefined;
  const content = (
    <>
      <ErrorSummary errors={problems} />
      <h1 class="govuk-heading-l">Change several at once</h1>
      <p class="govuk-body">
        Tick what to change on this page, or choose everything that was found. Nothing is changed before you
        have looked at what would be.
      </p>
      <form method="post" action={severalHref(asked)} novalidate>
        <FormProof site={site} />
        <input type="hidden" name="step" value="choose" />
        <FoundTable
          {...listed}
          caption={shownInWords(page, asked.filter)}
          found={page.items}
          choose={(row) => (
            <Tick row={row} isFirst={row === page.items[0]?.row} ticked={ticked.has(refOf(row))} />
          )}
        />
        <Pagination previous={linkTo(page.page - 1)} next={linkTo(page.page + 1)} />
        <Questions {...filled} total={page.total} />
        <Button>Continue</Button>
      </form>
    </>
  );
  return show(
    c,
    site,
    {
      title: 'Change several at once',
      current: '/recommendations',
      backLink: { href: listHref(asked.filter, asked.page), text: 'Back to the list' },
      hasErrors: problems.length > 0,
      children: content,
    },
    problems.length > 0 ? 422 : 200,
  );
}

const Tick = ({ row, isFirst, ticked }: { row: Row; isFirst: boolean; ticked: boolean }) => {
  const id = isFirst ? chosenField : `${chosenField}-${row.caseId}-${row.number}`;
  return (
    <div class="govuk-checkboxes govuk-checkboxes--small tracker-tick">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={chosenField}
          type="checkbox"
          value={refOf(row)}
          checked={ticked}
        />
        <Label for={id} class="govuk-checkboxes__label">
          <span class="govuk-visually-hidden">{`Choose ${nameOfRow(row)}`}</span>
        </Label>
      </div>
    </div>
  );
};

function whichOf(total: number): Choice[] {
  const all = `All ${recommendationsCounted(total)} found`;
  const tooMany = total > mostAtOnce;
  return [
    { value: 'ticked', text: 'Those I have ticked on this page' },
    {
      value: 'all',
      text: all,
      disabled: tooMany,
      ...(tooMany
        ? { hint: `At most ${mostAtOnce} can be changed at once. Use the filters of the list to find fewer.` }
        : {}),
    },
  ];
}

const Questions = ({ form, errors, total }: Filled & { total: number }) => (
  <>
    <Radios
      name="which"
      legend="Which are changed?"
      legendSize="s"
      items={whichOf(total)}
      value={form.get('which') || 'ticked'}
      error={errors.which?.message}
    />
    <Radios
      name="change"
      legend="What is done with them?"
      legendSize="s"
      items={Object.entries(changes).map(([value, { asks }]) => ({ value, text: asks }))}
      value={form.get('change')}
      error={errors.change?.message}
    />
  </>
);
