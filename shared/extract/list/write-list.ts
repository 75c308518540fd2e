import { stringify } from 'csv-stringify/sync';
import { type Cells, columns } from './columns.ts';
import { defused } from './formula.ts';

/** The first line of a list: the names of its columns. */
export const listHeader = (): string => csvLine([...columns]);

/** One line of a list (RFC 4180): cells in quotation marks where they need them, lines that end in CR LF, and nothing that a spreadsheet runs. */
export const listLine = (cells: Cells): string =>
  csvLine(columns.map((column) => defused(cells[column] ?? '')));

// A line end of any kind needs quotation marks, not only the one that ends our lines.
const csvLine = (cells: string[]): string =>
  stringify([cells], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
