import type { Desk } from '../../../functions/web/moves/desk.ts';
import { englandAndWales } from '../../../shared/domain/bank-holidays.ts';
import { liaisonTeamId } from '../../../shared/domain/contact.ts';
import { addDays, type Day, daysBetween, weekday } from '../../../shared/domain/day.ts';
import { londonDay } from '../../../shared/domain/london.ts';
import type { Mail, MailLine } from '../../../shared/domain/mail.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { keepComparison } from '../../../shared/store/comparisons.ts';
import { mailKey } from '../../../shared/store/keys.ts';
import type { Item } from '../../../shared/store/records.ts';
import { type Engine, openEngine } from '../engine.ts';
import type { Ground } from '../ground.ts';
import { tableOn } from '../wire-client.ts';
import { type End, World } from '../world.ts';
import { Mirror } from './mirror.ts';
import { momentOf, times } from './moments.ts';
import { staleIn } from './stale.ts';
import type { Trouble } from './trouble.ts';

export const firstDay = '2020-10-01' as Day;
/** The clocks go back on 25 October 2020, forward on 28 March 2021 and back on 31 October 2021. */
const days = 400;
const lastDay = addDays(firstDay, days);

/** A mail that really left, as the register had it at that moment. */
export type Left = { index: number; mail: Mail; on: Day; replyLost: boolean };
export type Told = { line: MailLine; left: Left };
type About = Pick<MailLine, 'deadlineId' | 'revision'>;

/** A run, how it ended, and how many damaged deadlines lay on its agenda. */
export type Run = {
  on: Day;
  at: number;
  end: End<Night>;
  damaged: number;
  calm: boolean;
  afterOutage: Day | undefined;
};

/** How a day is lived. `meanwhile`: what somebody does at a moment of it. */
export type DayPlan = {
  runs?: boolean;
  twice?: boolean;
  troubles?: Trouble[];
  meanwhile?: { at: number; act: () => Promise<unknown> };
};

const aboutOf = ({ deadlineId, revision }: About) => `${deadlineId} r${revision}`;

function listed<T>(lists: Map<string, T[]>, of: About): T[] {
  const list = lists.get(aboutOf(of)) ?? [];
  lists.set(aboutOf(of), list);
  return list;
}

const nameOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

/** The engine, the people around it and the calendar, in a world of their own; and everything the invariants ask about. */
export class Lab {
  readonly world = new World([]);
  readonly mirror: Mirror;
  readonly engine: Engine;
  readonly desk: Desk;
  readonly left: Left[] = [];
  /** How many mails and runs the invariants have looked at. */
  readonly judged = { mails: 0, runs: 0 };
  readonly runs: Run[] = [];
  /** When a record was last changed by anybody but the nightly run. */
  readonly touched = new Map<string, number>();
  /** Damaged records, as they were. */
  readonly damaged = new Map<string, Item>();
  /** Promises found broken at the moment they were. */
  readonly broken: string[] = [];
  readonly story: string[] = [];
  commands = 0;
  /** What happens at noon of a day to come: recommendations that arrive. */
  readonly arrivals = new Map<Day, (() => Promise<unknown>)[]>();
  /** Who owned a case's recommendation before its owner was changed, the last change last. */
  readonly handedOver = new Map<string, string>();
  /** The last day whose runs have been lived. */
  day = addDays(firstDay, -1);
  /** The last working day on which every run was lived and nothing went wrong. */
  sure: { on: Day; from: number } | undefined;
  readonly #told = new Map<string, Told[]>();
  #lastRunOn: Day | undefined;
  #loseReply = false;

  constructor(ground: Ground, mirrorAnswers = true) {
    this.mirror = new Mirror(ground, (before, after) => this.#noteChange(before, after), mirrorAnswers);
    this.engine = openEngine(this.world, this.mirror.client, ground.tableName, {
      witness: (mail) => this.#witness(mail),
    });
    let ids = 0;
    this.desk = {
      table: tableOn(this.mirror.client, ground.tableName),
      clock: this.world.clock,
      newId: () => `desk-${++ids}`,
      by: 'Liaison staff',
    };
  }

  get lived(): number {
    return daysBetween(firstDay, this.day) + 1;
  }

  get today(): Day {
    return londonDay(this.world.clock.now());
  }

  get isOver(): boolean {
    return this.day >= lastDay;
  }

  /** Lives the next day, until nothing of it is left to happen. */
  async live({ runs = true, twice = false, troubles = [], meanwhile }: DayPlan = {}): Promise<void> {
    this.day = addDays(this.day, 1);
    const on = this.day;
    const calm = runs && troubles.length === 0;
    for (const trouble of troubles) trouble.strike(this.world, () => (this.#loseReply = true));
    if (runs) {
      const afterOutage = this.#lastRunOn && addDays(this.#lastRunOn, 1) < on ? this.#lastRunOn : undefined;
      for (const time of [times.firstRun, times.secondRun, times.thirdRun]) {
        const first = time === times.firstRun ? afterOutage : undefined;
        this.world.at(momentOf(on, time), () => this.#run(on, calm, first));
        if (twice) this.world.at(momentOf(on, time) + 300, () => this.#run(on, calm, undefined));
      }
      this.#lastRunOn = on;
    }
    if (weekday(on) === 'Monday')
      this.world.at(momentOf(on, times.comparison), () =>
        keepComparison(this.desk.table, this.world.clock.now()),
      );
    this.world.at(momentOf(on, times.watchdog), () => this.#watch(on));
    for (const arrive of this.arrivals.get(on) ?? []) this.world.at(momentOf(on, times.noon), arrive);
    if (meanwhile) this.world.at(meanwhile.at, meanwhile.act);
    await this.world.live();
    this.world.calm();
    await this.mirror.refresh();
    const ended = this.runs
      .filter((run) => run.on === on)
      .every(({ end }) => end !== 'crashed' && 'value' in end);
    if (calm && ended && isWorkingDay(on, englandAndWales) === true)
      this.sure = { on, from: momentOf(on, times.firstRun) };
  }

  /** Lets somebody do something after the last day's runs. */
  async inTheEvening(act: () => Promise<unknown>): Promise<void> {
    this.world.at(momentOf(this.day, times.evening), act);
    await this.world.live();
    await this.mirror.refresh();
  }

  /** Every reminder of a deadline that left, in order. */
  toldOf = (of: About): readonly Told[] => this.#told.get(aboutOf(of)) ?? [];

  /** The reminders of a deadline of which a person was told that they did not leave, or perhaps not. */
  leftToPeople = (of: About): MailLine[] =>
    this.mirror
      .all('exception')
      .flatMap(({ mailId }) => (mailId ? (this.mirror.find<'mail'>(mailKey(mailId))?.lines ?? []) : []))
      .filter((line) => aboutOf(line) === aboutOf(of));

  isDamaged(key: Item): boolean {
    return this.damaged.has(nameOf(key));
  }

  touch(key: Item): void {
    this.touched.set(nameOf(key), this.world.now);
  }

  touchedAt(key: { pk: string; sk: string }): number {
    return this.touched.get(nameOf(key)) ?? Number.NEGATIVE_INFINITY;
  }

  async #run(on: Day, calm: boolean, afterOutage: Day | undefined): Promise<void> {
    await this.mirror.refresh();
    const onAgenda = (item: Item) => typeof item.agendaSk === 'string' && item.agendaSk < `${on}#\uffff`;
    const damaged =
      this.damaged.size === 0
        ? 0
        : this.mirror.all('deadline').filter((each) => this.isDamaged(each) && onAgenda(each)).length;
    const at = this.world.now;
    this.runs.push({ on, at, end: await this.engine.night(), damaged, calm, afterOutage });
  }

  async #watch(on: Day): Promise<void> {
    const today = this.runs.filter((run) => run.on === on).map(({ end }) => end);
    const last = today.at(-1);
    const isGood = (end: End<Night>) => end !== 'crashed' && 'value' in end && end.value.failed === 0;
    const cutOff = (end: End<Night>) => end === 'crashed' || 'error' in end;
    const ended = last !== undefined && !cutOff(last) && today.every((end) => cutOff(end) || isGood(end));
    const good = ended && !(await this.#isWaiting(on));
    const end = await this.engine.watch();
    const alarmed = end === 'crashed' || 'error' in end;
    // What is outstanding cannot be counted while a record of it cannot be read, and then there is no summary: a cause to alarm, too.
    const cause = !good || this.damaged.size > 0 || this.#liaisonIsMute() || leftBehind(last);
    if (alarmed ? !cause : !good)
      this.broken.push(`P6: the watchdog ${alarmed ? 'alarmed without cause' : 'did not alarm'} on ${on}`);
  }

  /** Whether no summary can reach liaison staff: the alarm is then the only word they get. */
  #liaisonIsMute(): boolean {
    return this.mirror.all('contact').some(({ id, delivery }) => id === liaisonTeamId && delivery !== 'ok');
  }

  /** Whether a mail that a run of the day planned has not left, as far as anybody knows. */
  async #isWaiting(on: Day): Promise<boolean> {
    await this.mirror.refresh();
    return this.mirror
      .all('mail')
      .some(
        ({ state, kind, plannedOn, asked }) =>
          kind !== 'summary' && !asked && plannedOn === on && (state === 'PENDING' || state === 'CLAIMED'),
      );
  }

  async #witness(mail: Mail): Promise<void> {
    await this.mirror.refresh();
    const on = this.today;
    const left = { index: this.left.length, mail, on, replyLost: this.#loseReply };
    this.left.push(left);
    for (const line of mail.lines) listed(this.#told, line).push({ line, left });
    this.#loseReply = false;
    this.broken.push(...staleIn(this, mail).map((what) => `P4: on ${on} a mail left ${what}`));
  }

  #noteChange(before: Item | undefined, after: Item): void {
    const { record } = after;
    if ((record === 'deadline' || record === 'contact') && before?.version !== after.version)
      this.touch(after);
  }
}

/** Whether the last run of a day left mails of earlier days behind. */
const leftBehind = (end: End<Night> | undefined): boolean =>
  end !== undefined &&
  end !== 'crashed' &&
  'value' in end &&
  end.value.heldBack + end.value.notHandedOver > 0;
