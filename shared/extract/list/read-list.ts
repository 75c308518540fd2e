import { caseIdOf } from '../../domain/case.ts';
import type { ListEntry, RefusedLine } from '../../domain/list-entry.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { csvRows, type Row } from './csv-rows.ts';
import { type Mapping, mappingAsked, mappingFor } from './mapping.ts';
import { readEntry } from './read-entry.ts';

/** A list as it was read: its lines case by case, in the order of their first lines, and what was refused without looking at any record. */
export type ReadList = {
  mapping: Pick<Mapping, 'name' | 'takes'>;
  groups: ListEntry[][];
  refusedLines: RefusedLine[];
};

/**
 * Reads a comma-separated list: our own export, the public scrape of the IOPC's pages, or any other with a mapping. One bad line refuses
 * itself alone. Never throws.
 *
 * @param asked the mapping that somebody asked for; without it the columns say which it is
 */
export function readList(text: string, asked?: string): ReadList | Refusal {
  const read = csvRows(text);
  if (isRefusal(read)) return read;
  const alike = read.header.find((name, index) => name !== '' && read.header.indexOf(name) !== index);
  if (alike !== undefined) return columnsAlike(alike);
  const mapping = asked === undefined ? mappingFor(read.header) : mappingAsked(asked, read.header);
  if (isRefusal(mapping)) return mapping;
  const groups = new Map<string, ListEntry[]>();
  const refusedLines: RefusedLine[] = [];
  for (const row of read.rows) {
    const entry = entryOf(row, read.header, mapping);
    if ('reasons' in entry) refusedLines.push(entry);
    else {
      const id = caseIdOf(entry.case.reference);
      groups.set(id, [...(groups.get(id) ?? []), entry]);
    }
  }
  const { name, takes } = mapping;
  return { mapping: { name, takes }, groups: [...groups.values()], refusedLines };
}

const columnsAlike = (name: string) =>
  refuse(
    'columns-alike',
    `The list has two columns called “${name.slice(0, 40)}”: rename one of them`,
    'file',
  );

function entryOf({ line, cells }: Row, header: readonly string[], mapping: Mapping): ListEntry | RefusedLine {
  if (cells.length !== header.length) {
    return {
      line,
      reasons: [`The line has ${cells.length} cells and the list has ${header.length} columns`],
    };
  }
  const mapped = mapping.read(new Map(header.map((column, index) => [column, cells[index]!])));
  const entry = Array.isArray(mapped) ? mapped : readEntry(mapped, line);
  if (!Array.isArray(entry)) return entry;
  const reference = Array.isArray(mapped) ? '' : (mapped.reference ?? '').trim().slice(0, 60);
  return { line, reasons: entry, ...(reference ? { reference } : {}) };
}
