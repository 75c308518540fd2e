import { CsvError, parse } from 'csv-parse/sync';
import { type Refusal, refuse } from '../../domain/refusal.ts';

/** Longest list that is read, in characters and in lines. */
const longestList = 20_000_000;
const mostRows = 50_000;

const lineEnd = /\r\n|\r|\n/g;

const options = {
  bom: true,
  raw: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
};

/** One row of a list: the line of the file it begins on, counted from 1, and its cells. */
export type Row = { line: number; cells: string[] };

export type Rows = { header: string[]; rows: Row[] };

/** The rows of a comma-separated file (RFC 4180). Empty lines do not count. What is no such file is refused; never throws. */
export function csvRows(text: string): Rows | Refusal {
  if (text.length > longestList)
    return refuse('too-long', 'The list must be 20,000,000 characters or fewer', 'file');
  let records: { record: string[]; raw: string }[];
  try {
    records = parse(text, options) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` near line ${error.lines}` : '';
    return refuse(
      'not-csv',
      `The list is not a comma-separated file: a quotation mark is out of place${line}`,
      'file',
    );
  }
  let line = 1;
  const rows: Row[] = [];
  for (const { record, raw } of records) {
    if (record.some((cell) => cell !== '')) rows.push({ line, cells: record });
    line += raw.match(lineEnd)?.length ?? 0;
  }
  const [header, ...others] = rows;
  if (!header) return refuse('empty-list', 'The list is empty', 'file');
  if (others.length > mostRows) return refuse('too-long', 'The list must have 50,000 lines or fewer', 'file');
  return { header: header.cells.map((cell) => cell.trim()), rows: others };
}
