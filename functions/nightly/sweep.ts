import type { Exception } from '../../shared/domain/exception.ts';
import { raise } from '../../shared/domain/exception.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { type Verdict, verdictOn } from '../../shared/domain/mail-life.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import { move, raising, readMail, unsettledMails } from '../../shared/store/outbox.ts';
import type { Table } from '../../shared/store/table.ts';

export type SweepDeps = { table: Table; clock: Clock; log: Log };

/** What was found of earlier mails: which are to be handed to the sender (again), and how many went each way. */
export type Swept = { handOver: string[]; sentAgain: number; needHuman: number; unconfirmed: number };

/**
 * Looks at every mail of which something is still to be heard. What waits is handed to the sender again; a claim without a word of its
 * mail for an hour is sent again, twice at most, marked as a possible duplicate, and then left to a person. One mail that cannot be
 * swept never stops the rest.
 */
export async function sweep(deps: SweepDeps): Promise<Swept> {
  const swept: Swept = { handOver: [], sentAgain: 0, needHuman: 0, unconfirmed: 0 };
  for await (const mailId of unsettledMails(deps.table)) {
    try {
      const mail = await readMail(deps.table, mailId);
      if (mail) await settle(deps, mail, swept);
    } catch (error) {
      deps.log.error('A mail could not be swept', { mailId, reason: reasonOf(error) });
    }
  }
  return swept;
}

async function settle({ table, clock, log }: SweepDeps, mail: Mail, swept: Swept): Promise<void> {
  const now = clock.now();
  const verdict: Verdict = verdictOn(mail, now);
  const raised = (kind: Exception['kind']) => [
    raising(table, raise(kind, { mailId: mail.id, contactId: mail.recipientId }, now)),
  ];
  switch (verdict) {
    case 'hand-over':
      swept.handOver.push(mail.id);
      return;
    case 'send-again':
      if (await move(table, mail, { ...mail, state: 'PENDING', possibleDuplicate: true })) {
        swept.handOver.push(mail.id);
        swept.sentAgain += 1;
      }
      return;
    case 'needs-human':
      log.error('A mail needs a person to look at it', { mailId: mail.id });
      if (await move(table, mail, { ...mail, state: 'NEEDS_HUMAN', settledAt: now }, raised('needs-human')))
        swept.needHuman += 1;
      return;
    case 'unconfirmed':
      if (await move(table, mail, { ...mail, state: 'NO_CONFIRMATION' }, raised('unconfirmed')))
        swept.unconfirmed += 1;
      return;
    case 'wait':
      return;
  }
}
