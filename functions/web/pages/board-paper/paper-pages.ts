import { type Context, Hono } from 'hono';
import type { Board } from '../../../../shared/domain/board.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { today as todayOf } from '../../../../shared/runtime/clock.ts';
import { findBoardAt, toBoards } from '../addressed.ts';
import { showRefusal } from '../notice-page.tsx';
import type { Site } from '../site.tsx';
import { readAsAt } from './paper-as-at.ts';
import { paperCsv } from './paper-csv.ts';
import { paperHref } from './paper-names.ts';
import { showPaper } from './paper-page.tsx';
import { readPaper } from './read-paper.ts';
import { runningHead } from './running-head.ts';

/** The paper of a board as at a day, and that of every board: as a page to read and print, and as lines for a spreadsheet. */
export const boardPaperPages = (site: Site): Hono =>
  new Hono()
    .get('/paper', (c) => page(c, site, undefined))
    .get('/paper.csv', (c) => csv(c, site, undefined))
    .get('/paper.css', (c) => css(c, site, undefined))
    .get('/boards/:id/paper', (c) => withBoard(c, site, page))
    .get('/boards/:id/paper.csv', (c) => withBoard(c, site, csv))
    .get('/boards/:id/paper.css', (c) => withBoard(c, site, css));

type Answer = (c: Context, site: Site, board: Board | undefined) => Promise<Response>;

async function withBoard(c: Context, site: Site, answer: Answer): Promise<Response> {
  const board = await findBoardAt(site.table, c.req.param('id') ?? '');
  return isRefusal(board) ? showRefusal(c, site, board, toBoards) : answer(c, site, board);
}

async function page(c: Context, site: Site, board: Board | undefined): Promise<Response> {
  const today = todayOf(site.clock);
  const asked = readAsAt(c, today);
  // The boxes make an address of their own; the one that is kept and sent on names the day.
  if (asked.typed && !asked.error) return c.redirect(paperHref(board, asked.day), 303);
  return showPaper(c, site, await readPaper(site, { board, asAt: asked.day, today }), asked);
}

async function csv(c: Context, site: Site, board: Board | undefined): Promise<Response> {
  const today = todayOf(site.clock);
  const asked = readAsAt(c, today);
  if (asked.error) return c.redirect(paperHref(board, undefined), 303);
  const read = await readPaper(site, { board, asAt: asked.day, today });
  return c.body(paperCsv(read), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="board-paper-${read.paper ? asked.day : today}.csv"`,
  });
}

async function css(c: Context, site: Site, board: Board | undefined): Promise<Response> {
  const { day } = readAsAt(c, todayOf(site.clock));
  return c.body(runningHead(site.organisation, { board, asAt: day }), 200, {
    'content-type': 'text/css; charset=utf-8',
  });
}
