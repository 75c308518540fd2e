import { type FigureGroup, figureGroups } from '../../../../shared/domain/board-figure-words.ts';
import { figuresOf } from '../../../../shared/domain/board-figures.ts';
import type { PaperFigures } from '../../../../shared/domain/board-paper.ts';
import { type Day, inWords } from '../../../../shared/domain/day.ts';
import { Table } from '../../components/table.tsx';
import { paperHref } from './paper-names.ts';
import type { PaperRead } from './read-paper.ts';

type Counted = { counted: PaperFigures; asAt: Day };

/** Section 4: every figure, as at the day and as at the last meeting, each with what it counts in one sentence. */
export const Performance = ({ counted, asAt }: Counted) => (
  <>
    <h2 class="govuk-heading-m">4. Performance</h2>
    <table class="govuk-table tracker-table tracker-paper-figures">
      <caption class="govuk-table__caption govuk-visually-hidden">The figures and what each counts</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            What is counted
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            {inWords(asAt)}
          </th>
          {counted.before && (
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {`Last meeting, ${inWords(counted.before.on)}`}
            </th>
          )}
        </tr>
      </thead>
      {figureGroups(counted).map((group) => (
        <Group group={group} counted={counted} asAt={asAt} />
      ))}
    </table>
  </>
);

const Group = ({ group: { heading, lines }, counted, asAt }: Counted & { group: FigureGroup }) => (
  <tbody class="govuk-table__body">
    <tr class="govuk-table__row tracker-paper-figures__group">
      <th scope="rowgroup" class="govuk-table__header" colspan={counted.before ? 3 : 2}>
        {heading}
      </th>
    </tr>
    {lines.map(({ name, value, means }) => (
      <tr class="govuk-table__row">
        <th scope="row" class="govuk-table__header">
          {name}
          <span class="tracker-under">{means}</span>
        </th>
        <td class="govuk-table__cell govuk-table__cell--numeric" data-label={inWords(asAt)}>
          {value(counted.figures)}
        </td>
        {counted.before && (
          <td class="govuk-table__cell govuk-table__cell--numeric" data-label="Last meeting">
            {value(counted.before.figures)}
          </td>
        )}
      </tr>
    ))}
  </tbody>
);

/** In a paper of all boards: how each stands, in one line, with the way to its own paper. */
export const EachBoard = ({ read, asAt }: { read: PaperRead; asAt: Day }) => {
  const named = [...read.boards.values()].map((board) => ({ board, name: board.name, id: board.id }));
  const without = { board: undefined, name: 'No board', id: undefined };
  const since = read.counted.period.since.on;
  return (
    <Table
      caption="Each board"
      captionSize="s"
      firstCellIsHeader
      columns={[
        { text: 'Board' },
        { text: 'Open', numeric: true },
        { text: 'Overdue', numeric: true },
        { text: 'Lapsed', numeric: true },
        { text: 'Moved more than once', numeric: true },
      ]}
      rows={[...named, without].map(({ board, name, id }) => {
        const figures = figuresOf(
          read.rows.filter(({ boardId }) => boardId === id),
          asAt,
          since,
        );
        return [
          board ? (
            <a class="govuk-link" href={paperHref(board, asAt)}>
              {name}
            </a>
          ) : (
            name
          ),
          ...[figures.open, figures.overdue, figures.lapsed, figures.movedMore].map(String),
        ];
      })}
    />
  );
};
