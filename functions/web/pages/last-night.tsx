import type { Day } from '../../../shared/domain/day.ts';
import { balances, type Night } from '../../../shared/domain/night.ts';
import { listNights } from '../../../shared/store/lists.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { Site } from './site.tsx';
import { momentInWords } from './time-words.ts';

/** The last run in one line, so that a run that is missing or went wrong is seen on the first page. */
export async function lastNightLine(site: Site, today: Day) {
  const night = await lastNight(site.table, today);
  return (
    <p class="govuk-body">
      {night ? (
        <>
          Last run:{' '}
          <a class="govuk-link" href={`/nights/${encodeURIComponent(night.id)}`}>
            {momentInWords(night.startedAt)}
          </a>
          , {mailsInWords(night.mails)}. {verdictOf(night)}
        </>
      ) : (
        'No run has been recorded yet.'
      )}
    </p>
  );
}

export const mailsInWords = (mails: number) => `${mails} ${mails === 1 ? 'mail' : 'mails'}`;

/** Whether a run is accounted for, in a sentence. */
export function verdictOf(night: Night): string {
  if (!night.finishedAt) return 'It has not finished.';
  if (!balances(night)) return 'It does not add up: not everything it looked at is accounted for.';
  return night.failed > 0
    ? `${night.failed} could not be read or planned.`
    : 'Everything it looked at is accounted for.';
}

async function lastNight(table: Table, today: Day): Promise<Night | undefined> {
  const year = Number(today.slice(0, 4));
  const [newest] = (await listNights(table, String(year))).items;
  return newest ?? (await listNights(table, String(year - 1))).items[0];
}
