import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Context, MiddlewareHandler } from 'hono';
import { type Once, type SentOnce, sentAt } from '../../../shared/domain/once.ts';
import { reasonOf } from '../../../shared/runtime/log.ts';
import { keepAnswer, readSent } from '../../../shared/store/once.ts';
import type { Table } from '../../../shared/store/table.ts';
import { tokenField } from '../forms/form-proof.tsx';
import type { Front } from '../pages/site.tsx';
import { isApi } from '../pages/went-wrong.tsx';
import { isSignOut } from './form-token.ts';
import type { Person } from './person.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** The form that is posted, whose move is made once. */
    once: Once | undefined;
  }
}

/**
 * Has each form do what it asks for once. Posted again, at the same moment or later, it is led where its first answer led, and nothing
 * is done: the move itself writes down that its form was sent (`save`). One that was refused did nothing, so it may be posted again; one that
 * was broken off between its move and its answer leads to what the move was about (`leadsTo`).
 */
export const formOnce =
  (
    site: Front & { person: Pick<Person, 'sessionId'> },
    leadsTo: (sent: SentOnce) => string,
  ): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method !== 'POST' || isApi(c) || isSignOut(c)) return next();
    const { table, wall, newId, log, person } = site;
    const once = sentAt(await nameOf(c, person.sessionId), newId(), wall.now());
    const to = (await readSent(table, once))?.to;
    if (to !== undefined) return c.redirect(to, 303);
    c.set('once', once);
    await next();
    const ledTo = c.res.headers.get('location');
    if (c.res.status === 303 && ledTo !== null) {
      // What was asked for is done; only where a second post would be led is not known as exactly.
      await keepAnswer(table, once, ledTo).catch((fault: unknown) =>
        log.error('Where a form led could not be kept', { reason: reasonOf(fault) }),
      );
    } else if (c.res.status >= 400) {
      const sent = await sentByAnother(table, once);
      if (sent) c.res = c.redirect(sent.to ?? leadsTo(sent), 303);
    }
  };

/**
 * What one form is called: by the session, its address, the showing, and everything in it, in whatever order. What comes back with other words in it is another
 * form: a browser that goes back shows the same page again, and what is then entered in it must not be lost.
 */
async function nameOf(c: Context, sessionId: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([sessionId, c.req.url]));
  const fields = [...(await c.req.formData())].filter(([name]) => name !== tokenField);
  for (const [name, value] of fields.sort(([a], [b]) => (a < b ? -1 : Number(a > b)))) {
    hash.update(JSON.stringify([name, typeof value === 'string' ? value : value.name]));
    if (typeof value !== 'string') hash.update(new Uint8Array(await value.arrayBuffer()));
  }
  return hash.digest('hex');
}

const shortWait = 50;
const mostWaits = 20;

/** The form, where an earlier posting of it has done what it does. Where that is still on its way to its answer, a moment is waited for it. */
async function sentByAnother(table: Table, once: Once): Promise<SentOnce | undefined> {
  for (let waits = 0; ; waits++) {
    const sent = await readSent(table, once);
    if (!sent || sent.attempt === once.attempt) return undefined;
    if (sent.to !== undefined || waits === mostWaits) return sent;
    await setTimeout(shortWait);
  }
}
