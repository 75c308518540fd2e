import { addDays, type Day, isAfter } from '../../../../shared/domain/day.ts';
import type { People } from '../../../../shared/domain/night.ts';
import { type ReminderAhead, remindersAhead } from '../../../../shared/domain/reminders-ahead.ts';
import type { Duty, Row } from '../../../../shared/domain/row.ts';
import { editionOf } from '../../../../shared/domain/stage-plans.ts';
import type { Calendar } from '../../../../shared/domain/stages.ts';
import { peopleOf } from '../../../../shared/store/people.ts';
import type { Table } from '../../../../shared/store/table.ts';

type Reckoned = { until: Day; edition: number; holidays: object; reminders: readonly ReminderAhead[] };

/** Worked out a little further than is asked, so that tomorrow, which asks for a day more, finds it done. */
const daysBeyond = 14;

const reckoned = new WeakMap<Duty, Reckoned>();

/**
 * What will be told of a duty until a day at least. Worked out once for as long as the catalogue holds the very same duty: ten thousand
 * take a second.
 */
export function remindersUntil(duty: Duty, until: Day, calendar: Calendar): readonly ReminderAhead[] {
  const edition = editionOf(calendar.plans);
  const { holidays } = calendar;
  const known = reckoned.get(duty);
  if (known?.edition === edition && known.holidays === holidays && !isAfter(until, known.until))
    return known.reminders;
  const further = addDays(until, daysBeyond);
  const reminders = remindersAhead(duty, further, calendar);
  reckoned.set(duty, { until: further, edition, holidays, reminders });
  return reminders;
}

type Concerned = Pick<Duty, 'ownerId' | 'boardId'>;

/** Who the roles of the open duties of some rows are; nobody for a duty of which a person or the board is damaged. */
export async function peopleAhead(table: Table, rows: readonly Row[]): Promise<(duty: Duty) => People> {
  const known = new Map<string, Concerned>();
  for (const { duties } of rows)
    for (const duty of duties) if (duty.state === 'open') known.set(nameOf(duty), duty);
  const whoIsWho = await peopleOf(table, [...known.values()]);
  const people = new Map([...known].map(([name, concerned]) => [name, readable(whoIsWho, concerned)]));
  return (duty) => people.get(nameOf(duty)) ?? {};
}

const nameOf = ({ ownerId, boardId }: Concerned): string => `${ownerId ?? ''} ${boardId ?? ''}`;

function readable(whoIsWho: (of: Concerned) => People, of: Concerned): People {
  try {
    return whoIsWho(of);
  } catch {
    return {};
  }
}
