import type { Commitment } from '../../../shared/domain/commitment.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Held, Making } from '../../../shared/domain/decided.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { essexCase, essexRecommendation, promisedDuty, responseDuty, withinThreeMonths } from './essex.ts';

export const on = (today: string, by = 'Liaison staff'): Making => ({ by, today: asDay(today) });

/** The Essex recommendation before its response: due by 23 November 2020. */
export const unansweredEssex = (of: Partial<Recommendation> = {}): Held => ({
  learningCase: essexCase,
  recommendation: { ...essexRecommendation, ...of },
  commitments: [],
  deadlines: [responseDuty()],
  evidence: [],
});

const commitment: Commitment = {
  caseId: essexCase.id,
  number: 1,
  sequence: 1,
  quote: 'We will do this within 3 months',
  promise: withinThreeMonths,
  anchorOn: asDay('2020-11-20'),
  confirmedBy: 'Lee',
  version: 1,
};

/** Answered on 20 November 2020 with one promise by 20 February 2021; `promised` is what became of its deadline. */
export const answeredEssex = (of: Partial<Recommendation> = {}, promised: Partial<Deadline> = {}): Held => ({
  learningCase: essexCase,
  recommendation: {
    ...essexRecommendation,
    acceptance: 'accepted',
    acceptanceHistory: [{ acceptance: 'accepted', on: asDay('2020-11-20'), by: 'Liaison staff' }],
    ...of,
  },
  commitments: [commitment],
  deadlines: [
    { ...responseDuty(), state: 'met', metOn: asDay('2020-11-20'), nextActionOn: null },
    { ...promisedDuty(withinThreeMonths), ...promised },
  ],
  evidence: [],
});
