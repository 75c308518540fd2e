import * as z from 'zod';
import { type RecommendationMove, recommendationMoves } from './moves.ts';

/** The moves on what surrounds a recommendation, each a sentence in the history. */
const surroundingMoves = {
  'record-case': 'Case recorded',
  'record-recommendation': 'Recommendation recorded',
  'clear-exception': 'Exception cleared',
  'add-contact': 'Contact added',
} as const;

export type Move = RecommendationMove | keyof typeof surroundingMoves;

/** Everything a person can do, each a sentence in the history. */
export const moves = {
  ...Object.fromEntries(Object.entries(recommendationMoves).map(([move, { says }]) => [move, says])),
  ...surroundingMoves,
} as Record<Move, string>;

/** What changed in one record: only the fields that differ, before and after. */
export const recordChange = z.object({
  record: z.string(),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

/** One move by one person, saved in the same transaction as the state it changed. `id` doubles as the token of the write. */
export const auditEvent = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  move: z.enum(Object.keys(moves) as [Move, ...Move[]]),
  caseId: z.string().optional(),
  number: z.int().optional(),
  /** Which promise of the recommendation it is about. */
  sequence: z.int().optional(),
  contactId: z.string().optional(),
  why: z.string().optional(),
  changes: z.array(recordChange),
});

export type AuditEvent = z.infer<typeof auditEvent>;
export type RecordChange = z.infer<typeof recordChange>;
