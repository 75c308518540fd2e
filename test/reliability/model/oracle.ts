import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { type Day, isAfter, isBefore } from '../../../shared/domain/day.ts';
import type { Deadline, Role } from '../../../shared/domain/deadline.ts';
import { defaultStagePlans } from '../../../shared/domain/stage-plans.ts';
import { type Stage, stagesOf } from '../../../shared/domain/stages.ts';

/**
 * What everybody should have been told, worked out without the engine: no `decide`, no `dueStage`, no `settledThrough`, no store. Only
 * the days of the stages come from the domain's `stagesOf`, whose days test/shared/domain/stages*.test.ts compare with days worked out
 * by hand.
 */
const joinsAt: Record<Role, number> = { owner: Number.NEGATIVE_INFINITY, manager: 14, chair: 56 };
const calendar = { plans: defaultStagePlans, holidays: englandAndWales };

/** Finds people and the chairs of boards as they are now. */
export type Find = {
  contact(id: string | undefined): Contact | undefined;
  chairId(boardId: string | undefined): string | undefined;
};
export type Holders = Partial<Record<Role, Contact>>;

export const canBeMailed = (contact: Contact | undefined): contact is Contact =>
  contact?.status === 'active' && contact.delivery === 'ok';

/** Somebody, whoever took over from them, and so on; the last holds the post. */
export function inTheirPost(first: Contact | undefined, find: Find, most = 6): Contact[] {
  if (!first || most === 0) return [];
  const next = first.status === 'departed' ? find.contact(first.successorId) : undefined;
  return [first, ...inTheirPost(next, find, most - 1)];
}

/** Whoever is in somebody's post, or their deputy where mail reaches the deputy and not them. */
export function actingFor(id: string | undefined, find: Find): Contact | undefined {
  const inPost = inTheirPost(find.contact(id), find);
  const deputyId = inPost.findLast((each) => each.deputyId)?.deputyId;
  const [last, deputy] = [inPost.at(-1), inTheirPost(find.contact(deputyId), find).at(-1)];
  return !canBeMailed(last) && canBeMailed(deputy) ? deputy : last;
}

const managerIdOf = (owners: Contact[]) => owners.findLast((each) => each.managerId)?.managerId;

/** Everybody who has a say in who holds the roles of a deadline. */
export function peopleAround({ ownerId, boardId }: Deadline, find: Find): Contact[] {
  const owners = inTheirPost(find.contact(ownerId), find);
  const posts = [ownerId, managerIdOf(owners), find.chairId(boardId)].flatMap((id) =>
    inTheirPost(find.contact(id), find),
  );
  return [...posts, ...posts.flatMap(({ deputyId }) => inTheirPost(find.contact(deputyId), find))];
}

/** Who holds each role of a deadline. */
export function holdersOf(deadline: Deadline, find: Find): Holders {
  const owners = inTheirPost(find.contact(deadline.ownerId), find);
  const holders: Holders = {};
  for (const [role, id] of [
    ['owner', deadline.ownerId],
    ['manager', managerIdOf(owners)],
    ['chair', find.chairId(deadline.boardId)],
  ] as const) {
    const holder = actingFor(id, find);
    if (holder) holders[role] = holder;
  }
  return holders;
}

/** The roles whose holders are written to: nobody where the owner cannot be, and nobody twice. */
export function mailedRoles(holders: Holders): Role[] {
  const { owner, manager, chair } = holders;
  if (!canBeMailed(owner)) return [];
  const mailed: Role[] = ['owner'];
  if (canBeMailed(manager) && manager.id !== owner.id) mailed.push('manager');
  if (canBeMailed(chair) && chair.id !== owner.id && chair.id !== manager?.id) mailed.push('chair');
  return mailed;
}

const known = new Map<string, { stages: Stage[]; rest: Generator<Stage> }>();

/** The stages of a deadline up to the first that is mailed after a day. */
function stagesThrough(deadline: Deadline, on: Day): Stage[] {
  const { id, revision, opensOn, dueOn, lateAfterOn, anchorOn, lawOn, pausedOn } = deadline;
  const name = [id, revision, opensOn, dueOn, lateAfterOn, anchorOn, lawOn, pausedOn].join();
  const entry = known.get(name) ?? { stages: [], rest: stagesOf(deadline, calendar) };
  known.set(name, entry);
  while (!entry.stages.some(({ mailOn }) => isAfter(mailOn, on)))
    entry.stages.push(entry.rest.next().value as Stage);
  return entry.stages;
}

const concerns = (deadline: Deadline, role: Role, { on, daysLate }: Stage) =>
  !isBefore(on, deadline.plannedFromOn) && daysLate >= joinsAt[role];

/** The stages a role should have been mailed about by the end of a day, the oldest first. */
export const stagesCome = (deadline: Deadline, role: Role, by: Day): Stage[] =>
  isEverTold(deadline, role)
    ? stagesThrough(deadline, by).filter(
        (stage) => concerns(deadline, role, stage) && !isAfter(stage.mailOn, by),
      )
    : [];

/** The day of the owner's first mail after a day. */
export const nextMailOn = (deadline: Deadline, after: Day): Day =>
  stagesThrough(deadline, after).find(
    (stage) => concerns(deadline, 'owner', stage) && isAfter(stage.mailOn, after),
  )?.mailOn ?? nextMailOn(deadline, stagesThrough(deadline, after).at(-1)!.mailOn);

// What has no date or is paused is never late, so only its owner is asked; publishing is for liaison staff to look after by themselves.
const isEverTold = ({ kind, dueOn, pausedOn }: Deadline, role: Role) =>
  role === 'owner' || (kind !== 'publication' && dueOn !== null && pausedOn === null);
