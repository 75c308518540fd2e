import { everyStanding, type RowFilter } from '../../../../shared/domain/row-filter.ts';
import { ButtonLink } from '../../components/button-link.tsx';
import type { Listed } from '../../gather-list.ts';
import type { ChosenFilter } from './chosen-filters.tsx';
import { recommendationsCounted } from './found-words.ts';
import { listHref } from './list-href.ts';
import { countedAll } from './open-or-not.tsx';

type Looked = { filter: RowFilter; chosen: readonly ChosenFilter[]; listed: Listed };

/** What to do where nothing is found: each way of asking for less, or the first case where there is none. */
export const NothingFound = ({ filter, chosen, listed }: Looked) => {
  if (listed.rows.length === 0) return <NothingYet />;
  const others = countedAll(listed.byStanding);
  return (
    <>
      <h2 class="govuk-heading-m">No recommendation answers to this</h2>
      <p class="govuk-body">You can:</p>
      <ul class="govuk-list govuk-list--bullet">
        {others > 0 && (
          <li>
            <a class="govuk-link" href={listHref({ ...filter, standing: [everyStanding] })}>
              {`see the ${recommendationsCounted(others)} that ${others === 1 ? 'stands' : 'stand'} as something else`}
            </a>
          </li>
        )}
        {chosen.length > 1 &&
          chosen.map(({ words, without }) => (
            <li>
              <a class="govuk-link" href={listHref(without)}>
                {`look without “${words}”`}
              </a>
            </li>
          ))}
        {filter.search && <li>search for fewer words, or only for how they begin</li>}
        <li>
          <a class="govuk-link" href={listHref()}>
            see everything that is open
          </a>
        </li>
      </ul>
    </>
  );
};

const NothingYet = () => (
  <>
    <p class="govuk-body-l">No recommendation has been recorded yet.</p>
    <p class="govuk-body">Record a case first, then what it recommends.</p>
    <div class="govuk-button-group">
      <ButtonLink href="/cases/paste">Record a case from the IOPC’s page</ButtonLink>
      <ButtonLink href="/lists" variant="secondary">
        Import a list
      </ButtonLink>
    </div>
  </>
);
