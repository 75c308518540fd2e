import type { Hono } from 'hono';
import { createWeb } from '../../functions/web/app.tsx';
import type { Table } from '../../shared/store/table.ts';
import type { Requests } from '../support/counted-requests.ts';
import { morningOf } from '../support/sample-records.ts';
import { webDeps } from '../support/web-deps.ts';
import { today } from './entries.ts';
import type { Seeded } from './seed.ts';

/** A page to be looked at: its name, and its address the first time, the second time, … */
export type Looked = { name: string; path(turn: number): string };

/** How long a page took (milliseconds), how many bytes it had at most, and what it asked of the database each time. */
export type Measured = {
  name: string;
  p50: number;
  p95: number;
  max: number;
  bytes: number;
  requests: number;
  items: number;
};

/** The pages of a tracker on the day of the seeds, as a process that has just started has them. */
export function pagesOn(table: Table): Hono {
  return createWeb(webDeps(table, morningOf(today)));
}

/** The pages that are looked at every day. Of the case and the recommendation another one each time. */
export function everydayPages({ cases }: Seeded): Looked[] {
  const caseOf = (turn: number) => cases[(turn * 37) % cases.length]!.id;
  const largest = cases.reduce((most, each) => (each.recommendations > most.recommendations ? each : most));
  const list = (query: string) => () => `/recommendations${query}`;
  return [
    { name: 'Home', path: () => '/' },
    { name: 'List', path: list('') },
    { name: 'List, one board, lapsed', path: list('?standing=lapsed&board=board-1') },
    { name: 'List, one owner, due first', path: list('?owner=owner-7&sort=due') },
    { name: 'List, everything, page 9', path: list('?standing=all&sort=made&page=9') },
    { name: 'List, two words searched', path: list('?search=custody+training') },
    { name: 'Case', path: (turn) => `/cases/${caseOf(turn)}` },
    { name: 'Case with most recommendations', path: () => `/cases/${largest.id}` },
    { name: 'Recommendation', path: (turn) => `/cases/${caseOf(turn)}/recommendations/1` },
  ];
}

/** Looks at a page so many times, one after the other, after ten that do not count. Throws where it is not there. */
export async function measure(
  app: Hono,
  requests: { take(): Requests },
  { name, path }: Looked,
  times: number,
): Promise<Measured> {
  const took: number[] = [];
  let bytes = 0;
  for (let turn = -10; turn < times; turn++) {
    if (turn === 0) requests.take();
    const began = performance.now();
    const html = await answer(app, path(Math.abs(turn)));
    if (turn < 0) continue;
    took.push(performance.now() - began);
    bytes = Math.max(bytes, Buffer.byteLength(html));
  }
  const asked = requests.take();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.ceil(share * took.length) - 1]!;
  const figures = { p50: at(0.5), p95: at(0.95), max: at(1) };
  return { name, ...figures, bytes, requests: asked.count / times, items: asked.items / times };
}

/** The page at an address, whole. */
export async function answer(app: Hono, path: string): Promise<string> {
  const response = await app.request(`http://tracker.example${path}`);
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return html;
}
