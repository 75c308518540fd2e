import type { Link, LinkTarget } from '../../../shared/domain/link.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { linkKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain } from './desk.ts';
import { type End, eventBetween, farEnd, nearEnd, unchanged } from './link-ends.ts';

/** Takes a link away, on both sides where it is to the same recommendation. What was linked stays in the record. */
export const unlink = (
  desk: Desk,
  caseId: string,
  number: number,
  target: LinkTarget,
): Promise<Link | Refusal> => decideAgain(() => once(desk, { caseId, number }, target));

async function once(
  desk: Desk,
  of: { caseId: string; number: number },
  target: LinkTarget,
): Promise<Link | Refusal> {
  const near = await nearEnd(desk, 'unlink', of, target);
  if (isRefusal(near)) return near;
  const there = await linkOf(desk, near);
  if (!there || there.removed) return refuse('unknown-link', 'It is not linked to this', 'ref');
  const far = target.kind === 'same-as' ? await farEnd(desk, near) : undefined;
  if (isRefusal(far)) return far;
  const ends = [near, ...(far ? [far] : [])];
  const mirrored = far && (await linkOf(desk, far));
  const removed = { on: today(desk.clock), by: desk.by };
  const after: Link = { ...there, removed };
  const refused = await save(desk.table, {
    creates: [],
    updates: [
      { kind: 'link', before: there, after },
      ...(mirrored ? [{ kind: 'link' as const, before: mirrored, after: { ...mirrored, removed } }] : []),
      ...ends.map(unchanged),
    ],
    event: eventBetween(desk, 'unlink', ends),
  });
  return refused ?? { ...after, version: there.version + 1 };
}

const linkOf = ({ table }: Desk, { recommendation: { caseId, number }, target }: End) =>
  read(table, 'link', linkKey({ caseId, number, ...target }));
