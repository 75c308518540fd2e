import type { ListEntry } from '../../../../shared/domain/list-entry.ts';
import {
  type ListedLine,
  type ListImport,
  type ListPart,
  noLines,
} from '../../../../shared/domain/list-import.ts';
import { type Refusal, refuse } from '../../../../shared/domain/refusal.ts';
import type { ReadList } from '../../../../shared/extract/list/read-list.ts';
import { keepImport } from '../../../../shared/store/list-imports.ts';
import type { Desk } from '../desk.ts';

/** What one request works through: few enough cases to answer in a second or two, and a part far below the 400 KB of a record. */
const mostCases = 25;
const mostCharacters = 80_000;
const mostRefused = 200;
const mostLines = 5_000;

/** Keeps a list that somebody sent, in parts, to be checked and then taken in. Nothing of it is recorded yet. */
export async function sendList(desk: Desk, name: string, list: ReadList): Promise<ListImport | Refusal> {
  const lines = list.groups.flat().length + list.refusedLines.length;
  if (lines === 0) return refuse('empty-list', 'The list has no lines under its heading', 'file');
  if (lines > mostLines) return refuse('too-long', 'Send 5,000 lines or fewer at a time', 'file');
  const id = desk.newId();
  const parts = partsOf(id, list);
  if (parts.some((part) => JSON.stringify(part).length > mostCharacters * 2.5)) {
    return refuse(
      'too-long',
      'The lines about one case are too long to take in together: record that case with the form',
      'file',
    );
  }
  const sent: ListImport = {
    id,
    name: name.replace(/[^\p{L}\p{N} ._()-]/gu, '').slice(0, 100) || 'list.csv',
    takes: list.mapping.takes,
    at: desk.clock.now(),
    by: desk.by,
    stage: 'checking',
    parts: parts.length,
    done: 0,
    counts: noLines,
    version: 1,
  };
  await keepImport(desk.table, sent, parts);
  return sent;
}

function partsOf(importId: string, { groups, refusedLines }: ReadList): ListPart[] {
  const refused = refusedLines.map(
    ({ line, reference, reasons }): ListedLine => ({
      line,
      kind: 'refused',
      reasons,
      notes: [],
      ...(reference ? { reference } : {}),
    }),
  );
  const contents = [
    ...packed(groups).map((group) => ({ groups: group, refusedLines: [] })),
    ...chunksOf(refused, mostRefused).map((lines) => ({ groups: [], refusedLines: lines })),
  ];
  return contents.map((content, index) => ({ importId, part: index + 1, ...content }));
}

function packed(groups: readonly ListEntry[][]): ListEntry[][][] {
  const parts: ListEntry[][][] = [];
  let size = 0;
  for (const group of groups) {
    const length = JSON.stringify(group).length;
    const last = parts.at(-1);
    if (last && last.length < mostCases && size + length <= mostCharacters) {
      last.push(group);
      size += length;
    } else {
      parts.push([group]);
      size = length;
    }
  }
  return parts;
}

const chunksOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
