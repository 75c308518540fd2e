import * as z from 'zod';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { type Cells, type Column, columns, neededColumns } from './columns.ts';
import { undefused } from './formula.ts';
import { isScrape, scrapeCells } from './scrape.ts';

/**
 * How the columns of a list become ours. `read` gives our cells for a row by the names of its columns, or why there are none.
 */
export type Mapping = {
  name: string;
  /** What it takes for granted, in words for the report. */
  takes: string;
  read(row: ReadonlyMap<string, string>): Cells | string[];
};

const own: Mapping = {
  name: 'tracker',
  takes: 'The tracker’s own columns',
  read: (row) =>
    Object.fromEntries(columns.map((column) => [column, undefused(row.get(column) ?? '')])) as Cells,
};

const scrape: Mapping = {
  name: 'iopc-scrape',
  takes:
    'A scrape of the IOPC’s pages: the reference is the end of each page’s address, the source is the IOPC, and each was made under paragraph 28A',
  read: scrapeCells,
};

const mappingNames = [own.name, scrape.name];

const columnOrWord = z.union([z.string(), z.strictObject({ always: z.string() })]);
const named = z.partialRecord(z.enum(columns), columnOrWord);

/** The mapping that a list's own columns ask for, or what is missing. */
export function mappingFor(header: readonly string[]): Mapping | Refusal {
  if (isScrape(header)) return scrape;
  const missing = neededColumns.filter((column) => !header.includes(column));
  if (missing.length === 0) return own;
  return refuse(
    'unknown-columns',
    `The list has no column called ${missing.join(' or ')}. Say which of its columns hold them`,
    'file',
  );
}

/**
 * The mapping that somebody asks for: by name, or as JSON that names for each of our columns the list's own, or the word that always holds.
 *
 * @example {"reference":"IOPC ref","madeOn":"Date made","source":{"always":"iopc"},…}
 */
export function mappingAsked(asked: string, header: readonly string[]): Mapping | Refusal {
  const known = [own, scrape].find(({ name }) => name === asked);
  if (known) return known;
  const parsed = named.safeParse(readJson(asked));
  if (!parsed.success) {
    return refuse(
      'invalid-mapping',
      `The mapping must be ${mappingNames.join(', ')} or JSON that names a column for each field: ${z.prettifyError(parsed.error)}`,
      'mapping',
    );
  }
  const chosen = Object.entries(parsed.data) as [Column, z.infer<typeof columnOrWord>][];
  const missing = neededColumns.filter((column) => !parsed.data[column]);
  if (missing.length > 0)
    return refuse('invalid-mapping', `The mapping names nothing for ${missing.join(', ')}`, 'mapping');
  const absent = chosen.find(([, from]) => typeof from === 'string' && !header.includes(from));
  if (absent) return refuse('invalid-mapping', `The list has no column called “${absent[1]}”`, 'mapping');
  const read = (row: ReadonlyMap<string, string>): Cells =>
    Object.fromEntries(
      chosen.map(([column, from]) => [
        column,
        listed(column, typeof from === 'string' ? (row.get(from) ?? '') : from.always),
      ]),
    );
  return { name: 'asked', takes: 'A list whose columns were named one by one', read };
}

// In a spreadsheet several things in a cell are as often parted by semicolons as by lines.
const listed = (column: Column, cell: string): string =>
  column === 'topics' || column === 'linkedBodies' ? cell.replaceAll(';', '\n') : cell;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
