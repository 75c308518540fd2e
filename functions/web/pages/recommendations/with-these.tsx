import type { RowFilter } from '../../../../shared/domain/row-filter.ts';
import { Offered } from '../../components/may-follow.tsx';
import { queryOf } from '../../forms/filter-form.ts';
import { recommendationsCounted } from './found-words.ts';
import { listHref } from './list-href.ts';

type Found = { filter: RowFilter; total: number; serviceUrl: string };

/** What can be done with all that was found: change it, take it out, keep its address. */
export const WithThese = ({ filter, total, serviceUrl }: Found) => (
  <section class="tracker-with-these govuk-!-display-none-print">
    <h2 class="govuk-heading-m">{`With ${total === 1 ? 'this' : 'these'} ${recommendationsCounted(total)}`}</h2>
    <ul class="govuk-list">
      <Offered href="/recommendations/change">
        <li>
          <a class="govuk-link" href={`/recommendations/change${queryOf(filter)}`}>
            Change several at once
          </a>
        </li>
      </Offered>
      <li>
        <a class="govuk-link" href={`/recommendations.csv${queryOf(filter)}`}>
          Download these as CSV
        </a>
      </li>
      <li>
        Link to this list:{' '}
        <a class="govuk-link" href={listHref(filter)}>{`${serviceUrl}${listHref(filter)}`}</a>
        <span class="tracker-under">
          Bookmark it or send it: it finds what answers to these filters on the day it is opened.
        </span>
      </li>
    </ul>
  </section>
);
