import type { Child } from 'hono/jsx';
import { type Day, inWordsWithWeekday } from '../../../../shared/domain/day.ts';
import { firstRunAt, nextRunOn } from '../../../../shared/domain/next-run.ts';
import { editionOf } from '../../../../shared/domain/stage-plans.ts';
import type { Calendar } from '../../../../shared/domain/stages.ts';
import { planNight } from '../../../../shared/engine/plan.ts';
import { countDueOnAgenda } from '../../../../shared/store/agenda.ts';
import { lastFinishedNight } from '../../../../shared/store/lists.ts';
import { mostLines } from '../../../../shared/store/plan-mail.ts';
import { readCalendar } from '../../../../shared/store/stage-plans.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { counted } from '../last-night.tsx';
import type { Site } from '../site.tsx';

/** The most dates that are worked out for a first page; of more it says only how many there are to look at. */
const mostWorkedOut = 200;

/** When mails are planned next, and how many there would be, in one line. */
export async function tonightLine(site: Site) {
  const on = nextRunOn(site.clock.now());
  return (
    <p class="govuk-body">
      {`Next run at ${firstRunAt} on ${inWordsWithWeekday(on)}: `}
      {await foreseen(site, on)}{' '}
      <a class="govuk-link" href="/tonight">
        See what it will send
      </a>
    </p>
  );
}

async function foreseen({ table, holidays, log }: Site, on: Day): Promise<Child> {
  const [due, calendar] = await Promise.all([
    countDueOnAgenda(table, on, mostWorkedOut),
    readCalendar(table, holidays),
  ]);
  if (due > mostWorkedOut) return `more than ${mostWorkedOut} dates to look at.`;
  if (!(await isReckoned(table, calendar)))
    return 'every open date will be looked at, because the reminder stages were changed.';
  const { digests } = await planNight({ table, calendar, log }, on);
  if (digests.length === 0) return 'nothing to send.';
  const mails = digests.reduce((sum, { length }) => sum + Math.ceil(length / mostLines), 0);
  return `${counted(mails, 'mail')} to ${digests.length === 1 ? '1 person' : `${digests.length} people`}.`;
}

/** Does the agenda hold every open date by the stages as they are now? */
const isReckoned = async (table: Table, { plans }: Calendar): Promise<boolean> =>
  editionOf(plans) === 1 || ((await lastFinishedNight(table))?.stagesEdition ?? 1) >= editionOf(plans);
