import type * as z from 'zod';
import { type Contact, contactId, isLive } from '../../../shared/domain/contact.ts';
import { mayMakeNow } from '../../../shared/domain/decided.ts';
import { cleared } from '../../../shared/domain/exception.ts';
import { input } from '../../../shared/domain/input.ts';
import type { Recommendation } from '../../../shared/domain/recommendation.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { settlesOwner } from '../../../shared/domain/report.ts';
import { line, optional } from '../../../shared/domain/text.ts';
import { today } from '../../../shared/runtime/clock.ts';
import type { RecommendationFile } from '../../../shared/store/case-file.ts';
import { contactKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import { save } from '../../../shared/store/save.ts';
import { type Desk, decideAgain, eventOf, findRecommendation } from './desk.ts';
import { openOwnerless } from './ownerless.ts';
import { settledReports } from './settle-reports.ts';
import { withOtherPeople } from './with-other-people.ts';

/** What a person types to choose another owner. */
export const newOwner = input({ ownerId: contactId, reason: optional(line('the reason')) });

export type NewOwner = z.infer<typeof newOwner>;

/**
 * Gives a recommendation another owner, or its first. Every open duty goes with it and is looked at by the next night. A mail that
 * still waits for the old owner is dropped when it is to be sent, and the new owner is told of its stage instead.
 */
export const reassignOwner = (
  desk: Desk,
  caseId: string,
  number: number,
  given: NewOwner,
): Promise<Recommendation | Refusal> => decideAgain(() => once(desk, caseId, number, given));

async function once(
  desk: Desk,
  caseId: string,
  number: number,
  given: NewOwner,
): Promise<Recommendation | Refusal> {
  const { table } = desk;
  const entry = await decideOwner(desk, caseId, number, given);
  if (isRefusal(entry)) return entry;
  const { recommendation } = entry;
  const { ownerId, reason } = given;
  const handed = await withOtherPeople(desk, entry, { ownerId });
  const ownerless = await openOwnerless(desk, recommendation);
  const saved = await save(table, {
    creates: [],
    updates: [
      { kind: 'recommendation', before: recommendation, after: { ...recommendation, ownerId } },
      ...(await settledReports(desk, entry.reports, settlesOwner)),
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

/** The recommendation that another owner would be given, or why they cannot be. */
export async function decideOwner(
  { table, clock }: Desk,
  caseId: string,
  number: number,
  { ownerId }: NewOwner,
): Promise<RecommendationFile | Refusal> {
  const found = await findRecommendation(table, caseId, number);
  if (isRefusal(found)) return found;
  return (
    mayMakeNow('reassign-owner', found.entry, today(clock)) ??
    checkOwner(await read(table, 'contact', contactKey(ownerId)), found.entry.recommendation) ??
    found.entry
  );
}

function checkOwner(owner: Contact | undefined, { ownerId }: Recommendation): Refusal | undefined {
  if (!owner) return refuse('unknown-contact', 'Choose a contact from the list', 'ownerId');
  const { id, name } = owner;
  if (id === ownerId) return refuse('already-owner', `${name} owns this recommendation already`, 'ownerId');
  return isLive(owner)
    ? undefined
    : refuse('cannot-be-written-to', `${name} cannot be written to: choose somebody else`, 'ownerId');
}
