import type { Day } from '../../../../shared/domain/day.ts';
import type { Pressed } from '../../../../shared/domain/pressing.ts';
import { pressingWords } from '../../../../shared/domain/pressing-words.ts';
import { figure } from '../../components/line-plot.tsx';
import { Table } from '../../components/table.tsx';
import { allOfGroupPath } from './group-path.ts';
import { cellsOf, columns, type LineNames } from './pressing-line.tsx';

/** One group: how many there are, the first few of them, and where the others are. */
export const GroupSection = (props: Pressed & { names: LineNames; today: Day }) => {
  const { group, count, first, names, today } = props;
  return (
    <section class="tracker-attention" id={group}>
      <Table
        caption={`${pressingWords[group].long} (${figure(count)})`}
        captionSize="m"
        firstCellIsHeader
        columns={columns}
        rows={first.map((each) => cellsOf(group, each, names, today))}
      />
      {count > first.length && (
        <p class="govuk-body tracker-see-all">
          <a class="govuk-link" href={allOfGroupPath(group)}>
            {`See all ${figure(count)}`}
            <span class="govuk-visually-hidden">{`of ${pressingWords[group].short}`}</span>
          </a>
        </p>
      )}
    </section>
  );
};
