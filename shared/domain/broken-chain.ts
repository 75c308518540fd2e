import { type ChainHead, chainStart, type Hash, hashOf } from './audit-chain.ts';
import type { AuditEvent } from './audit-event.ts';
import type { RemovedFrom } from './removed-from.ts';

/** One thing that is wrong with a history, as a sentence about the entry at this position, or about the whole where there is none. */
export type Finding = { position?: number; says: string };

/** An event as it was found: what it says, everything in its item, and whether it lies where it belongs. */
export type Entry = { event: AuditEvent; content: object; inPlace: boolean };

/**
 * What is wrong with one chain. An event that was altered no longer has its hash; one that was altered and given a new hash is no longer
 * what the next one or the head follows; one that is gone leaves a gap, or a head that counts more than there are. One out of which a later
 * entry took what it said of a person must be what that entry says is left of it.
 */
export function brokenLinks(entries: readonly Entry[], head: ChainHead | undefined, hash: Hash): Finding[] {
  const inside = entries.filter(({ event }) => event.position > 0);
  const at = Map.groupBy(inside, ({ event }) => event.position);
  const positions = [...at.keys()].sort((a, b) => a - b);
  const last = positions.at(-1) ?? 0;
  const removals = removalsIn(inside, hash);
  return [
    ...Array(entries.length - inside.length).fill(outside),
    ...positions.flatMap((position, index) => [
      ...missing(positions[index - 1] ?? 0, position),
      ...wrongAt(at.get(position)!, at.get(position - 1), (entry) =>
        wrongContent(entry, removals.get(position), hash),
      ),
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

type Removal = RemovedFrom & { by: number };

/** What later entries say they took out of earlier ones. An entry that was itself altered is not believed. */
function removalsIn(entries: readonly Entry[], hash: Hash): Map<number, Removal> {
  const intact = entries.filter(
    ({ event, content }) => event.move === 'remove-details' && hashOf(content, hash) === event.hash,
  );
  const removals = intact.flatMap(({ event: { position: by, removed = [] } }) =>
    removed.filter(({ position }) => position < by).map((each) => ({ ...each, by })),
  );
  return new Map(removals.map((each) => [each.position, each]));
}

// Either it is as it was written, or it is what is left of it where a later entry says so.
function wrongContent({ event, content }: Entry, removal: Removal | undefined, hash: Hash): string | false {
  const now = hashOf(content, hash);
  if (now === event.hash)
    return removal !== undefined && `holds again what entry ${removal.by} took out of it`;
  const isLeft = removal?.hash === event.hash && removal.leaves === now;
  return !isLeft && 'has been altered: it does not match its own hash';
}

function wrongAt(
  here: Entry[],
  before: Entry[] | undefined,
  wrongIn: (entry: Entry) => string | false,
): Finding[] {
  const { event, inPlace } = here[0]!;
  const { position } = event;
  if (here.length > 1) return [{ position, says: `stands there ${here.length} times` }];
  const previous = position === 1 ? chainStart : before?.length === 1 ? before[0]!.event.hash : undefined;
  const wrong = [
    wrongIn(here[0]!),
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
