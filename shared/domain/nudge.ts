import type * as z from 'zod';
import { isLive } from './contact.ts';
import { type Day, inWords } from './day.ts';
import type { Deadline } from './deadline.ts';
import { heldOn } from './hold.ts';
import { input } from './input.ts';
import type { MailLine } from './mail.ts';
import type { People } from './night.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Reminder } from './reminder.ts';
import { line, optional } from './text.ts';

/** What a person types to have the owner reminded at once: a line that is quoted in the mail, if they wish. */
export const nudgeInput = input({ note: optional(line('the note')) });

export type NudgeInput = z.infer<typeof nudgeInput>;

const stageName = /^nudge-\d{4}-\d\d-\d\d$/;

/** Whether a stage is none of a plan, but was asked for by liaison staff. */
export const isNudge = ({ stage }: { stage: string }): boolean => stageName.test(stage);

/**
 * The reminder by which liaison staff have the owner of an open deadline written to at once, besides the usual ones: it settles no stage.
 * The ledger counts it as one of its day, so that there is one a day at most for each deadline and recipient.
 *
 * @param ledger what the recommendation's owner and others have been reminded of
 * @example on 16 November 2020 → stage 'nudge-2020-11-16'; a second time on that day → refused
 */
export function nudge(
  deadline: Deadline,
  people: People,
  today: Day,
  ledger: readonly Reminder[],
): MailLine | Refusal {
  const { owner } = people;
  const refused = mayRemindOf(deadline, today) ?? mayRemind(people);
  if (refused) return refused;
  const { id: deadlineId, caseId, number, revision } = deadline;
  const stage = `nudge-${today}`;
  if (
    ledger.some(
      (row) => row.deadlineId === deadlineId && row.stage === stage && row.recipientId === owner!.id,
    )
  )
    return refuse(
      'already-nudged',
      `Liaison staff have had ${owner!.name} reminded of this date today already: once a day is enough`,
    );
  return {
    deadlineId,
    caseId,
    number,
    revision,
    stage,
    role: 'owner',
    stageOn: today,
    mailOn: today,
    late: false,
    coalesced: [],
  };
}

/** Why nobody can be reminded of a deadline at once, whoever owns it. */
export function mayRemindOf(
  { kind, state, pausedOn, hold }: Pick<Deadline, 'kind' | 'state' | 'pausedOn' | 'hold'>,
  today: Day,
): Refusal | undefined {
  if (kind === 'publication' || state !== 'open')
    return refuse('nothing-to-remind-of', 'Nothing is waited for from the owner at this date');
  if (pausedOn !== null)
    return refuse(
      'paused',
      'No response is due while the judicial review lasts, so the owner cannot be asked for one now',
    );
  return heldOn({ state, hold }, today)
    ? refuse('held', `Reminders of this date are held back until ${inWords(hold!.until)}: release them first`)
    : undefined;
}

export const nobodyOwns = refuse('no-owner', 'Nobody owns this recommendation: choose an owner first');

function mayRemind({ owner }: People): Refusal | undefined {
  if (!owner) return nobodyOwns;
  const { name } = owner;
  return isLive(owner)
    ? undefined
    : refuse('cannot-be-written-to', `${name} cannot be written to: choose another owner first`);
}
