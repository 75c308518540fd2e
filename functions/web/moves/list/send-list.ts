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

/** What one request works through: few enough lines to answer in a second or two. */
const mostTogether = { groups: 25, refusedLines: 200 };
const heaviestTogether = 100_000;

/**
 * The heaviest part, in bytes, as a record is 400 KB at most. Each line weighs as much more as what will be said of it, so that there is room for
 * that too.
 */
const heaviestPart = 350_000;
const saidOfALine = 1_000;
const mostLines = 5_000;

/** Keeps a list that somebody sent, in parts, to be checked and then taken in. Nothing of it is recorded yet. */
export async function sendList(desk: Desk, name: string, list: ReadList): Promise<ListImport | Refusal> {
  const lines = list.groups.flat().length + list.refusedLines.length;
  if (lines === 0) return refuse('empty-list', 'The list has no lines under its heading', 'file');
  if (lines > mostLines) return refuse('too-long', 'Send 5,000 lines or fewer at a time', 'file');
  const id = desk.newId();
  if (list.groups.some((group) => weightOf(group) > heaviestPart)) {
    return refuse(
      'too-long',
      'The lines about one case are too long to take in together: record that case with the form',
      'file',
    );
  }
  const parts = partsOf(id, list);
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
  return (await keepImport(desk.table, sent, parts, desk.once)) ?? sent;
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
    ...packed(groups, mostTogether.groups).map((together) => ({ groups: together, refusedLines: [] })),
    ...packed(refused, mostTogether.refusedLines).map((lines) => ({ groups: [], refusedLines: lines })),
  ];
  return contents.map((content, index) => ({ importId, part: index + 1, ...content }));
}

/** All of them in order, as many together as are at most so many and not too heavy. */
function packed<T>(all: readonly T[], most: number): T[][] {
  const parts: T[][] = [];
  let weight = 0;
  for (const each of all) {
    const own = weightOf(each);
    const last = parts.at(-1);
    if (last && last.length < most && weight + own <= heaviestTogether) {
      last.push(each);
      weight += own;
    } else {
      parts.push([each]);
      weight = own;
    }
  }
  return parts;
}

// Letters outside the Latin alphabet take up to three bytes each.
const weightOf = (lines: unknown): number =>
  Buffer.byteLength(JSON.stringify(lines)) + (Array.isArray(lines) ? lines.length * saidOfALine : 0);
