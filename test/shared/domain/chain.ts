import { createHash } from 'node:crypto';
import { type ChainHead, chained, headAfter } from '../../../shared/domain/audit-chain.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import type { Entry } from '../../../shared/domain/broken-chain.ts';

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A move by Lee on the Essex recommendation; the minute of its id is when it was made. */
export const move = (id: number, of: Partial<AuditEvent> = {}) => ({
  id: `event-${id}`,
  at: `2021-02-15T10:${String(id).padStart(2, '0')}:00.000Z`,
  by: 'Lee',
  move: 'record-update' as const,
  caseId: '2019-127918',
  number: 1,
  changes: [],
  left: [],
  ...of,
});

/** A history of so many moves, one a minute from 10:01 on 15 February 2021, and the head kept beside it. */
export function historyOf(length: number): { events: AuditEvent[]; head: ChainHead | undefined } {
  const events: AuditEvent[] = [];
  for (let id = 1; id <= length; id++) {
    const before = events.at(-1);
    events.push(chained(move(id), before && headAfter(before), hash));
  }
  const last = events.at(-1);
  return { events, head: last && headAfter(last) };
}

/** An event as it is found where nobody has touched it. */
export const found = (event: AuditEvent): Entry => ({ event, content: event, inPlace: true });
