import { everyStanding, type RowFilter } from '../../../../shared/domain/row-filter.ts';
import type { Standing } from '../../../../shared/domain/standing.ts';
import { classNames } from '../../components/class-names.ts';
import { counted } from './found-words.ts';
import { listHref } from './list-href.ts';

type Counts = Readonly<Record<Standing, number>>;

/** How many a filter finds whatever they stand as. */
export const countedAll = (byStanding: Counts): number =>
  Object.values(byStanding).reduce((sum, each) => sum + each, 0);

/** Open, closed, withdrawn, or all: how many of each the rest of the filter finds, and where they are. */
export const ByStanding = ({ filter, byStanding }: { filter: RowFilter; byStanding: Counts }) => {
  const { closed, withdrawn } = byStanding;
  const all = countedAll(byStanding);
  const ways: { text: string; count: number; standing: RowFilter['standing'] }[] = [
    { text: 'Open', count: all - closed - withdrawn, standing: [] },
    { text: 'Closed', count: closed, standing: ['closed'] },
    { text: 'Withdrawn', count: withdrawn, standing: ['withdrawn'] },
    { text: 'All', count: all, standing: [everyStanding] },
  ];
  const now = filter.standing.join();
  return (
    <nav class="tracker-ways" aria-label="Open, closed or all">
      <ul class="tracker-ways__list">
        {ways.map(({ text, count, standing }) => (
          <li class={classNames('tracker-ways__item', standing.join() === now && 'tracker-ways__item--now')}>
            <a
              class="govuk-link"
              href={listHref({ ...filter, standing })}
              aria-current={standing.join() === now ? 'page' : undefined}
            >
              {`${text} (${counted(count)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
