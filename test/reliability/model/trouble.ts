import * as fc from 'fast-check';
import type { FaultKind, Service } from '../faults.ts';
import type { World } from '../world.ts';

/** Something that goes wrong on one day, at the first calls of a service. */
export type Trouble = { says: string; strike(world: World, replyLost: () => void): void };

const troubles: Record<string, { service: Service; kind: FaultKind; most: number }> = {
  'the mail service is throttled': { service: 'mail', kind: 'throttled', most: 30 },
  'the mail service refuses': { service: 'mail', kind: 'refused', most: 2 },
  'the mail service takes a mail and its reply is lost': { service: 'mail', kind: 'fails-after', most: 3 },
  'the mail service cannot be reached': { service: 'mail', kind: 'fails-before', most: 3 },
  'the sender dies before it sends': { service: 'mail', kind: 'crash-before', most: 1 },
  'the sender dies after it has sent': { service: 'mail', kind: 'crash-after', most: 1 },
  'a run or the sender dies before a write': { service: 'transaction', kind: 'crash-before', most: 2 },
  'a run or the sender dies after a write': { service: 'transaction', kind: 'crash-after', most: 2 },
  'the database is busy': { service: 'transaction', kind: 'throttled', most: 6 },
  'a write meets another': { service: 'transaction', kind: 'conflict', most: 3 },
  'an index is behind': { service: 'query', kind: 'stale', most: 3 },
  'the queue takes half': { service: 'queue', kind: 'partly', most: 2 },
  'events are lost': { service: 'event', kind: 'lost', most: 4 },
  'events come late': { service: 'event', kind: 'delayed', most: 4 },
  'events come twice': { service: 'event', kind: 'doubled', most: 10 },
};

/** Any trouble, and for how many calls. */
export const anyTrouble: fc.Arbitrary<Trouble> = fc
  .constantFrom(...Object.entries(troubles))
  .chain(([says, { service, kind, most }]) =>
    fc.integer({ min: 1, max: most }).map((calls) => ({
      says: calls === 1 ? says : `${says} ×${calls}`,
      strike(world, replyLost) {
        const losesReply = service === 'mail' && kind.endsWith('-after');
        for (let call = 0; call < calls; call++)
          world.strike(service, kind, losesReply ? replyLost : undefined);
      },
    })),
  );
