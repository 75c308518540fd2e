import { type Day, earlier } from '../domain/day.ts';
import { type Deadline, roles } from '../domain/deadline.ts';
import {
  type Decision,
  decide,
  nextActionOn,
  type People,
  type PlannedReminder,
  type Skip,
} from '../domain/night.ts';
import { editionOf } from '../domain/stage-plans.ts';
import type { Calendar } from '../domain/stages.ts';
import { type Log, reasonOf } from '../runtime/log.ts';
import { peopleOf } from '../store/people.ts';
import { mostLines } from '../store/plan-mail.ts';
import { fromItem, type Item } from '../store/records.ts';
import type { Table } from '../store/table.ts';
import { toExamine } from './to-examine.ts';

/**
 * What a night would do: one list of reminders for each recipient, and an account of everything else it looked at. `left` names those who
 * would be due a reminder and get none.
 */
export type Plan = {
  digests: PlannedReminder[][];
  /** Deadlines with nothing to say today, with the day the agenda should next bring them up. */
  reschedules: { deadline: Deadline; nextActionOn: Day }[];
  examined: number;
  reminded: number;
  skipped: Partial<Record<Skip, number>>;
  left: { deadline: Deadline; skip: Skip }[];
  failed: number;
  /** The edition of the stage plans by which every open deadline stands on the agenda already. */
  stagesEdition: number;
};

export type PlanDeps = { table: Table; calendar: Calendar; log: Log };

/**
 * Gathers what is due and decides, and writes nothing: the dry run and the night share it. One damaged record is counted as
 * failed and named in the log; it never stops the rest.
 */
export async function planNight({ table, calendar, log }: PlanDeps, today: Day): Promise<Plan> {
  const { items, stagesEdition } = await toExamine(table, editionOf(calendar.plans), today);
  const deadlines = items.flatMap((item) => readable(item, log));
  const whoIsWho = await peopleOf(table, deadlines);
  const plan: Plan = {
    digests: [],
    reschedules: [],
    examined: items.length,
    reminded: 0,
    skipped: {},
    left: [],
    failed: 0,
    stagesEdition,
  };
  plan.failed = items.length - deadlines.length;
  const reminders = deadlines.flatMap((deadline) => {
    try {
      const people = whoIsWho(deadline);
      return note(plan, deadline, people, decide(deadline, people, today, calendar), calendar);
    } catch (error) {
      log.error('A deadline could not be decided', { deadlineId: deadline.id, reason: reasonOf(error) });
      plan.failed += 1;
      return [];
    }
  });
  // In the order of what they are about, so that the same records always give the same night.
  const inOrder = reminders.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  plan.digests = [...Map.groupBy(inOrder, ({ recipient }) => recipient.id).values()];
  return plan;
}

/** The reminders of a plan as they go into mails: what one recipient is told, in as many mails as it takes. */
export const mailsIn = ({ digests }: Pick<Plan, 'digests'>): PlannedReminder[][] =>
  digests.flatMap((digest) =>
    Array.from({ length: Math.ceil(digest.length / mostLines) }, (_, mail) =>
      digest.slice(mail * mostLines, (mail + 1) * mostLines),
    ),
  );

const sortKey = ({ line }: PlannedReminder) => `${line.deadlineId} ${roles.indexOf(line.role)}`;

function readable(item: Item, log: Log): Deadline[] {
  try {
    return [fromItem('deadline', item)];
  } catch (error) {
    log.error('A deadline could not be read', { deadlineId: item.id, reason: reasonOf(error) });
    return [];
  }
}

function note(
  plan: Plan,
  deadline: Deadline,
  people: People,
  decision: Decision,
  calendar: Calendar,
): PlannedReminder[] {
  if ('reminders' in decision) {
    plan.reminded += 1;
    return decision.reminders;
  }
  const { skip } = decision;
  plan.skipped[skip] = (plan.skipped[skip] ?? 0) + 1;
  if (skip !== 'not-yet') plan.left.push({ deadline, skip });
  const next = placeOnAgenda(deadline, people, skip, calendar);
  if (next !== undefined) plan.reschedules.push({ deadline, nextActionOn: next });
  return [];
}

/** The day on which a deadline that is skipped is next looked at; undefined where that stays as it is. */
function placeOnAgenda(deadline: Deadline, people: People, skip: Skip, calendar: Calendar): Day | undefined {
  const isReckoned = (deadline.stagesEdition ?? 1) === editionOf(calendar.plans);
  if (isReckoned && skip !== 'not-yet') return undefined;
  const next = nextActionOn(deadline, people, calendar);
  // Whom nobody can write to now, or what is held back, is looked at every night once a stage has come, so that no night is lost when
  // somebody can, or when the hold is over.
  if (skip !== 'not-yet') return deadline.nextActionOn ? earlier(next, deadline.nextActionOn) : next;
  return isReckoned && next === deadline.nextActionOn ? undefined : next;
}
