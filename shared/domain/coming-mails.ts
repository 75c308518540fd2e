import type { Contact } from './contact.ts';
import { addDays, type Day, later } from './day.ts';
import { decide, nextActionOn, type PlannedReminder, type Skip, settle } from './night.ts';
import type { Subject } from './stage-preview.ts';
import type { Calendar } from './stages.ts';

/** A mail that will be sent if nothing changes: all that one person is told on one day of the duties that were asked about. */
export type ComingMail = { on: Day; recipient: Contact; reminders: PlannedReminder[] };

/**
 * The next mails about some open duties, in the order in which they will go: the nights are lived from today on as the engine lives them,
 * until each duty has been mailed about on `nights` of them. A duty that nobody can be written to about has none.
 *
 * @example window 20 March to 20 May 2021, on 20 November 2020 → 22 March (it opened on a Saturday), 22 April and 13 May
 */
export function comingMails(
  subjects: readonly Subject[],
  today: Day,
  calendar: Calendar,
  nights: number,
): ComingMail[] {
  const told = subjects.flatMap((subject) => toldNext(subject, today, calendar, nights));
  const mails = Map.groupBy(told, ({ on, reminder }) => `${on} ${reminder.recipient.id}`);
  return [...mails.values()]
    .map((each) => ({
      on: each[0]!.on,
      recipient: each[0]!.reminder.recipient,
      reminders: each.map(({ reminder }) => reminder),
    }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

// What is held back goes after its hold; for whom nobody can write to there is no next mail.
const isNobodys = (skip: Skip): boolean => skip === 'no-owner' || skip === 'owner-unreachable';

type Told = { on: Day; reminder: PlannedReminder };

function toldNext({ deadline, people }: Subject, today: Day, calendar: Calendar, nights: number): Told[] {
  const told: Told[] = [];
  let standing = deadline;
  let on = later(today, nextActionOn(standing, people, calendar));
  for (let lived = 0; lived < nights; ) {
    const decision = decide(standing, people, on, calendar);
    if ('skip' in decision && isNobodys(decision.skip)) return [];
    if ('reminders' in decision) {
      lived += 1;
      // Its words are made from the duty as it stands that day, told of all that went before.
      told.push(...decision.reminders.map((reminder) => ({ on, reminder })));
      standing = decision.reminders.reduce((settled, { line }) => settle(settled, line), standing);
    }
    on = later(addDays(on, 1), nextActionOn(standing, people, calendar));
  }
  return told;
}
