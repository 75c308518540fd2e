import { stringify } from 'csv-stringify/sync';
import { defused } from './formula.ts';

/**
 * One line of a file for a spreadsheet (RFC 4180): cells in quotation marks where they need them, a line that ends in CR LF, and nothing
 * that a spreadsheet runs. A line end of any kind needs quotation marks, not only the one that ends our lines.
 */
export const csvLine = (cells: readonly string[]): string =>
  stringify([cells.map(defused)], { record_delimiter: 'windows', quoted_match: /[\r\n]/ });
