import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { board, boardId, boardInput, meetingInput } from '../../../shared/domain/board.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { boardsInSight } from '../gate/in-sight.ts';
import { addBoard } from '../moves/add-board.ts';
import { cancelMeeting, changeBoard, enterMeeting } from '../moves/change-board.ts';
import { type Desk, findBoard } from '../moves/desk.ts';
import type { Site } from '../pages/site.tsx';
import { accepts, notFound, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const params = z.object({ id: boardId });
const replyWithBoard = { 200: replies('The board', board), ...refusals };

const routes = {
  list: createRoute({
    method: 'get',
    path: '/boards',
    summary: 'Every board that oversees recommendations, by name',
    responses: { 200: replies('The boards', z.object({ items: z.array(board) })) },
  }),
  add: createRoute({
    method: 'post',
    path: '/boards',
    summary: 'Add a board',
    request: accepts(boardInput),
    responses: { 201: replies('The board', board), ...refusals },
  }),
  read: createRoute({
    method: 'get',
    path: '/boards/{id}',
    summary: 'One board with its chair and its meetings',
    request: { params },
    responses: { 200: replies('The board', board), ...notFound },
  }),
  change: createRoute({
    method: 'post',
    path: '/boards/{id}/change',
    summary: 'Give a board another name or chair',
    request: { params, ...accepts(boardInput) },
    responses: replyWithBoard,
  }),
  enter: createRoute({
    method: 'post',
    path: '/boards/{id}/meetings',
    summary: 'Enter a day on which a board meets',
    request: { params, ...accepts(meetingInput) },
    responses: replyWithBoard,
  }),
  cancel: createRoute({
    method: 'post',
    path: '/boards/{id}/meetings/remove',
    summary: 'Take back a day on which a board was to meet',
    request: { params, ...accepts(meetingInput) },
    responses: replyWithBoard,
  }),
};

/** The boards that oversee recommendations. */
export function boardRoutes(site: Site, desk: Desk) {
  const { table } = site;
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.list, async (c) => c.json({ items: await boardsInSight(site) }, 200))
    .openapi(routes.add, async (c) => {
      const added = await addBoard(desk, c.req.valid('json'));
      return isRefusal(added) ? (refusalReply(c, added) as never) : c.json(added, 201);
    })
    .openapi(routes.read, async (c) => {
      const found = await findBoard(table, c.req.valid('param').id);
      return isRefusal(found) ? (refusalReply(c, found) as never) : c.json(found, 200);
    })
    .openapi(routes.change, async (c) => {
      const changed = await changeBoard(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(changed) ? (refusalReply(c, changed) as never) : c.json(changed, 200);
    })
    .openapi(routes.enter, async (c) => {
      const changed = await enterMeeting(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(changed) ? (refusalReply(c, changed) as never) : c.json(changed, 200);
    })
    .openapi(routes.cancel, async (c) => {
      const changed = await cancelMeeting(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(changed) ? (refusalReply(c, changed) as never) : c.json(changed, 200);
    });
}
