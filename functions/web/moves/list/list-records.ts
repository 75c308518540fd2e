import type { Case } from '../../../../shared/domain/case.ts';
import { proposalOf } from '../../../../shared/domain/closure.ts';
import type { Commitment } from '../../../../shared/domain/commitment.ts';
import { type Day, inWords, isBefore } from '../../../../shared/domain/day.ts';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import type { ListEntry } from '../../../../shared/domain/list-entry.ts';
import { ended, openDuties } from '../../../../shared/domain/open-duties.ts';
import type { Recommendation } from '../../../../shared/domain/recommendation.ts';
import { checkNumber } from '../../../../shared/domain/recommendation-number.ts';
import { isRefusal, type Refusal, refuse } from '../../../../shared/domain/refusal.ts';
import { checkResponse, type Response, type ResponseInput } from '../../../../shared/domain/response.ts';
import { responseDeadline } from '../../../../shared/domain/response-deadline.ts';
import { today } from '../../../../shared/runtime/clock.ts';
import type { Desk } from '../desk.ts';
import { asRecorded } from '../record-recommendation.ts';
import { answerOf, met } from '../record-response.ts';
import type { Named } from './list-people.ts';

/** The records of one line: the recommendation with all that it brings. */
export type LineRecords = {
  recommendation: Recommendation;
  deadlines: Deadline[];
  commitments: Commitment[];
  response: Response | undefined;
};

/**
 * The records that a line of a list becomes. Its duties start today, so that no reminder of a day gone by is ever planned. What the list says
 * is closed or withdrawn has no open duty; a response whose days to be published ended before today starts none, because nobody knows
 * from a list whether it was.
 *
 * @example taken in on 22 November 2026, made on 4 February 2021 and not answered → overdue since 1 April 2021; the first mail, if
 *   somebody owns it, is the next of those that come every 28 days
 */
export async function recordsOf(
  desk: Desk,
  entry: ListEntry,
  learningCase: Case,
  number: number,
  named: Named,
): Promise<LineRecords | Refusal> {
  const now = today(desk.clock);
  const asked = asRecorded({ ...entry.recommendation, ...named }, learningCase, number);
  const duty = checkNumber(number) ?? responseDeadline(asked, learningCase, now);
  if (isRefusal(duty)) return duty;
  const misdated = misdatedRest(entry, learningCase, now);
  if (misdated) return misdated;
  const input = entry.response && responseInputOf(entry.response);
  const refused = input && checkResponse(input, learningCase.madeOn, now);
  if (refused) return refused;
  const answer = input ? await answerOf(desk, input, asked, learningCase) : undefined;
  if (isRefusal(answer)) return answer;
  if (!input || !answer) {
    return atRest(entry, { recommendation: asked, deadlines: [duty], commitments: [], response: undefined });
  }
  const records = { ...answer, deadlines: [met(duty, input.respondedOn), ...answer.deadlines] };
  return atRest(entry, kept(entry, withoutPastPublication(records, now), desk));
}

/** What somebody would type to record the response of a line. */
export const responseInputOf = ({
  promises,
  ...response
}: NonNullable<ListEntry['response']>): ResponseInput => ({
  ...response,
  commitments: promises.map(({ quote, promise }) => ({ quote, promise })),
});

/** Since when something in these records is overdue, if anything is. The duty to publish is the liaison team's own and does not count. */
export function overdueSince({ deadlines }: LineRecords, today: Day): Day | undefined {
  const late = openDuties(deadlines).flatMap(({ lateAfterOn }) =>
    lateAfterOn && isBefore(lateAfterOn, today) ? [lateAfterOn] : [],
  );
  return late.sort()[0];
}

function misdatedRest({ closed, withdrawn }: ListEntry, { madeOn }: Case, now: Day): Refusal | undefined {
  const on = closed?.on ?? withdrawn?.on;
  if (!on || (!isBefore(on, madeOn) && !isBefore(now, on))) return undefined;
  return refuse(
    'rest-misdated',
    `It cannot have been ${closed ? 'closed' : 'withdrawn'} on ${inWords(on)}: that is before it was made, or in the future`,
  );
}

const withoutPastPublication = <R extends LineRecords>(records: R, now: Day): R => ({
  ...records,
  deadlines: records.deadlines.filter(
    ({ kind, dueOn }) => kind !== 'publication' || dueOn === null || !isBefore(dueOn, now),
  ),
});

/** Promises that the list says were kept have their deadlines met; once all are, closing waits for people. */
function kept(entry: ListEntry, records: LineRecords, desk: Pick<Desk, 'by' | 'byId'>): LineRecords {
  const metOn = new Map(entry.response!.promises.map((each, index) => [index + 1, each.metOn]));
  const deadlines = records.deadlines.map((deadline) => {
    const on = deadline.kind === 'update' ? metOn.get(deadline.sequence) : undefined;
    return on ? met(deadline, on) : deadline;
  });
  const commitments = records.commitments.map((each) => {
    const on = metOn.get(each.sequence);
    return on ? { ...each, metOn: on } : each;
  });
  const last = [...metOn.values()]
    .flatMap((on) => on ?? [])
    .toSorted()
    .at(-1);
  const isDone = last && openDuties(deadlines).length === 0 && !records.recommendation.closure;
  const closure = isDone ? { closure: proposalOf(desk, last) } : {};
  return { ...records, deadlines, commitments, recommendation: { ...records.recommendation, ...closure } };
}

function atRest({ closed, withdrawn }: ListEntry, records: LineRecords): LineRecords {
  if (!closed && !withdrawn) return records;
  const rest = {
    ...(closed
      ? { closed: { on: closed.on, by: closed.by, links: [], ...(closed.why ? { note: closed.why } : {}) } }
      : {}),
    ...(withdrawn
      ? {
          withdrawn: { on: withdrawn.on, by: withdrawn.by, why: withdrawn.why ?? 'The list gives no reason' },
        }
      : {}),
  };
  return {
    ...records,
    recommendation: { ...records.recommendation, ...rest },
    deadlines: records.deadlines.map((each) => (each.state === 'open' ? ended(each) : each)),
  };
}
