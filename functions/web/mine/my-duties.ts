import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { openDuties } from '../../../shared/domain/open-duties.ts';
import { waiting } from '../../../shared/domain/report.ts';
import type { MoveField } from '../forms/move-form.ts';
import { dutyAt } from '../moves/find-duty.ts';
import { type When, whenDue } from '../pages/deadline-words.ts';
import type { MyItem } from './my-item.ts';

/** What is asked of the owner now, what is due first before the rest. */
export const askedNow = ({ entry }: Pick<MyItem, 'entry'>): Deadline[] =>
  openDuties(entry.deadlines).toSorted((a, b) => ((a.dueOn ?? 'never') < (b.dueOn ?? 'never') ? -1 : 1));

/** The duties that nobody has said to be done, as far as it waits for staff. */
export const notSaidDone = (item: Pick<MyItem, 'entry'>): Deadline[] =>
  askedNow(item).filter(
    ({ id }) => !waiting(item.entry.reports).some(({ kind, duty }) => kind === 'done' && duty === id),
  );

/** The promises that have a date or should have one: another can be proposed for these. A response has the law's. */
export const promisesAsked = (item: Pick<MyItem, 'entry'>): Deadline[] =>
  askedNow(item).filter(({ kind }) => kind === 'update');

/** What a duty is called where there are several: what was promised, in its own words, or what is asked. */
export function dutyWords({ kind, sequence, dueOn }: Deadline, { entry }: Pick<MyItem, 'entry'>): string {
  if (kind === 'response') return 'The response to the recommendation';
  const promise = entry.commitments.find((each) => each.sequence === sequence);
  if (promise) return `“${promise.quote}”`;
  return dueOn === null ? 'A date for what will be done' : 'An update';
}

/** Which duty something is said of: asked only where there are several. */
export const whichDuty = (label: string, duties: readonly Deadline[], item: MyItem): MoveField => ({
  kind: 'choice',
  name: 'duty',
  label,
  choices: duties.map((duty) => ({
    value: dutyAt(duty).duty,
    text: dutyWords(duty, item),
    hint: whenInWords(duty, item.today),
  })),
});

/** The one duty that something can be said of, as the form would have it chosen. */
export const onlyDuty = (duties: readonly Deadline[]): Readonly<Record<string, string>> =>
  duties.length === 1 ? { duty: dutyAt(duties[0]!).duty } : {};

/** 'Due Saturday 20 February 2021, in 7 days' */
export function whenInWords(duty: Deadline, today: Day): string {
  const { date, distance } = whenAsked(duty, today);
  return distance ? `${date}, ${distance}` : date;
}

/** The same in two parts. Of what has no date an owner reads that none was given: from when it could be counted tells them nothing. */
export function whenAsked(duty: Parameters<typeof whenDue>[0], today: Day): When {
  if (duty.pausedOn !== null || duty.dueOn !== null) return whenDue(duty, today);
  const none = duty.kind === 'response' ? 'The response has no last day' : 'No date has been given yet';
  return { date: none, distance: '' };
}

/** What is asked first, as the heading of its page: 'Update due Saturday 20 February 2021'. */
export function headlineOf(item: MyItem): string {
  const [first] = askedNow(item);
  const { closed, withdrawn, acceptance } = item.entry.recommendation;
  if (closed) return 'This is closed';
  if (withdrawn) return 'This was withdrawn';
  if (!first)
    return acceptance === 'not-accepted' ? 'This was not accepted' : 'All that was promised is done';
  const what = first.kind === 'response' ? 'Response' : 'Update';
  if (first.pausedOn !== null) return 'Paused for judicial review';
  if (first.dueOn === null)
    return first.kind === 'response' ? 'A response is asked for' : 'A date is asked for';
  return `${what} due ${inWordsWithWeekday(first.dueOn)}`;
}
