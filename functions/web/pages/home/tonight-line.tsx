import { addDays, type Day } from '../../../../shared/domain/day.ts';
import { type NextRun, nextRunAfter, runTimes } from '../../../../shared/domain/run-times.ts';
import { editionOf } from '../../../../shared/domain/stage-plans.ts';
import type { Calendar } from '../../../../shared/domain/stages.ts';
import { mailsIn, planNight } from '../../../../shared/engine/plan.ts';
import { today as todayOf } from '../../../../shared/runtime/clock.ts';
import { countDueOnAgenda } from '../../../../shared/store/agenda.ts';
import { lastFinishedNight } from '../../../../shared/store/lists.ts';
import { readCalendar } from '../../../../shared/store/stage-plans.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { counted } from '../last-night.tsx';
import type { Site } from '../site.tsx';

/** The most dates that are worked out for a first page; of more it says only that there are. */
const mostWorkedOut = 200;

/** What the next run will send and when; where that is one that only takes up what is left over, what the first of tomorrow will send too. */
export async function tonightLine(site: Site) {
  const today = todayOf(site.clock);
  const next = nextRunAfter(site.clock.now());
  const morning: NextRun = { on: addDays(next.on, 1), at: runTimes[0] };
  const runs = next.at === runTimes[0] ? [next] : [next, morning];
  const words = await Promise.all(
    runs.map(
      async (run, index) =>
        `${index === 0 ? 'Next run' : 'Then'} ${whenOf(run, today)}: ${await foreseen(site, run.on)}`,
    ),
  );
  return (
    <p class="govuk-body">
      {`${words.join(' ')} `}
      <a class="govuk-link" href="/tonight">
        See what the next run will send
      </a>
    </p>
  );
}

const whenOf = ({ on, at }: NextRun, today: Day): string => `${on === today ? 'today' : 'tomorrow'} at ${at}`;

async function foreseen({ table, holidays, log }: Site, on: Day): Promise<string> {
  const [due, calendar] = await Promise.all([
    countDueOnAgenda(table, on, mostWorkedOut),
    readCalendar(table, holidays),
  ]);
  if (due > mostWorkedOut) return `more than ${mostWorkedOut} dates to look at.`;
  if (!(await isReckoned(table, calendar)))
    return 'every open date to look at, because the reminder stages were changed.';
  const plan = await planNight({ table, calendar, log }, on);
  const people = plan.digests.length;
  if (people === 0) return 'nothing to send.';
  return `${counted(mailsIn(plan).length, 'mail')} to ${people === 1 ? '1 person' : `${people} people`}.`;
}

/** Does the agenda hold every open date by the stages as they are now? */
const isReckoned = async (table: Table, { plans }: Calendar): Promise<boolean> =>
  editionOf(plans) === 1 || ((await lastFinishedNight(table))?.stagesEdition ?? 1) >= editionOf(plans);
