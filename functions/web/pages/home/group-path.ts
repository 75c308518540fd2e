import type { PressingGroup } from '../../../../shared/domain/pressing.ts';

/** The groups that are part of no list but their own. */
export const ownLists = [
  'date-proposed',
  'publication',
  'awaiting-response',
] as const satisfies PressingGroup[];

const isOwn = (group: PressingGroup): boolean => ownLists.some((each) => each === group);

/** Where all of a group are listed. */
export const allOfGroupPath = (group: PressingGroup): string =>
  isOwn(group) ? `/attention/${group}` : `/recommendations?standing=${group}`;
