import * as z from 'zod';
import { type Contact, contactId, isLive } from '../../../shared/domain/contact.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { mayMakeNow } from '../../../shared/domain/decided.ts';
import { cleared } from '../../../shared/domain/exception.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { line, optional } from '../../../shared/domain/text.ts';
import { today } from '../../../shared/runtime/clock.ts';
import { contactKey, mailKey } from '../../../shared/store/keys.ts';
import { peopleOf } from '../../../shared/store/people.ts';
import { read, readMany } from '../../../shared/store/read.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';
import { openOwnerless } from './ownerless.ts';
import { toldSoFar } from './told-so-far.ts';

/** What a person types to choose another owner. */
export const newOwner = z.object({ ownerId: contactId, reason: optional(line('the reason')) });

export type NewOwner = z.infer<typeof newOwner>;

/**
 * Gives a recommendation another owner, or its first. Every open duty goes with it and is looked at by the next night. A mail that
 * still waits for the old owner is dropped when it is to be sent, and the new owner is told of its stage instead.
 */
export const reassignOwner = (
  desk: Desk,
  caseId: string,
  number: number,
  input: NewOwner,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, caseId, number, input));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  { ownerId, reason }: NewOwner,
): Promise<Recommendation | Refusal> {
  const { table } = desk;
  const found = await findRecommendation(table, caseId, number);
  if (isRefusal(found)) return found;
  const { recommendation, deadlines, reminders } = found.entry;
  const refused =
    mayMakeNow('reassign-owner', found.entry, today(desk.clock)) ??
    checkOwner(await read(table, 'contact', contactKey(ownerId)), recommendation);
  if (refused) return refused;
  // To publish stays with the liaison team, whoever owns the recommendation.
  const open = deadlines.filter(({ state, kind }) => state === 'open' && kind !== 'publication');
  const handed = await handOver(desk, open, ownerId, reminders);
  const ownerless = await openOwnerless(desk, recommendation);
  const saved = await save(table, {
    creates: [],
    updates: [
      { kind: 'recommendation', before: recommendation, after: { ...recommendation, ownerId } },
      ...handed.map((each) => ({ kind: 'deadline' as const, ...each })),
      ...(ownerless
        ? [
            {
              kind: 'exception' as const,
              before: ownerless,
              after: cleared(ownerless, desk.by, desk.clock.now()),
            },
          ]
        : []),
    ],
    event: eventOf(desk, 'reassign-owner', { caseId, number, why: reason }),
  });
  return saved ?? { ...recommendation, ownerId, version: recommendation.version + 1 };
}

function checkOwner(owner: Contact | undefined, { ownerId }: Recommendation): Refusal | undefined {
  if (!owner) return refuse('unknown-contact', 'Choose a contact from the list', 'ownerId');
  const { id, name } = owner;
  if (id === ownerId) return refuse('already-owner', `${name} owns this recommendation already`, 'ownerId');
  return isLive(owner)
    ? undefined
    : refuse('cannot-be-written-to', `${name} cannot be written to: choose somebody else`, 'ownerId');
}

async function handOver(
  { table, clock }: Desk,
  open: readonly Deadline[],
  ownerId: string,
  ledger: readonly Reminder[],
): Promise<{ before: Deadline; after: Deadline }[]> {
  const theirs = open.map((before) => ({
    before,
    after: { ...before, ownerId, nextActionOn: today(clock) },
  }));
  const [whoIsWho, mails] = await Promise.all([
    peopleOf(
      table,
      theirs.map(({ after }) => after),
    ),
    readMany(
      table,
      'mail',
      ledger.map(({ mailId }) => mailKey(mailId)),
    ),
  ]);
  return theirs.map(({ before, after }) => ({
    before,
    after: { ...after, settledThrough: toldSoFar(before, whoIsWho(after), ledger, mails) },
  }));
}
