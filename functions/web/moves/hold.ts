import type { Deadline } from '../../../shared/domain/deadline.ts';
import { type HoldInput, holdBack, releaseHold } from '../../../shared/domain/hold.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf } from './desk.ts';
import { aboutDuty, type DutyAt, findDutyForMove } from './find-duty.ts';

/**
 * Holds the reminders of one deadline back until a day. What has been planned and not claimed waits too: the sender looks at the deadline
 * again, and its claim fails where this comes in between.
 */
export const holdReminders = (desk: Desk, at: DutyAt, input: HoldInput): Promise<Deadline | Refusal> =>
  decideAgain(() =>
    once(desk, 'hold', at, input.why, (deadline, making) => holdBack(deadline, input, making)),
  );

/** Lets them go again from the next run on. */
export const releaseReminders = (desk: Desk, at: DutyAt): Promise<Deadline | Refusal> =>
  decideAgain(() =>
    once(desk, 'release', at, undefined, (deadline, { today }) => releaseHold(deadline, today)),
  );

type Decide = (
  deadline: Deadline,
  making: { by: string; today: ReturnType<typeof today> },
) => Deadline | Refusal;

async function once(
  desk: Desk,
  move: 'hold' | 'release',
  at: DutyAt,
  why: string | undefined,
  decide: Decide,
): Promise<Deadline | Refusal> {
  const looked = await findDutyForMove(desk, move, at);
  if (isRefusal(looked)) return looked;
  const { deadline: before } = looked;
  const after = decide(before, { by: desk.by, today: today(desk.clock) });
  if (isRefusal(after)) return after;
  const refused = await save(desk.table, {
    creates: [],
    updates: [{ kind: 'deadline', before, after }],
    event: eventOf(desk, move, { ...aboutDuty(before), why }),
  });
  return refused ?? { ...after, version: before.version + 1 };
}
