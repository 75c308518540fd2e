import { type Cells, columns } from './columns.ts';
import { csvLine } from './csv-line.ts';

/** The first line of a list: the names of its columns. */
export const listHeader = (): string => csvLine(columns);

/** One line of a list. */
export const listLine = (cells: Cells): string => csvLine(columns.map((column) => cells[column] ?? ''));
