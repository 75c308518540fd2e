import type { Exception } from '../../shared/domain/exception.ts';
import { raise } from '../../shared/domain/exception.ts';
import type { Mail } from '../../shared/domain/mail.ts';
import { verdictOn } from '../../shared/domain/mail-life.ts';
import type { Outstanding } from '../../shared/domain/night.ts';
import type { Clock } from '../../shared/runtime/clock.ts';
import { type Log, reasonOf } from '../../shared/runtime/log.ts';
import { move, raising, readMail, unsettledMails } from '../../shared/store/outbox.ts';
import type { Table } from '../../shared/store/table.ts';

export type SweepDeps = { table: Table; clock: Clock; log: Log };

/** What was found of earlier mails: which are to be handed to the sender (again), and the account of them all. */
export type Swept = { toSend: Mail[]; outstanding: Outstanding };

type Fate = Exclude<keyof Outstanding, 'found'>;

export const nothingFound: Outstanding = {
  found: 0,
  toHandOver: 0,
  sentAgain: 0,
  needHuman: 0,
  unconfirmed: 0,
  waiting: 0,
  settled: 0,
  failed: 0,
};

/**
 * Looks at every mail of which something is still to be heard. What waits is handed to the sender again; a claim without a word of its
 * mail for an hour is sent again, twice at most, marked as a possible duplicate, and then left to a person. One mail that cannot be
 * swept never stops the rest.
 */
export async function sweep(deps: SweepDeps): Promise<Swept> {
  const swept: Swept = { toSend: [], outstanding: { ...nothingFound } };
  for await (const mailId of unsettledMails(deps.table)) {
    swept.outstanding.found += 1;
    swept.outstanding[await fateOf(deps, mailId, swept.toSend)] += 1;
  }
  return swept;
}

async function fateOf(deps: SweepDeps, mailId: string, toSend: Mail[]): Promise<Fate> {
  try {
    const mail = await readMail(deps.table, mailId);
    return mail ? await settle(deps, mail, toSend) : 'settled';
  } catch (error) {
    deps.log.error('A mail could not be swept', { mailId, reason: reasonOf(error) });
    return 'failed';
  }
}

async function settle({ table, clock, log }: SweepDeps, mail: Mail, toSend: Mail[]): Promise<Fate> {
  const now = clock.now();
  const raised = (kind: Exception['kind']) => [
    raising(table, raise(kind, { mailId: mail.id, contactId: mail.recipientId }, now)),
  ];
  switch (verdictOn(mail, now)) {
    case 'hand-over':
      toSend.push(mail);
      return 'toHandOver';
    case 'send-again': {
      const again: Mail = { ...mail, state: 'PENDING', possibleDuplicate: true };
      if (!(await move(table, mail, again))) return 'settled';
      toSend.push(again);
      return 'sentAgain';
    }
    case 'needs-human': {
      log.error('A mail needs a person to look at it', { mailId: mail.id });
      const parked: Mail = { ...mail, state: 'NEEDS_HUMAN', settledAt: now };
      return (await move(table, mail, parked, raised('needs-human'))) ? 'needHuman' : 'settled';
    }
    case 'unconfirmed': {
      const given: Mail = { ...mail, state: 'NO_CONFIRMATION' };
      return (await move(table, mail, given, raised('unconfirmed'))) ? 'unconfirmed' : 'settled';
    }
    case 'wait':
      return isUnsettled(mail) ? 'waiting' : 'settled';
  }
}

// The index that names unsettled mails may be behind: one it names may have been settled already.
const isUnsettled = ({ state }: Mail) => state === 'CLAIMED' || state === 'SENT';
