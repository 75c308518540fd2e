import * as z from 'zod';
import { type RecommendationMove, recommendationMoves } from './moves.ts';
import { removedFrom } from './removed-from.ts';

/** The moves on what surrounds a recommendation, each a sentence in the history. */
const surroundingMoves = {
  'record-case': 'Case recorded',
  'change-case': 'Case changed',
  'amend-case': 'Case amended',
  'record-recommendation': 'Recommendation recorded',
  'clear-exception': 'Exception cleared',
  'add-contact': 'Contact added',
  'change-contact': 'Contact changed',
  'record-departure': 'Departure recorded',
  'hand-over': 'Everything handed over',
  'record-return': 'Return recorded',
  'remove-details': 'Personal details removed',
  'add-board': 'Board added',
  'change-board': 'Board changed',
  'date-by-meeting': 'Date follows the meetings of the board',
  'change-stages': 'Reminder stages changed',
  'change-wording': 'Wording of mails changed',
  'reset-wording': 'Wording of mails set back',
  'change-sending': 'Who gets mail changed',
  'add-staff': 'Person added who may sign in',
  'change-staff': 'What a person may do changed',
  'end-staff': 'Access of a person ended',
  'first-sign-in': 'Signed in for the first time',
} as const;

export type Move = RecommendationMove | keyof typeof surroundingMoves;

/** Everything a person can do, each a sentence in the history. */
export const moves = {
  ...surroundingMoves,
  ...Object.fromEntries(Object.entries(recommendationMoves).map(([move, { says }]) => [move, says])),
} as Record<Move, string>;

/** What changed in one record: only the fields that differ, before and after. `key` is where the record is kept. */
const recordChange = z.object({
  record: z.string(),
  key: z.string().default(''),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

/** One record as a move left it, made or changed: the digest of the part that only a person's move may change. */
const leftRecord = z.object({
  record: z.string(),
  key: z.string(),
  version: z.int(),
  digest: z.string(),
});

/** What an event can be about, and so which chain it stands in (`chainKey`). */
export const subject = {
  caseId: z.string().optional(),
  number: z.int().optional(),
  contactId: z.string().optional(),
  boardId: z.string().optional(),
  staffId: z.string().optional(),
  settings: z.string().optional(),
};

/**
 * One move by one person, saved in the same transaction as the state it changed. `id` doubles as the token of the write.
 *
 * - `position`, `previous`, `hash`: its place in the chain of its subject, counted from 1; the hash of the one before; its own, over
 *   everything else in it (docs/decisions/0013). 0 and nothing in an event that was saved before there were chains.
 * - `left`: every record the move made or changed, as it left it.
 * - `removed`: the earlier entries of the same history out of which it took what they said of a person.
 */
export const auditEvent = z.object({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  /** Whose name that is: 'staff:' or 'contact:' and the id of their record. Missing where no person was signed in. */
  byId: z.string().optional(),
  move: z.enum(Object.keys(moves) as [Move, ...Move[]]),
  ...subject,
  /** Which promise of the recommendation it is about. */
  sequence: z.int().optional(),
  /** What was added, in a few words: the name of a file. */
  what: z.string().optional(),
  why: z.string().optional(),
  changes: z.array(recordChange),
  left: z.array(leftRecord).default([]),
  removed: z.array(removedFrom).optional(),
  position: z.int().default(0),
  previous: z.string().default(''),
  hash: z.string().default(''),
});

export type AuditEvent = z.infer<typeof auditEvent>;
export type RecordChange = z.infer<typeof recordChange>;
export type LeftRecord = z.infer<typeof leftRecord>;

/** What whoever makes a move says of it. What it changed and its place in the chain are added where it is saved. */
export type Telling = Omit<AuditEvent, 'changes' | 'left' | 'position' | 'previous' | 'hash'>;
