import * as fc from 'fast-check';
import { deadlineKey } from '../../../../shared/store/keys.ts';
import { reminderName } from '../../story.ts';
import { anyPick, command } from '../command.ts';
import { isDamaged } from '../invariants.ts';
import type { Lab, Left } from '../lab.ts';
import { actingFor, canBeMailed } from '../oracle.ts';
import { contactOf, finding, holdersNow } from '../stale.ts';

const recent = 40;

const reports = {
  bounces: { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } },
  'is reported as spam': { eventType: 'Complaint' },
};

/** One of the latest mails to somebody who can be mailed bounces, or is reported as spam. */
export const comeBack = fc
  .record({ pick: anyPick, how: fc.constantFrom('bounces', 'bounces', 'is reported as spam') })
  .map(({ pick, how }) =>
    command(`a mail ${how}`, async (lab) => {
      const mails = lab.left
        .slice(-recent)
        .filter(({ mail }) => canBeMailed(contactOf(lab, mail.recipientId)));
      const left = mails[pick % mails.length];
      if (!left) return;
      await lab.inTheEvening(async () => {
        const { mail, index } = left;
        lab.story.push(`    mail ${mail.id} to ${mail.recipientId} ${how}`);
        lab.engine.report({
          ...reports[how as keyof typeof reports],
          mail: { messageId: `message-${index + 1}`, tags: { mailId: [mail.id] } },
        });
      });
      if (how === 'bounces') lab.broken.push(...notPassedOn(lab, left));
    }),
  );

/** P1: what bounced goes to whoever acts for its recipient, where mail reaches them and nothing later was told meanwhile. What cannot be
 * worded, because a record of it is damaged, waits until that is put right. */
function notPassedOn(lab: Lab, { mail }: Left): string[] {
  const instead = actingFor(mail.recipientId, finding(lab));
  if (!canBeMailed(instead)) return [];
  return mail.lines.flatMap((line) => {
    const key = deadlineKey({ ...line, id: line.deadlineId });
    const deadline = lab.mirror.find<'deadline'>(key);
    const applies =
      deadline?.state === 'open' && deadline.revision === line.revision && !isDamaged(lab, deadline);
    if (!applies || holdersNow(lab, deadline)[line.role]?.id !== instead.id) return [];
    const heard = lab.toldOf(line).some(({ line: told, left }) => {
      const later = told.role === line.role && told.stageOn > line.stageOn;
      return later || (told.stageOn >= line.stageOn && left.mail.recipientId === instead.id);
    });
    return heard
      ? []
      : [`P1: ${reminderName(line, mail.recipientId)} bounced, and ${instead.id} did not get it`];
  });
}
