import { addDays, type Day, daysBetween, isAfter } from './day.ts';
import type { Mail, MailLine } from './mail.ts';
import { isNudge } from './nudge.ts';

/**
 * How much a day's delay would harm, the worst first:
 *
 * - `last-chance`: a duty due today or tomorrow, which the owner can still keep if told now; or the first word that one has just lapsed
 *   (stages less than a week after its last day), without which nobody knows that the clock runs against them;
 * - `coming`: a window that opens, a duty due later, or what liaison staff asked for: the next day's mail still leaves time;
 * - `repeated`: another notice of something long overdue, of which the owner has been told before;
 * - `review`: a look at a promise without a date, which has no day to miss.
 *
 * What does not press would wait for ever behind what presses more and comes every day, so each week of waiting raises it by one
 * class, up to `coming`: there the earlier day goes first, and what has waited is of the earlier day. Never to `last-chance`: no wait is
 * worth somebody's last chance.
 */
const urgencies = ['last-chance', 'coming', 'repeated', 'review'] as const;

type Urgency = (typeof urgencies)[number];

/** What presses in a line: how much, and the day it is about (the last day of a duty that is coming, else the stage's own). */
type Pressing = { rank: number; on: Day };

const pressing = (urgency: Urgency, on: Day): Pressing => ({ rank: urgencies.indexOf(urgency), on });

const justLapsedDays = 7;

const daysToNextClass = 7;

const highestByWaiting = urgencies.indexOf('coming');

/**
 * Puts the mails first whose most pressing line would be harmed most by waiting for the next run: what the day's quota does not reach stays
 * behind. Of equally pressing ones the earlier day comes first, then the lower id, so that the same mails are always in the same order.
 * A stage that was settled with a later one counts too: after missed nights "14 days late" may be the first an owner hears of it.
 *
 * @example on 22 November 2020: due on 23 November, then 1 day late, then a window opening, then 28 days late, then a review;
 *   but a review planned on 8 November, 14 days ago, before the window
 */
export function byUrgency(today: Day): (a: Mail, b: Mail) => number {
  return (a, b) => {
    const [one, other] = [mostPressing(a, today), mostPressing(b, today)];
    return byPressure(one, other) || inOrder(a.id, b.id);
  };
}

const byPressure = (a: Pressing, b: Pressing) => a.rank - b.rank || inOrder(a.on, b.on);

const inOrder = (a: string, b: string) => (a < b ? -1 : Number(a > b));

// A summary has no lines; one mail a day, it tells liaison staff what nobody else is told, so it never waits.
const mostPressing = ({ lines, plannedOn }: Mail, today: Day): Pressing =>
  lines.length === 0
    ? pressing('last-chance', plannedOn)
    : lines
        .map((line) => raised(pressingIn(line, today), daysBetween(plannedOn, today)))
        .toSorted(byPressure)[0]!;

const raised = ({ rank, on }: Pressing, waited: number): Pressing => ({
  rank: Math.min(rank, Math.max(highestByWaiting, rank - Math.floor(waited / daysToNextClass))),
  on,
});

function pressingIn(line: MailLine, today: Day): Pressing {
  const { stage, stageOn, coalesced } = line;
  if (isNudge(line)) return pressing('coming', stageOn);
  const counted = /(review|paused)?([+-])(\d+)/.exec(stage);
  if (!counted) return pressing('coming', stageOn);
  const [, looks, side, offset] = counted;
  const days = Number(offset);
  if (looks) return pressing('review', stageOn);
  if (side === '+') {
    const first = Math.min(days, ...coalesced.filter((each) => each.startsWith('+')).map(Number));
    return pressing(first < justLapsedDays ? 'last-chance' : 'repeated', stageOn);
  }
  const dueOn = addDays(stageOn, days);
  return pressing(isAfter(dueOn, addDays(today, 1)) ? 'coming' : 'last-chance', dueOn);
}
