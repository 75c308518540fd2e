import type { Link, LinkInput, LinkTarget } from '../../../shared/domain/link.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { linkKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { type Change, save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain } from './desk.ts';
import { type End, eventBetween, farEnd, nearEnd, unchanged } from './link-ends.ts';

/** Links a recommendation to a risk, an action plan, or the same recommendation elsewhere; the last is stored on both sides. */
export const link = (desk: Desk, caseId: string, number: number, input: LinkInput): Promise<Link | Refusal> =>
  decideAgain(() => once(desk, { caseId, number }, input));

type Of = { caseId: string; number: number };

async function once(desk: Desk, of: Of, { note, ...target }: LinkInput): Promise<Link | Refusal> {
  const decided = await decideLink(desk, of, target);
  if (isRefusal(decided)) return decided;
  const { ends, there } = decided;
  const links = ends.map((end) => linkAt(desk, end, note));
  const puts = links.map((each, index) => put(each, there[index]));
  const refused = await save(desk.table, {
    creates: puts.flatMap(({ creates }) => creates),
    updates: [...puts.flatMap(({ updates }) => updates), ...ends.map(unchanged)],
    event: eventBetween(desk, 'link', ends, note),
  });
  return refused ?? links[0]!;
}

/** What would be linked, with the links that were there before, or why it cannot be. */
export async function decideLink(
  desk: Desk,
  of: Of,
  target: LinkTarget,
): Promise<{ ends: End[]; there: (Link | undefined)[] } | Refusal> {
  const near = await nearEnd(desk, 'link', of, target);
  if (isRefusal(near)) return near;
  const far = target.kind === 'same-as' ? await farEnd(desk, near) : undefined;
  if (isRefusal(far)) return far;
  if (far?.recommendation.caseId === of.caseId && far.recommendation.number === of.number)
    return refuse('itself', 'A recommendation cannot be linked to itself', 'ref');
  if (far?.recommendation.withdrawn)
    return refuse('other-withdrawn', `${target.ref} was withdrawn, so nothing can be linked to it`, 'ref');
  const ends = [near, ...(far ? [far] : [])];
  const there = await Promise.all(
    ends.map(({ recommendation: { caseId, number }, target }) =>
      read(desk.table, 'link', linkKey({ caseId, number, ...target })),
    ),
  );
  return there[0] && !there[0].removed
    ? refuse('already-linked', 'It is linked to this already', 'ref')
    : { ends, there };
}

const linkAt = ({ clock, by }: Desk, { recommendation, target }: End, note?: string): Link => ({
  caseId: recommendation.caseId,
  number: recommendation.number,
  ...target,
  ...(note ? { note } : {}),
  on: today(clock),
  by,
  version: 1,
});

// A link that was removed once is put back in its own place.
const put = (after: Link, before: Link | undefined): Pick<Change, 'creates' | 'updates'> =>
  before
    ? { creates: [], updates: [{ kind: 'link', before, after }] }
    : { creates: [{ kind: 'link', value: after }], updates: [] };
