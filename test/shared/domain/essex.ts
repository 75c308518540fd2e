import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Promised } from '../../../shared/domain/commitment.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { asDay, type Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { responseDeadline } from '../../../shared/domain/response-deadline.ts';
import { defaultStagePlans } from '../../../shared/domain/stage-plans.ts';
import type { Calendar } from '../../../shared/domain/stages.ts';
import { undatedDeadline, updateDeadline } from '../../../shared/domain/update-deadline.ts';

/** The real case that the rules are tried on: made 29 September 2020, published for 24 November, answered on 20 November. */
export const essexCase: Case = {
  id: '2019-127918',
  reference: '2019/127918',
  title: 'Response to a report of domestic abuse',
  topics: [],
  source: 'iopc',
  legalBasis: 'paragraph-28A',
  body: 'Essex Police',
  linkedBodies: [],
  madeOn: asDay('2020-09-29'),
  publishedDueOn: asDay('2020-11-24'),
  version: 1,
};

export const essexRecommendation: Recommendation = {
  caseId: essexCase.id,
  number: 1,
  text: 'Essex Police should review how call takers grade reports of domestic abuse.',
  addressee: 'Essex Police',
  ownerId: 'owner-1',
  acceptance: 'awaiting',
  acceptanceHistory: [],
  effectReviews: [],
  version: 1,
};

export const respondedOn = asDay('2020-11-20');

/** 20 March to 20 May 2021, and until 20 February 2021. */
export const inFourToSixMonths: Promised = { kind: 'between', earliest: 4, latest: 6, unit: 'month' };
export const withinThreeMonths: Promised = { kind: 'within', latest: 3, unit: 'month' };

export const calendar: Calendar = { plans: defaultStagePlans, holidays: englandAndWales };

/** What a rule allowed; a refusal fails the test with its sentence. */
export function allowed<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(result.message);
  return result as T;
}

export const responseDuty = (of: Partial<Case> = {}, recordedOn: Day = essexCase.madeOn): Deadline =>
  allowed(responseDeadline(essexRecommendation, { ...essexCase, ...of }, recordedOn));

export const promisedDuty = (
  promise: Promised,
  anchorOn: Day = respondedOn,
  recordedOn: Day = anchorOn,
  quote = 'report progress back in 4-6mths',
): Deadline => {
  const { caseId, number } = essexRecommendation;
  const commitment = {
    caseId,
    number,
    sequence: 1,
    quote,
    promise,
    anchorOn,
    confirmedBy: 'Lee',
    version: 1,
  };
  return allowed(updateDeadline(commitment, essexRecommendation, essexCase, recordedOn));
};

export const undatedDuty = (anchorOn: Day = respondedOn, recordedOn: Day = anchorOn): Deadline =>
  undatedDeadline({ respondedOn: anchorOn, sequence: 1 }, essexRecommendation, essexCase, recordedOn);

/** A duty to be done by a day that a response of 4 January 2021 names, from a first day where it names one. */
export const dutyBy = (dueOn: string, opensOn?: string, anchorOn = '2021-01-04'): Deadline =>
  promisedDuty(
    opensOn
      ? { kind: 'in-period', opensOn: asDay(opensOn), dueOn: asDay(dueOn) }
      : { kind: 'by-date', dueOn: asDay(dueOn) },
    asDay(anchorOn),
  );

export const contact = (id: string, more: Partial<Contact> = {}): Contact => ({
  id,
  kind: 'person',
  name: `Alex ${id}`,
  post: 'Head of Professional Standards',
  email: `${id}@essex.police.uk`,
  status: 'active',
  delivery: 'ok',
  version: 1,
  ...more,
});

export const everyone = {
  owner: contact('owner-1'),
  manager: contact('manager-1'),
  chair: contact('chair-1'),
};
