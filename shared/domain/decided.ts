import type { Case } from './case.ts';
import type { Commitment } from './commitment.ts';
import type { Day } from './day.ts';
import type { Deadline } from './deadline.ts';
import type { Evidence } from './evidence.ts';
import { mayMake, type RecommendationMove } from './moves.ts';
import type { Recommendation } from './recommendation.ts';
import type { Refusal } from './refusal.ts';
import type { Response } from './response.ts';
import { standingOf } from './standing.ts';

/** What a move on a recommendation is decided on: the records as they are. */
export type Held = {
  learningCase: Case;
  recommendation: Recommendation;
  response?: Response | undefined;
  commitments: readonly Commitment[];
  deadlines: readonly Deadline[];
  evidence: readonly Evidence[];
};

/** Who makes a move, by their name and as who is signed in ('staff:…'), and on which day. */
export type Making = { by: string; byId?: string | undefined; today: Day };

/** What a move comes to: the recommendation after it, the deadlines that it changes, and those that it adds. */
export type Decided = { recommendation: Recommendation; changed: Deadline[]; added: Deadline[] };

/** Whether a move can be made on these records today, by the table of moves. */
export const mayMakeNow = (
  move: RecommendationMove,
  { recommendation, deadlines }: Pick<Held, 'recommendation' | 'deadlines'>,
  today: Day,
): Refusal | undefined => mayMake(move, standingOf(recommendation, deadlines, today));
