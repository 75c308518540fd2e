import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { Panel } from '../../../components/panel.tsx';
import { Table } from '../../../components/table.tsx';
import type { Listed } from '../../../gather-list.ts';
import type { Made } from '../../../moves/change-many.ts';
import { type Site, show } from '../../site.tsx';
import { recommendationsCounted } from '../found-words.ts';
import { NameOf, rowsByRef } from './check-change.tsx';
import type { OnItsWay } from './fill-change.tsx';

type Of = { made: readonly Made[]; rows: ReturnType<typeof rowsByRef> };

const nothingChanged = 'Nothing was changed';

const which = (made: readonly Made[], outcome: Made['outcome']) =>
  made.filter((each) => each.outcome === outcome);

/** What was changed, what was so already, and what was refused with what to do about it. */
export function showChangeMade(
  c: Context,
  site: Site,
  { change, action }: OnItsWay,
  listed: Pick<Listed, 'rows'>,
  made: readonly Made[],
) {
  const rows = rowsByRef(listed.rows);
  const changed = which(made, 'made');
  const count = recommendationsCounted(changed.length);
  return show(c, site, {
    title: changed.length > 0 ? `${change.done}: ${count}` : nothingChanged,
    current: '/recommendations',
    children: (
      <>
        {changed.length > 0 ? (
          <>
            <Panel title={change.done}>{count}</Panel>
            <p class="govuk-body">{`It stands in the history of each. ${change.next}`}</p>
          </>
        ) : (
          <h1 class="govuk-heading-l">{nothingChanged}</h1>
        )}
        <NotMade made={made} rows={rows} />
        <AlreadySo made={made} rows={rows} />
        <Changed made={made} rows={rows} />
        <p class="govuk-body">
          <a class="govuk-link" href={action.replace('/recommendations/change', '/recommendations')}>
            Back to the list
          </a>
        </p>
      </>
    ),
  });
}

const NotMade = ({ made, rows }: Of) => {
  const refused = which(made, 'refused');
  return refused.length === 0 ? null : (
    <>
      <Table
        caption={`${recommendationsCounted(refused.length)} not changed`}
        captionSize="m"
        firstCellIsHeader
        columns={[{ text: 'Recommendation' }, { text: 'Why' }]}
        rows={refused.map((of): Child[] => [<NameOf of={of} rows={rows} />, of.refused?.message])}
      />
      <p class="govuk-body">
        Open each of these to see how it is now. What you wanted can be done there, or here again once more.
      </p>
    </>
  );
};

const AlreadySo = ({ made, rows }: Of) => {
  const already = which(made, 'already');
  return already.length === 0 ? null : (
    <Table
      caption={`${recommendationsCounted(already.length)} ${already.length === 1 ? 'was' : 'were'} so already`}
      captionSize="m"
      firstCellIsHeader
      columns={[{ text: 'Recommendation' }, { text: 'Why nothing was done again' }]}
      rows={already.map((of): Child[] => [<NameOf of={of} rows={rows} />, of.refused?.message])}
    />
  );
};

const Changed = ({ made, rows }: Of) => {
  const changed = which(made, 'made');
  return changed.length === 0 ? null : (
    <Table
      caption="What was changed"
      captionSize="m"
      firstCellIsHeader
      columns={[{ text: 'Recommendation' }]}
      rows={changed.map((of): Child[] => [<NameOf of={of} rows={rows} />])}
    />
  );
};
