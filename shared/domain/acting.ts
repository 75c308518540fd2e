import { type Contact, isLive } from './contact.ts';

/** Looks a contact up among those that were read. */
export type FindContact = (id: string) => Contact | undefined;

/** How many hand-overs are followed from one contact. A hand-over that would make a longer way shortens it (hand-over). */
export const mostHandOvers = 5;

/**
 * A contact and whoever took over from them, in turn; the last has not handed over. Never longer than {@link mostHandOvers} steps, so
 * that even records that lead round in a circle come to an end.
 *
 * @example Anna left and Sue took over, Sue left and Tom took over: of Anna → Anna, Sue, Tom; of Tom → Tom
 */
export function holdersOf(first: Contact, find: FindContact): Contact[] {
  const holders = [first];
  while (holders.length <= mostHandOvers) {
    const { status, successorId } = holders.at(-1)!;
    const next = status === 'departed' && successorId ? find(successorId) : undefined;
    if (!next) break;
    holders.push(next);
  }
  return holders;
}

/**
 * Who acts for a contact: whoever took over last. Where they cannot be mailed and their deputy (or whoever took over from the deputy)
 * can, it is the deputy; where nobody can, it is still whoever took over last. A successor without a deputy of their own has the
 * deputy of the one who left.
 */
export function actingFor(contact: Contact, find: FindContact): Contact {
  const holders = holdersOf(contact, find);
  const last = holders.at(-1)!;
  if (isLive(last)) return last;
  const deputyId = holders.findLast((each) => each.deputyId)?.deputyId;
  const deputy = deputyId ? find(deputyId) : undefined;
  const standIn = deputy && holdersOf(deputy, find).at(-1);
  return isLive(standIn) ? standIn : last;
}

/** The manager of whoever holds a post now; a successor without a manager of their own has the manager of the one who left. */
export const managerIdOf = (contact: Contact, find: FindContact): string | undefined =>
  holdersOf(contact, find).findLast((each) => each.managerId)?.managerId;
