import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { contact, contactChange, contactId, contactInput } from '../../../shared/domain/contact.ts';
import { departureInput, returnInput } from '../../../shared/domain/departure.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { addContact } from '../moves/add-contact.ts';
import { changeContact } from '../moves/change-contact.ts';
import { type Desk, findContact } from '../moves/desk.ts';
import { recordDeparture } from '../moves/record-departure.ts';
import { recordReturn } from '../moves/record-return.ts';
import type { Site } from '../pages/site.tsx';
import { accepts, notFound, refusals, replies } from './contract.ts';
import { invalidInput, refusalReply } from './problem.ts';

const params = z.object({ id: contactId });
const replyWithContact = { 200: replies('The contact', contact), ...refusals };

const routes = {
  list: createRoute({
    method: 'get',
    path: '/contacts',
    summary: 'Everybody who can be mailed, by name',
    responses: { 200: replies('The contacts', z.object({ items: z.array(contact) })) },
  }),
  add: createRoute({
    method: 'post',
    path: '/contacts',
    summary: 'Add a contact',
    request: accepts(contactInput),
    responses: { 201: replies('The contact', contact), ...refusals },
  }),
  read: createRoute({
    method: 'get',
    path: '/contacts/{id}',
    summary: 'One contact',
    request: { params },
    responses: { 200: replies('The contact', contact), ...notFound },
  }),
  change: createRoute({
    method: 'post',
    path: '/contacts/{id}/change',
    summary: 'Change a contact; a new address lets mail go there from the next run on',
    request: { params, ...accepts(contactChange) },
    responses: replyWithContact,
  }),
  departure: createRoute({
    method: 'post',
    path: '/contacts/{id}/departure',
    summary: 'Record that somebody has left, and hand everything over to whoever takes over',
    request: { params, ...accepts(departureInput) },
    responses: replyWithContact,
  }),
  return: createRoute({
    method: 'post',
    path: '/contacts/{id}/return',
    summary: 'Record that somebody who has left is back: what is recorded as theirs is theirs again',
    request: { params, ...accepts(returnInput) },
    responses: replyWithContact,
  }),
};

/** The people and teams that can be mailed. */
export function contactRoutes({ table }: Site, desk: Desk) {
  return new OpenAPIHono({ defaultHook: invalidInput })
    .openapi(routes.list, async (c) => c.json({ items: await listContacts(table) }, 200))
    .openapi(routes.add, async (c) => {
      const added = await addContact(desk, c.req.valid('json'));
      return isRefusal(added) ? (refusalReply(c, added) as never) : c.json(added, 201);
    })
    .openapi(routes.read, async (c) => {
      const found = await findContact(table, c.req.valid('param').id);
      return isRefusal(found) ? (refusalReply(c, found) as never) : c.json(found, 200);
    })
    .openapi(routes.change, async (c) => {
      const changed = await changeContact(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(changed) ? (refusalReply(c, changed) as never) : c.json(changed, 200);
    })
    .openapi(routes.departure, async (c) => {
      const left = await recordDeparture(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(left) ? (refusalReply(c, left) as never) : c.json(left, 200);
    })
    .openapi(routes.return, async (c) => {
      const back = await recordReturn(desk, c.req.valid('param').id, c.req.valid('json'));
      return isRefusal(back) ? (refusalReply(c, back) as never) : c.json(back, 200);
    });
}
