import { boardChange } from './board-change.tsx';
import type { Change } from './change.tsx';
import { linkChange } from './link-change.tsx';
import { ownerChange } from './owner-change.tsx';

/** Every change that can be made to several at once, by the name it has in the form. */
export const changes = { owner: ownerChange, board: boardChange, link: linkChange } as const;

/** The name that a change has in the form. */
export const changeName = (change: Change): string =>
  Object.entries(changes).find(([, each]) => each === change)![0];

/** The change that a form names. */
export const changeNamed = (name: string): Change | undefined =>
  Object.hasOwn(changes, name) ? changes[name as keyof typeof changes] : undefined;
