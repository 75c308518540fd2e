import { heldBackInWords } from '../domain/account-words.ts';
import { addDays, type Day, inWordsWithWeekday, isAfter } from '../domain/day.ts';
import { balances, type Night } from '../domain/night.ts';

/** '1 run', '3 runs' */
export const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

/**
 * What some runs did and whether they are accounted for, in one line.
 *
 * @example '4 reminders went into 3 mails. Everything is accounted for.'
 * @example 'No reminder was due. Everything is accounted for.'
 */
export function nightsInWords(nights: readonly Night[]): string {
  if (nights.length === 0) return 'No run has been recorded.';
  const sum = (figure: 'reminders' | 'mails' | 'failed') =>
    nights.reduce((total, night) => total + night[figure], 0);
  const did =
    sum('reminders') === 0
      ? 'No reminder was due.'
      : `${counted(sum('reminders'), 'reminder')} went into ${counted(sum('mails'), 'mail')}.`;
  return `${did} ${verdict(nights, sum('failed'))}`;
}

/** What the last of some runs held back: what an earlier one did, a later one has taken up. */
export const heldBackByLast = (nights: readonly Night[]): string => {
  const last = nights.toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  return last ? heldBackInWords(last) : '';
};

function verdict(nights: readonly Night[], failed: number): string {
  const unfinished = nights.filter(({ finishedAt }) => finishedAt === undefined).length;
  const unbalanced = nights.filter((night) => night.finishedAt !== undefined && !balances(night)).length;
  const wrong = [
    ...(unfinished > 0 ? [`${counted(unfinished, 'run')} did not end.`] : []),
    ...(unbalanced > 0 ? [`The account of ${counted(unbalanced, 'run')} does not balance.`] : []),
    ...(failed > 0 ? [`${counted(failed, 'date')} could not be read or planned.`] : []),
  ];
  return wrong.length > 0 ? wrong.join(' ') : 'Everything is accounted for.';
}

/** The days from the first to the last, both counted, that had no run: '21 November 2020' … in full. */
export function daysWithoutRun(nights: readonly Night[], first: Day, last: Day): string[] {
  const had = new Set<Day>(nights.map(({ plannedOn }) => plannedOn));
  const without: string[] = [];
  for (let day = first; !isAfter(day, last); day = addDays(day, 1))
    if (!had.has(day)) without.push(inWordsWithWeekday(day));
  return without;
}
