import { type Day, later } from '../../../shared/domain/day.ts';
import { type Deadline, type Role, roles } from '../../../shared/domain/deadline.ts';
import { type Mail, type MailState, neverTells } from '../../../shared/domain/mail.ts';
import type { People } from '../../../shared/domain/night.ts';
import { isNudge } from '../../../shared/domain/nudge.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';

/** Mails that have not reached anybody; one that waits is dropped when its recipient has lost the role it was meant for. */
const reachedNobody: readonly MailState[] = ['PENDING', 'SUPPRESSED', 'FAILED', 'BOUNCED'];

/**
 * Through which stage each role of a deadline has been told, once its people have changed. A stage whose mail reached nobody is not
 * settled for whoever has the role now, so the next night tells them; what was planned for that very person stays theirs, in whichever
 * role, unless it was dropped from its mail because somebody else had the role for a while.
 *
 * @example the mail of 26 October still waits when its owner changes on that day → owner null: the new owner is told of it
 */
export function toldSoFar(
  deadline: Deadline,
  people: People,
  ledger: readonly Reminder[],
  mails: readonly Mail[],
): Deadline['settledThrough'] {
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  const isLost = (row: Reminder) => {
    const mail = byId.get(row.mailId);
    if (mail && neverTells(mail, row)) return true;
    return row.recipientId !== people[row.role]?.id && reachedNobody.includes(mail?.state ?? 'PENDING');
  };
  const through = (role: Role): Day | null => {
    const planned = ledger.filter(
      (row) =>
        !isNudge(row) &&
        row.deadlineId === deadline.id &&
        row.revision === deadline.revision &&
        (row.role === role || row.recipientId === people[role]?.id),
    );
    if (planned.length === 0) return deadline.settledThrough[role];
    const told = planned.filter((row) => !isLost(row)).map(({ stageOn }) => stageOn);
    return told.length > 0 ? told.reduce(later) : null;
  };
  return Object.fromEntries(roles.map((role) => [role, through(role)])) as Deadline['settledThrough'];
}
