import type { Board } from './board.ts';
import type { Contact } from './contact.ts';
import { addDays, type Day, isAfter, isBefore, weekday } from './day.ts';
import type { Role } from './deadline.ts';
import { type People, rolesTold } from './night.ts';
import type { ReminderAhead } from './reminders-ahead.ts';
import type { Duty, Row } from './row.ts';

/** A duty with the recommendation it is on. */
export type Entry = { row: Row; duty: Duty };

/** All that one person is told on a day, in one mail. */
export type MailAhead = { recipient: Contact; about: (Entry & { role: Role; stage: string })[] };

/** A day on which something is to happen. `late` holds what is late from this day on. */
export type ForecastDay = {
  on: Day;
  meetings: Board[];
  opens: Entry[];
  due: Entry[];
  late: Entry[];
  mails: MailAhead[];
};

/** A week, or as much of one as is asked about. It begins on a Monday or on the first day. */
export type ForecastWeek = {
  from: Day;
  until: Day;
  opens: number;
  responses: number;
  updates: number;
  publications: number;
  late: number;
  mails: number;
  days: ForecastDay[];
};

/** What a forecast is worked out with: who each role of a duty is, and what they will be told of it until the last day. */
export type Foreseen = {
  boards: readonly Board[];
  peopleOf(duty: Duty): People;
  remindersOf(duty: Duty): readonly ReminderAhead[];
};

/**
 * What opens, falls due and becomes late, which boards meet and what will be mailed, on the days from one until another, both counted, if nothing changes:
 * nobody answers, no date moves, nobody leaves and no night is missed. Days on which nothing happens are left out; weeks are not.
 * A period that judicial review holds up has no days; its reviews are mailed.
 */
export function forecastOf(rows: readonly Row[], from: Day, until: Day, foreseen: Foreseen): ForecastWeek[] {
  const days = new Days(from, until);
  for (const row of rows)
    for (const duty of row.duties) {
      if (duty.state !== 'open') continue;
      days.addDates({ row, duty });
      days.addMails({ row, duty }, foreseen);
    }
  for (const board of foreseen.boards) for (const on of board.meetings) days.on(on)?.meetings.push(board);
  return weeksOf(days.inOrder(), from, until);
}

class Days {
  readonly #days = new Map<Day, ForecastDay>();
  readonly #mails = new Map<string, MailAhead>();
  readonly #from: Day;
  readonly #until: Day;
  readonly #dayBefore: Day;

  constructor(from: Day, until: Day) {
    this.#from = from;
    this.#until = until;
    this.#dayBefore = addDays(from, -1);
  }

  /** The day, where it is asked about. */
  on(on: Day | null): ForecastDay | undefined {
    if (on === null || isBefore(on, this.#from) || isAfter(on, this.#until)) return undefined;
    const held = this.#days.get(on) ?? { on, meetings: [], opens: [], due: [], late: [], mails: [] };
    this.#days.set(on, held);
    return held;
  }

  addDates(entry: Entry): void {
    const { opensOn, dueOn, lateAfterOn, pausedOn } = entry.duty;
    if (pausedOn !== null) return;
    this.on(opensOn)?.opens.push(entry);
    this.on(dueOn)?.due.push(entry);
    // The day after is worked out only where it may be asked about: of thousands few are.
    if (lateAfterOn !== null && isBefore(lateAfterOn, this.#until) && !isBefore(lateAfterOn, this.#dayBefore))
      this.on(addDays(lateAfterOn, 1))?.late.push(entry);
  }

  addMails(entry: Entry, { peopleOf, remindersOf }: Foreseen): void {
    const people = peopleOf(entry.duty);
    const roles = rolesTold(people);
    for (const { on, role, stage } of remindersOf(entry.duty)) {
      const recipient = roles.includes(role) ? people[role] : undefined;
      const day = recipient && this.on(on);
      if (day) this.#mail(day, recipient).about.push({ ...entry, role, stage });
    }
  }

  #mail(day: ForecastDay, recipient: Contact): MailAhead {
    const name = `${day.on} ${recipient.id}`;
    const held = this.#mails.get(name);
    if (held) return held;
    const mail: MailAhead = { recipient, about: [] };
    this.#mails.set(name, mail);
    day.mails.push(mail);
    return mail;
  }

  inOrder(): ReadonlyMap<Day, ForecastDay> {
    for (const { opens, due, late, mails } of this.#days.values()) {
      for (const entries of [opens, due, late, ...mails.map(({ about }) => about)]) entries.sort(byReference);
      mails.sort((a, b) => (byName(a) < byName(b) ? -1 : 1));
    }
    return this.#days;
  }
}

const byName = ({ recipient: { name, id } }: MailAhead): string => `${name} ${id}`;

function byReference({ row: a }: Entry, { row: b }: Entry): number {
  if (a.reference !== b.reference) return a.reference < b.reference ? -1 : 1;
  return a.number - b.number;
}

function weeksOf(days: ReadonlyMap<Day, ForecastDay>, from: Day, until: Day): ForecastWeek[] {
  const weeks: ForecastWeek[] = [];
  for (let on = from; !isAfter(on, until); on = addDays(on, 1)) {
    if (weeks.length === 0 || weekday(on) === 'Monday') weeks.push(emptyWeek(on));
    const week = weeks.at(-1)!;
    week.until = on;
    const day = days.get(on);
    if (day) addTo(week, day);
  }
  return weeks;
}

const emptyWeek = (from: Day): ForecastWeek => ({
  from,
  until: from,
  opens: 0,
  responses: 0,
  updates: 0,
  publications: 0,
  late: 0,
  mails: 0,
  days: [],
});

function addTo(week: ForecastWeek, day: ForecastDay): void {
  const dueOf = (kind: Duty['kind']) => day.due.filter(({ duty }) => duty.kind === kind).length;
  week.opens += day.opens.length;
  week.responses += dueOf('response');
  week.updates += dueOf('update');
  week.publications += dueOf('publication');
  week.late += day.late.length;
  week.mails += day.mails.length;
  week.days.push(day);
}
