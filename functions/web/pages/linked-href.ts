import type { LinkTarget } from '../../../shared/domain/link.ts';

/** The address of the page of everything that is linked to one thing. */
export const linkedHref = ({ kind, ref }: LinkTarget): string =>
  `/links?${new URLSearchParams({ kind, ref })}`;
