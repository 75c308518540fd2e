import { type AuditEvent, auditEvent } from '../../../shared/domain/audit-event.ts';
import type { Kept } from '../../../shared/domain/recommendation-kept.ts';
import { essexRecommendation } from './essex.ts';

/** Where a record is kept, as short as it can be: 'deadline#2019-127918.1.update-1', 'revision#2', 'recommendation#1'. */
export const nameOf = (kind: string, value: object): string => {
  const { id, ref, revision, sequence } = value as Record<string, unknown>;
  return `${kind}#${id ?? ref ?? revision ?? sequence ?? 1}`;
};

type Changed = [kind: string, before: object, after: object];
type Made = [kind: string, record: object];

/** What a move did: the records it changed, from what to what, and those it made. */
type Did = { changed?: Changed[]; made?: Made[] };

/** A move on the Essex recommendation as its history keeps it: of what it changed, only the fields that differ. */
export function moved(
  move: AuditEvent['move'],
  on: string,
  { changed = [], made = [] }: Did = {},
  of: Partial<AuditEvent> = {},
): AuditEvent {
  const left: Made[] = [...made, ...changed.map(([kind, , after]): Made => [kind, after])];
  return auditEvent.parse({
    id: `${move}-${on}`,
    at: `${on}T10:00:00.000Z`,
    by: 'Lee',
    move,
    caseId: essexRecommendation.caseId,
    number: 1,
    changes: changed.map(([record, before, after]) => ({
      record,
      key: nameOf(record, before),
      before: differing(before, after),
      after: differing(after, before),
    })),
    left: left.map(([record, value]) => ({ record, key: nameOf(record, value), version: 1, digest: '' })),
    ...of,
  });
}

const differing = (one: object, other: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(one).filter(([field, value]) => (other as Record<string, unknown>)[field] !== value),
  );

/** Moves in the order in which they were made. */
export const inOrder = (...events: AuditEvent[]): AuditEvent[] =>
  events.map((event, index) => ({ ...event, position: index + 1 }));

/** The Essex recommendation with nothing beside it. */
export const keptOf = (of: Partial<Kept> = {}): Kept => ({
  recommendation: essexRecommendation,
  response: undefined,
  commitments: [],
  updates: [],
  deadlines: [],
  evidence: [],
  revisions: [],
  proposals: [],
  reports: [],
  links: [],
  ...of,
});
