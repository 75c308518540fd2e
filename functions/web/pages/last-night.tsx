import { type Day, inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { balances, type Night } from '../../../shared/domain/night.ts';
import { fromToday } from '../../../shared/mail/counting.ts';
import { heldBackByLast } from '../../../shared/mail/night-words.ts';
import { lastNight, nightsOfDay } from '../../../shared/store/lists.ts';
import { RunLinks } from './run-links.tsx';
import type { Site } from './site.tsx';

/** The runs of the last day that had any, in one line, so that a run that is missing or went wrong is seen on the first page. */
export async function lastNightLine(site: Site, today: Day) {
  const last = await lastNight(site.table);
  if (!last) return <p class="govuk-body">No run has been recorded yet.</p>;
  const nights = await nightsOfDay(site.table, last.plannedOn);
  const mails = nights.reduce((sum, night) => sum + night.mails, 0);
  return (
    <p class="govuk-body">
      {`${counted(nights.length, 'run')} ${onDay(last.plannedOn, today)}, ${mails === 0 ? 'no mail' : counted(mails, 'mail')}: `}
      <RunLinks nights={nights} />. {verdictOf(nights)}
    </p>
  );
}

const onDay = (day: Day, today: Day): string =>
  day === today ? 'today' : `on ${inWordsWithWeekday(day)} (${fromToday(day, today)})`;

/** '1 run', '3 runs' */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/**
 * Whether some runs, the latest first, are accounted for, in a sentence. That everything is accounted for does not say that nothing is left to do:
 * mails may be waiting until the mail service takes more.
 */
export function verdictOf(nights: readonly Night[]): string {
  const several = nights.length > 1;
  if (nights.some(({ finishedAt }) => !finishedAt))
    return several ? 'One of them has not finished.' : 'It has not finished.';
  if (!nights.every(balances))
    return `Not everything that ${several ? 'one of them' : 'it'} looked at is accounted for.`;
  const failed = nights.reduce((sum, night) => sum + night.failed, 0);
  if (failed > 0) return `${failed} could not be read or planned.`;
  const accountedFor = `Everything ${several ? 'they' : 'it'} looked at is accounted for.`;
  return [accountedFor, heldBackByLast(nights)].filter(Boolean).join(' ');
}
