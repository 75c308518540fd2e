import { type ChainHead, chainStart, type Hash, hashOf } from './audit-chain.ts';
import type { AuditEvent } from './audit-event.ts';

/** One thing that is wrong with a history, as a sentence about the entry at this position, or about the whole where there is none. */
export type Finding = { position?: number; says: string };

/** An event as it was found: what it says, everything in its item, and whether it lies where it belongs. */
export type Entry = { event: AuditEvent; content: object; inPlace: boolean };

/**
 * What is wrong with one chain. An event that was altered no longer has its hash; one that was altered and given a new hash is no longer
 * what the next one or the head follows; one that is gone leaves a gap, or a head that counts more than there are.
 */
export function brokenLinks(entries: readonly Entry[], head: ChainHead | undefined, hash: Hash): Finding[] {
  const inside = entries.filter(({ event }) => event.position > 0);
  const at = Map.groupBy(inside, ({ event }) => event.position);
  const positions = [...at.keys()].sort((a, b) => a - b);
  const last = positions.at(-1) ?? 0;
  return [
    ...Array(entries.length - inside.length).fill(outside),
    ...positions.flatMap((position, index) => [
      ...missing(positions[index - 1] ?? 0, position),
      ...wrongAt(position, at.get(position)!, at.get(position - 1), hash),
    ]),
    ...missing(last, (head?.length ?? 0) + 1),
    ...wrongEnd(last, at, head),
  ];
}

const outside: Finding = { says: 'an entry stands outside the chain: it was saved without a place in it' };

function missing(before: number, after: number): Finding[] {
  const [first, last] = [before + 1, after - 1];
  if (first > last) return [];
  return [
    { position: first, says: first === last ? 'is missing' : `is missing, and all up to entry ${last}` },
  ];
}

function wrongAt(position: number, here: Entry[], before: Entry[] | undefined, hash: Hash): Finding[] {
  const { event, content, inPlace } = here[0]!;
  if (here.length > 1) return [{ position, says: `stands there ${here.length} times` }];
  const previous = position === 1 ? chainStart : before?.length === 1 ? before[0]!.event.hash : undefined;
  const wrong = [
    hashOf(content, hash) !== event.hash && 'has been altered: it does not match its own hash',
    previous !== undefined && event.previous !== previous && followsWrong(position),
    !inPlace && 'is kept in the wrong place',
  ];
  return wrong.filter((says) => says !== false).map((says) => ({ position, says }));
}

const followsWrong = (position: number) =>
  position === 1 ? 'does not begin the chain' : `does not follow entry ${position - 1}`;

function wrongEnd(last: number, at: Map<number, Entry[]>, head: ChainHead | undefined): Finding[] {
  if (!head)
    return last > 0 ? [{ says: 'the head of the chain is missing, so its end cannot be known' }] : [];
  if (head.length < last)
    return [{ says: `there are entries up to ${last}, but the chain ends with entry ${head.length}` }];
  const named = at.get(head.length);
  const differs = named?.length === 1 && named[0]!.event.hash !== head.hash;
  return differs ? [{ position: last, says: 'is not the one that the head of the chain names' }] : [];
}
