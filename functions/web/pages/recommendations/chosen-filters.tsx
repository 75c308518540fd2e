import { ages } from '../../../../shared/domain/age.ts';
import { sources } from '../../../../shared/domain/clocks.ts';
import { inWords } from '../../../../shared/domain/day.ts';
import { linkKinds } from '../../../../shared/domain/link.ts';
import { ragRule, rags } from '../../../../shared/domain/rag.ts';
import {
  everyStanding,
  nobody,
  none,
  priorities,
  type RowFilter,
  timesMovedAtLeast,
} from '../../../../shared/domain/row-filter.ts';
import { standings } from '../../../../shared/domain/standing.ts';
import type { Listed } from '../../gather-list.ts';
import { listHref } from './list-href.ts';

/** A part of a filter in words, and the filter without it. */
export type ChosenFilter = { words: string; without: RowFilter };

type Part = Exclude<keyof RowFilter, 'standing' | 'sort'>;

const inWordsOf: { [P in Part]: (value: NonNullable<RowFilter[P]>, listed: Listed) => string } = {
  search: (typed) => `Search: ${typed}`,
  case: (id, { rows }) => `Case: ${rows.find(({ caseId }) => caseId === id)?.reference ?? id}`,
  body: (name) => `Addressed to: ${name}`,
  owner: (id, { contacts }) =>
    `Owner: ${id === nobody ? 'nobody' : (contacts.get(id)?.name ?? 'somebody who is not among the contacts')}`,
  board: (id, { boards }) =>
    `Board: ${id === none ? 'none' : (boards.get(id)?.name ?? 'one that is not among the boards')}`,
  source: (source) => `Source: ${sources[source]}`,
  topic: (topic) => `Topic: ${topic}`,
  rag: (rag) => rags[rag],
  age: (age) => ages[age],
  priority: (priority) => `Priority: ${priorities[priority]}`,
  moved: (moved) => `Date moved: ${timesMovedAtLeast[moved]}`,
  linked: (kind) => `Linked to: ${linkKinds[kind]}`,
  ref: (ref) => `Reference of the link: ${ref}`,
  dueFrom: (on) => `Due on or after ${inWords(on)}`,
  dueTo: (on) => `Due on or before ${inWords(on)}`,
};

/** Every part of a filter in words, each with what is asked without it. */
export function chosenFilters(filter: RowFilter, listed: Listed): ChosenFilter[] {
  const chosenStandings = filter.standing.map((standing) => ({
    words: standing === everyStanding ? 'Open, closed and withdrawn' : standings[standing],
    without: { ...filter, standing: filter.standing.filter((each) => each !== standing) },
  }));
  const others = (Object.keys(inWordsOf) as Part[]).flatMap((part) => {
    const words = wordsOf(part, filter, listed);
    return words === undefined ? [] : [{ words, without: { ...filter, [part]: undefined } }];
  });
  return [...chosenStandings, ...others];
}

function wordsOf<P extends Part>(part: P, filter: RowFilter, listed: Listed): string | undefined {
  const value = filter[part];
  return value === undefined ? undefined : inWordsOf[part](value as NonNullable<RowFilter[P]>, listed);
}

/** What the list is narrowed to, each part a link that takes it away. */
export const ChosenFilters = ({ chosen, filter }: { chosen: readonly ChosenFilter[]; filter: RowFilter }) =>
  chosen.length === 0 ? null : (
    <section class="tracker-chosen" aria-label="Filters in use">
      <ul class="tracker-chosen__list">
        {chosen.map(({ words, without }) => (
          <li>
            <a class="tracker-chosen__link" href={listHref(without)}>
              <span class="tracker-chosen__sign" aria-hidden="true">
                ×
              </span>{' '}
              <span class="govuk-visually-hidden">Take away the filter </span>
              {words}
            </a>
          </li>
        ))}
      </ul>
      <a class="govuk-link" href={listHref({ sort: filter.sort })}>
        Clear all
      </a>
      {filter.rag && <p class="govuk-hint govuk-!-margin-bottom-0">{ragRule}</p>}
    </section>
  );
