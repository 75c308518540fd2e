import { addDays, type Day, isAfter, isBefore, later } from './day.ts';
import { type Deadline, type Role, roles, type Staged } from './deadline.ts';
import { waits } from './expected-day.ts';
import { heldOn } from './hold.ts';
import { type Calendar, isEverTold, type Stage, stagesOf } from './stages.ts';

/** One reminder that somebody is to get: on which day, in which role, of which stage. */
export type ReminderAhead = { on: Day; role: Role; stage: string };

type Ahead = Staged & Pick<Deadline, 'plannedFromOn' | 'state' | 'hold'>;

/**
 * What each role is told of a deadline from the night after it was recorded until a day, if nothing changes and no night is missed: what
 * `decide` would say night by night (night.ts), worked out without living the nights. Of two stages that come together, or the first of
 * which waits for a working day until the second has come, the later is told.
 *
 * @example a promise for Thursday 20 May 2021, recorded on 24 November 2020, until 21 May: owner on 22 April (-28), 13 May (-7), 19 May
 *   (-1) and 21 May (+1)
 */
export function remindersAhead(deadline: Ahead, until: Day, calendar: Calendar): ReminderAhead[] {
  const stages: Stage[] = [];
  for (const stage of stagesOf(deadline, calendar)) {
    if (isAfter(stage.mailOn, until)) break;
    if (!isBefore(stage.on, deadline.plannedFromOn)) stages.push(stage);
  }
  return roles
    .filter((role) => isEverTold(deadline, role))
    .flatMap((role) => [...toldTo(role, stages, deadline, until, calendar)]);
}

function* toldTo(
  role: Role,
  stages: readonly Stage[],
  deadline: Ahead,
  until: Day,
  calendar: Calendar,
): Generator<ReminderAhead> {
  const firstNight = addDays(deadline.plannedFromOn, 1);
  const its = stages.filter(({ told }) => told.includes(role));
  let settled: Day | undefined;
  for (const [index, stage] of its.entries()) {
    if (settled && !isAfter(stage.on, settled)) continue;
    const on = leavesOn(stage, later(stage.mailOn, firstNight), deadline, until, calendar);
    const next = its[index + 1];
    const isOvertaken = next !== undefined && !isAfter(later(next.mailOn, firstNight), on);
    if (isOvertaken || isAfter(on, until)) continue;
    settled = stage.on;
    yield { on, role, stage: stage.key };
  }
}

/** The first night from the one on which it has come that it neither waits nor is held back. */
function leavesOn(stage: Stage, comeOn: Day, deadline: Ahead, until: Day, calendar: Calendar): Day {
  let on = comeOn;
  const stays = () => waits(stage, deadline, on, calendar) || heldOn(deadline, on);
  while (!isAfter(on, until) && stays()) on = addDays(on, 1);
  return on;
}
