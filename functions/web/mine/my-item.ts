import type { Context, MiddlewareHandler } from 'hono';
import type { Day } from '../../../shared/domain/day.ts';
import { type Mine, mineOf, ownersOf } from '../../../shared/domain/mine.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import type { Desk } from '../moves/desk.ts';
import type { Found } from '../moves/find-for-move.ts';
import { findByAddress } from '../pages/addressed.ts';
import { deskAt } from '../pages/seen.tsx';
import { showNothingHere } from './nothing-here.tsx';
import type { OwnerSite } from './owner-site.ts';

/** A recommendation as one of those whom it concerns meets it, on a day. */
export type MyItem = Found & { today: Day; mine: Mine };

declare module 'hono' {
  interface ContextVariableMap {
    /** What the address of an owner's page names; it is theirs. */
    item: MyItem;
  }
}

/** Where the pages of one recommendation are, for whom it concerns. */
export const itemAddress = '/mine/:caseId/:number';

export const itemHref = ({ caseId, number }: { caseId: string; number: number }): string =>
  `/mine/${caseId}/${number}`;

/**
 * Lets nobody further who may not: what is not theirs is answered as what does not exist, by the very same page. Who only reads it has its
 * own page and the files, and nothing else below it, where everything acts.
 */
export const onlyMine =
  (site: OwnerSite): MiddlewareHandler =>
  async (c, next) => {
    const item = await itemAt(site, {
      caseId: c.req.param('caseId') ?? '',
      number: c.req.param('number') ?? '',
    });
    if (!item) return showNothingHere(c, site);
    if (item.mine.may === 'read' && !isToRead(c, item)) return showNothingHere(c, site);
    c.set('item', item);
    return next();
  };

/** Its own page and the files of its evidence: what shows something and does nothing. */
function isToRead(c: Context, { entry }: MyItem): boolean {
  const [below, id, ...more] = c.req.path.split('/').slice(4);
  if (c.req.method === 'POST' || more.length > 0) return false;
  return below === undefined || (below === 'evidence' && entry.evidence.some((each) => each.id === id));
}

async function itemAt(
  { table, clock, person }: OwnerSite,
  at: { caseId: string; number: string },
): Promise<MyItem | undefined> {
  const found = await findByAddress(table, at);
  if (isRefusal(found)) return undefined;
  const { recommendation, deadlines } = found.entry;
  const owners = ownersOf({ ...recommendation, duties: deadlines });
  const whoIsWho = await peopleOf(table, owners);
  const mine = mineOf(owners.map(whoIsWho), person.contactIds);
  return mine && { ...found, today: today(clock), mine };
}

/** The desk at which somebody acts on what is theirs: by the name of the contact whose it is. */
export const deskFor = (c: Context, site: OwnerSite): Desk => {
  const { as } = c.get('item').mine;
  return { ...deskAt(c, site), by: as.name, byId: `contact:${as.id}` };
};
