import type { Deadline } from './deadline.ts';

/** What is still waited for on a recommendation. The duty to publish is the liaison team's own and does not count. */
export const openDuties = <D extends Pick<Deadline, 'kind' | 'state'>>(deadlines: readonly D[]): D[] =>
  deadlines.filter(({ kind, state }) => state === 'open' && (kind === 'response' || kind === 'update'));

/** A deadline that nobody waits for any more. */
export const ended = (deadline: Deadline): Deadline => ({ ...deadline, state: 'ended', nextActionOn: null });
