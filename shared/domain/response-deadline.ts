import type { Case } from './case.ts';
import { clockFor } from './clocks.ts';
import { type Day, inWords } from './day.ts';
import { type Deadline, startDuty } from './deadline.ts';
import { work } from './periods.ts';
import type { Recommendation } from './recommendation.ts';
import { isRefusal, type Refusal } from './refusal.ts';

/** The two days a response is asked by: the law's last day and the one printed on the page. Either may be missing. */
type ResponseDays = Pick<Deadline, 'lawOn' | 'publishedOn'>;

/** Reminders go by the earlier of the two days; a response is overdue only after the later. */
export function responseDays({
  lawOn,
  publishedOn,
}: ResponseDays): ResponseDays & Pick<Deadline, 'dueOn' | 'lateAfterOn'> {
  const days = [lawOn, publishedOn].filter((on) => on !== null).toSorted();
  return { lawOn, publishedOn, dueOn: days[0] ?? null, lateAfterOn: days.at(-1) ?? null };
}

/**
 * The duty to respond. Both dates are held: the law's last day, computed (56 days *beginning with* the day made: that day is
 * day 1, so last day = made + 55; Police Reform Act 2002, Schedule 3, paragraph 28B(2)), and the published date, entered.
 * Calendar days: no weekend or bank holiday moves either. Where no law sets a period and no date was published the duty is
 * undated, and reviewed instead.
 *
 * @example made 29 September 2020, published 24 November 2020 → due on 23 November, late after 24 November
 */
export function responseDeadline(to: Recommendation, of: Case, today: Day): Deadline | Refusal {
  const { days, counted, law } = clockFor(of);
  const kind = counted === 'after' ? 'days-after' : 'days-beginning-with';
  const byLaw = days === null ? undefined : work(of.madeOn, { kind, days });
  if (isRefusal(byLaw)) return byLaw;
  const published = of.publishedDueOn;
  return startDuty(
    {
      kind: 'response',
      sequence: 1,
      opensOn: null,
      ...responseDays({ lawOn: byLaw?.closesOn ?? null, publishedOn: published ?? null }),
      anchorOn: of.madeOn,
      basis: byLaw || !published ? law : 'The date published with the recommendation',
      working: [
        ...(byLaw ? [`By law: ${byLaw.working}`] : []),
        ...(published ? [`As published: the page asks for a response by ${inWords(published)}`] : []),
      ],
    },
    to,
    of,
    today,
  );
}
