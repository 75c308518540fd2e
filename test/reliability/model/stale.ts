import { type Contact, liaisonTeamId } from '../../../shared/domain/contact.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { boardKey, contactKey, deadlineKey } from '../../../shared/store/keys.ts';
import type { Lab } from './lab.ts';
import { canBeMailed, type Find, type Holders, holdersOf } from './oracle.ts';

export const contactOf = (lab: Lab, id: string | undefined): Contact | undefined =>
  id === undefined ? undefined : lab.mirror.find<'contact'>(contactKey(id));

/** People and chairs as the table has them. */
export const finding = (lab: Lab): Find => ({
  contact: (id) => contactOf(lab, id),
  chairId: (id) => (id === undefined ? undefined : lab.mirror.find<'board'>(boardKey(id))?.chairId),
});

export const holdersNow = (lab: Lab, deadline: Deadline): Holders => holdersOf(deadline, finding(lab));

/** What of a mail does not hold at the moment it leaves: of a duty that is over or has other dates, or to somebody who is not to have it. */
export function staleIn(lab: Lab, { id, lines, recipientId }: Mail): string[] {
  return lines.flatMap((line) => {
    const deadline = lab.mirror.find<'deadline'>(deadlineKey({ ...line, id: line.deadlineId }));
    const about = `(${id}) about ${line.deadlineId} r${line.revision} ${line.stage}`;
    if (deadline?.state !== 'open') return [`${about}, which is over`];
    const { hold } = deadline;
    if (hold && hold.since <= lab.today && lab.today <= hold.until)
      return [`${about}, which is held back until ${hold.until}`];
    if (deadline.revision !== line.revision)
      return [`${about}, whose dates are those of r${deadline.revision}`];
    const holder = holdersNow(lab, deadline)[line.role];
    if (holder?.id !== recipientId)
      return [`${about} to ${recipientId}, but the ${line.role} is ${holder?.id}`];
    if (deadline.kind === 'publication' && deadline.ownerId !== liaisonTeamId)
      return [`${about}, which is for liaison staff, to ${recipientId}`];
    return canBeMailed(holder) ? [] : [`${about} to ${recipientId}, who cannot be mailed`];
  });
}
