import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { pageOf } from '../../../shared/domain/page-of.ts';
import { type Rag, rags } from '../../../shared/domain/rag.ts';
import { caseRow, recommendationRow } from '../../../shared/domain/row.ts';
import { rowFilter } from '../../../shared/domain/row-filter.ts';
import { type RowOnDay, timesMoved } from '../../../shared/domain/row-on-day.ts';
import { ragOfRow } from '../../../shared/domain/sifted-rows.ts';
import { type Standing, standings } from '../../../shared/domain/standing.ts';
import { gatherList, type Listed, rowsOnPage } from '../gather-list.ts';
import type { Site } from '../pages/site.tsx';
import { refusals, replies } from './contract.ts';
import { invalidInput } from './problem.ts';

const query = rowFilter.safeExtend({
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'The page is a whole number from 1')
    .transform(Number)
    .optional(),
});

const standing = z.enum(Object.keys(standings) as [Standing, ...Standing[]]);

const listed = z.object({
  ...caseRow.shape,
  ...recommendationRow.omit({ words: true }).shape,
  standing,
  rag: z.enum(Object.keys(rags) as [Rag, ...Rag[]]).optional(),
  /** What is waited for, the most urgent first; of a list of what is due within days, what is due within them. */
  duty: recommendationRow.shape.duties.element.optional(),
  timesMoved: z.int(),
});

const route = createRoute({
  method: 'get',
  path: '/recommendations',
  summary:
    'Recommendations that answer to a filter, as the page of the list shows them: 25 a page, with how many there are and how they stand',
  request: { query },
  responses: {
    200: replies(
      'One page',
      z.object({
        items: z.array(listed),
        count: z.int(),
        page: z.int(),
        pages: z.int(),
        byStanding: z.record(standing, z.int()),
      }),
    ),
    422: refusals[422],
  },
});

/** The list of recommendations across cases, with the filter of its page. */
export const recommendationRoutes = (deps: Site) =>
  new OpenAPIHono({ defaultHook: invalidInput }).openapi(route, async (c) => {
    const { page: asked = 1, ...filter } = c.req.valid('query');
    const list = await gatherList(deps, filter);
    const { items, total, page, pages } = pageOf(list.found, asked, rowsOnPage);
    const { byStanding } = list;
    return c.json({ items: items.map(itemOf(list)), count: total, page, pages, byStanding }, 200);
  });

const itemOf =
  ({ today }: Listed) =>
  ({ row, standing, duty }: RowOnDay) => {
    const { words: _, ...shown } = row;
    return { ...shown, standing, rag: ragOfRow(row, today), duty, timesMoved: timesMoved(row) };
  };
