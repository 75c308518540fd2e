import { type Refusal, refuse } from '../../domain/refusal.ts';

/** Longest list that is read, in characters, in lines and in columns: a form offers every column once for each of our fields. */
const longestList = 20_000_000;
const mostRows = 50_000;
const mostColumns = 200;

/** One row of a list: the line of the file it begins on, counted from 1, and its cells. */
export type Row = { line: number; cells: string[] };

export type Rows = { header: string[]; rows: Row[] };

/**
 * The rows of a comma-separated file (RFC 4180), whose lines may end in any of the three ways. Empty lines do not count. What is no such
 * file is refused; never throws. Each character is looked at once, so that no file can hold it up (docs/decisions/0020).
 */
export function csvRows(text: string): Rows | Refusal {
  if (text.length > longestList) return tooLong('20,000,000 characters');
  const rows: Row[] = [];
  for (const row of rowsIn(text)) {
    if (typeof row === 'number') return notCsv(row);
    if (row.cells.every((cell) => cell === '')) continue;
    if (rows.length > mostRows) return tooLong('50,000 lines');
    rows.push(row);
  }
  const [header, ...others] = rows;
  if (!header) return refuse('empty-list', 'The list is empty', 'file');
  if (header.cells.length > mostColumns) return tooLong('200 columns');
  return { header: header.cells.map((cell) => cell.trim()), rows: others };
}

const tooLong = (most: string) => refuse('too-long', `The list must have ${most} or fewer`, 'file');

const notCsv = (line: number) =>
  refuse(
    'not-csv',
    `The list is not a comma-separated file: a quotation mark is out of place in line ${line}`,
    'file',
  );

const plain = /[^",\r\n]*/y;
const lineEnd = /\r\n|\r|\n/g;

/** The rows one after the other, or the line in which a quotation mark is out of place. */
function* rowsIn(text: string): Generator<Row | number> {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let row: Row = { line, cells: [] };
  while (at < text.length || row.cells.length > 0) {
    const cell = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at);
    const next = cell && text[cell.end];
    if (!cell || (next !== undefined && !',\r\n'.includes(next))) return yield line;
    row.cells.push(cell.value);
    line += cell.lines;
    at = cell.end + (next === '\r' && text[cell.end + 1] === '\n' ? 2 : 1);
    if (next === ',') continue;
    yield row;
    line += 1;
    row = { line, cells: [] };
  }
}

type Cell = { value: string; end: number; lines: number };

function plainAt(text: string, at: number): Cell {
  plain.lastIndex = at;
  const value = plain.exec(text)![0];
  return { value, end: at + value.length, lines: 0 };
}

function quotedAt(text: string, at: number): Cell | undefined {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return undefined;
  const value = text.slice(at + 1, close).replaceAll('""', '"');
  return { value, end: close + 1, lines: value.match(lineEnd)?.length ?? 0 };
}
