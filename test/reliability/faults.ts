/** What a worker calls, or what is delivered on its behalf; each sort of call can go wrong in its own ways. */
export type Service = 'read' | 'query' | 'write' | 'transaction' | 'queue' | 'quota' | 'mail' | 'event';

/**
 * - `fails-before`: an error, and nothing happened. `fails-after`: it happened, and its reply was lost.
 * - `crash-before`, `crash-after`: the worker dies; nothing after it runs.
 * - `throttled`: the service says no; `conflict`: it cancels a write that met another one on the same item.
 * - `stale`: an index answers as it stood before. `partly`: the queue takes half of a batch.
 * - `lost`, `delayed`, `doubled`: what becomes of an event of the mail service.
 * - `refused`: the mail service will never take this mail. It is an answer and no fault, so it is in no schedule of faults.
 */
export type FaultKind =
  | 'fails-before'
  | 'fails-after'
  | 'crash-before'
  | 'crash-after'
  | 'throttled'
  | 'conflict'
  | 'stale'
  | 'partly'
  | 'lost'
  | 'delayed'
  | 'doubled'
  | 'refused';

const everyCall: FaultKind[] = ['fails-before', 'fails-after', 'crash-before', 'crash-after', 'throttled'];

const faultsOf: Record<Service, FaultKind[]> = {
  read: everyCall,
  query: [...everyCall, 'stale'],
  write: [...everyCall, 'conflict'],
  transaction: [...everyCall, 'conflict'],
  queue: [...everyCall, 'partly'],
  quota: everyCall,
  mail: everyCall,
  event: ['lost', 'delayed', 'doubled'],
};

/** One thing going wrong: at the `at`-th external call of a run, counted from 0 as they happen. */
export type Fault = { at: number; kind: FaultKind };

/** Every single fault that can happen from call `from` on in a run that made these calls. */
export const faultsIn = (calls: Service[], from = 0): Fault[] =>
  calls.flatMap((service, at) => (at < from ? [] : faultsOf[service].map((kind) => ({ at, kind }))));

/** Random numbers in [0, 1) that are the same for the same seed, on every machine (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
