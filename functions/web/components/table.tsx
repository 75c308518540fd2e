import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';

export type Column = { text: string; numeric?: boolean };

export type TableProps = {
  caption: string;
  captionSize?: 's' | 'm' | 'l' | 'xl';
  /** The caption is read out but not shown: for a table right under a heading that says the same. */
  captionHidden?: boolean;
  columns: readonly Column[];
  /** One cell for each column. */
  rows: readonly (readonly Child[])[];
  firstCellIsHeader?: boolean;
  small?: boolean;
};

/** On a narrow screen each row becomes a block, every cell under its column's name, so that nothing scrolls sideways. */
export const Table = (props: TableProps) => (
  <table
    class={classNames('govuk-table', props.small && 'govuk-table--small-text-until-tablet', 'tracker-table')}
  >
    <caption
      class={classNames(
        'govuk-table__caption',
        props.captionSize && `govuk-table__caption--${props.captionSize}`,
        props.captionHidden && 'govuk-visually-hidden',
      )}
    >
      {props.caption}
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {props.columns.map((column) => (
          <th
            scope="col"
            class={classNames('govuk-table__header', column.numeric && 'govuk-table__header--numeric')}
          >
            {column.text}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {props.rows.map((cells) => (
        <tr class="govuk-table__row">
          {props.columns.map((column, index) => (
            <Cell column={column} isHeader={props.firstCellIsHeader === true && index === 0}>
              {cells[index]}
            </Cell>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Cell = (props: { column: Column; isHeader: boolean; children: Child }) =>
  props.isHeader ? (
    <th scope="row" class="govuk-table__header">
      {props.children}
    </th>
  ) : (
    <td
      class={classNames('govuk-table__cell', props.column.numeric && 'govuk-table__cell--numeric')}
      data-label={props.column.text}
    >
      {props.children}
    </td>
  );
