import type { Item } from './letter.ts';

/** A reminder to somebody else that its reader is to know of: a manager's or a chair's. */
export const isCopy = ({ line }: Pick<Item, 'line'>): boolean => line.role !== 'owner';
