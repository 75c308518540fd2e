import type { ExceptionKind } from './exception.ts';

/** The most exceptions of one kind that are shown among others. */
const mostOfKind = 5;

/** The exceptions to show among others, and of which kinds there are how many more. */
export type Gathered<T> = { shown: T[]; more: { kind: ExceptionKind; count: number }[] };

/**
 * Shows the first five of each kind in the order given, and counts the rest by kind, so that one cause with many exceptions hides nothing
 * else.
 *
 * @example 74 without an owner and 1 whose mail comes back → 6 are shown, and of 'no-owner' there are 69 more
 */
export function gatherByKind<T>(all: readonly T[], kindOf: (each: T) => ExceptionKind): Gathered<T> {
  const byKind = Map.groupBy(all, kindOf);
  const first = new Set([...byKind.values()].flatMap((each) => each.slice(0, mostOfKind)));
  return {
    shown: all.filter((each) => first.has(each)),
    more: [...byKind]
      .filter(([, each]) => each.length > mostOfKind)
      .map(([kind, each]) => ({ kind, count: each.length - mostOfKind })),
  };
}

/** The page that shows every exception of a kind. */
export const allOfKindPath = (kind: ExceptionKind): string => `/exceptions?kind=${kind}`;
