import type { Contact } from '../../../shared/domain/contact.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { type NudgeInput, nudge } from '../../../shared/domain/nudge.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { type HandOverDeps, handOver } from '../../../shared/engine/hand-over.ts';
import { notPlanned } from '../../../shared/engine/preview.ts';
import { today as todayOf } from '../../../shared/runtime/clock.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import { nudging } from '../../../shared/store/plan-nudge.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { aboutDuty, type DutyAt, findDutyForMove } from './find-duty.ts';

/** A mail that liaison staff ask for, before it is planned: whom it reminds of which deadline. */
export type Asking = { mail: Mail; owner: Contact; deadline: Deadline };

/**
 * Has the owner of an open deadline reminded at once, counted in the ledger. The mail is planned in one transaction with its event, then
 * handed to the sender within the quota of the day; where that fails it waits, and the next run hands it over. The deadline is written as
 * it was, so that nobody is reminded of what is kept, closed or held back at the same moment.
 */
export async function nudgeOwner(
  desk: Desk,
  sending: HandOverDeps,
  at: DutyAt,
  input: NudgeInput,
): Promise<Mail | Refusal> {
  const planned = await decideAgain(() => once(desk, at, input));
  if (!isRefusal(planned)) await handOver(sending, [planned], planned.plannedOn);
  return planned;
}

async function once(desk: Desk, at: DutyAt, input: NudgeInput): Promise<Mail | Refusal> {
  const asking = await askingFor(desk, at, input);
  if (isRefusal(asking)) return asking;
  const { deadline } = asking;
  const { clock, newId, table } = desk;
  const mail: Mail = { ...asking.mail, id: newId(), nightId: `${clock.now()}-nudge` };
  const refused = await save(
    table,
    {
      creates: [],
      updates: [{ kind: 'deadline', before: deadline, after: deadline }],
      event: eventOf(desk, 'nudge', { ...aboutDuty(deadline), why: input.note }),
    },
    nudging(table, mail),
  );
  return refused ?? mail;
}

/** What would be sent, or why nothing can be. */
export async function askingFor(desk: Desk, at: DutyAt, { note }: NudgeInput): Promise<Asking | Refusal> {
  const looked = await findDutyForMove(desk, 'nudge', at);
  if (isRefusal(looked)) return looked;
  const { deadline, found } = looked;
  const today = todayOf(desk.clock);
  const people = (await peopleOf(desk.table, [deadline]))(deadline);
  const line = nudge(deadline, people, today, found.entry.reminders);
  if (isRefusal(line)) return line;
  const owner = people.owner!;
  const asked = { by: desk.by, ...(note ? { note } : {}) };
  return { mail: notPlanned({ recipientId: owner.id, lines: [line], asked }, { today }), owner, deadline };
}
