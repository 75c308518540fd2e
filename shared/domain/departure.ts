import type * as z from 'zod';
import { type FindContact, holdersOf, mostHandOvers } from './acting.ts';
import { type Contact, contactId, isLive } from './contact.ts';
import { input } from './input.ts';
import { type Refusal, refuse } from './refusal.ts';
import { line, optional } from './text.ts';

/** What a person types when somebody has left: who takes over everything, where that is known. */
export const departureInput = input({
  successorId: optional(contactId),
  reason: optional(line('the reason')),
});

/** What a person types when somebody who was recorded as gone is back, or never left. */
export const returnInput = input({ reason: optional(line('the reason')) });

export type DepartureInput = z.infer<typeof departureInput>;
export type ReturnInput = z.infer<typeof returnInput>;

/**
 * Whether it can be recorded that somebody has left, with nobody to take over yet. It is a fact, so it is never refused for want of a
 * successor: one can be named later.
 */
export function checkDeparture(leaving: Contact): Refusal | undefined {
  const { name, status } = leaving;
  if (status === 'departed')
    return refuse('already-departed', `It has already been recorded that ${name} has left`);
  return checkPerson(leaving);
}

/**
 * Whether somebody can take over from a contact who leaves or has left already; a successor chosen by mistake can be replaced. It must
 * be somebody who can be written to now, so a hand-over never leads back to where it came from.
 */
export function checkHandOver(leaving: Contact, successor: Contact | undefined): Refusal | undefined {
  const no = (code: string, sentence: string) => refuse(code, sentence, 'successorId');
  if (!successor) return no('unknown-contact', 'Choose a contact from the list');
  const { name } = successor;
  if (successor.id === leaving.id)
    return no('own-successor', `${leaving.name} is the one who leaves: choose somebody else`);
  if (leaving.status === 'departed' && successor.id === leaving.successorId)
    return no('already-handed-over', `${name} has already taken over from ${leaving.name}`);
  return isLive(successor)
    ? checkPerson(leaving)
    : no('cannot-be-written-to', `${name} cannot be written to: choose somebody else`);
}

const checkPerson = ({ kind, name }: Contact): Refusal | undefined =>
  kind === 'team'
    ? refuse('team-stays', `${name} is a team mailbox, which nobody leaves: change its address instead`)
    : undefined;

/** A contact once they have left and somebody has taken over. */
export const departed = (leaving: Contact, successorId: string | undefined): Contact => ({
  ...leaving,
  status: 'departed',
  ...(successorId ? { successorId } : {}),
});

/** Whether it can be recorded that somebody has come back: only somebody who has left can. */
export function checkReturn({ name, status, detailsRemovedOn }: Contact): Refusal | undefined {
  if (status === 'active')
    return refuse('already-in-post', `${name} is in post: it has not been recorded that they have left`);
  return detailsRemovedOn
    ? refuse('details-removed', 'The details of this contact have been removed: add them as a new contact')
    : undefined;
}

/**
 * A contact who is back: what is recorded as theirs is theirs again, and nobody acts for them any more. What others were sent or were
 * given in the meantime stays as it is.
 */
export const returned = ({ successorId: _, ...contact }: Contact): Contact => ({
  ...contact,
  status: 'active',
});

/**
 * Those from whom a further hand-over by `last` would be one step more than is followed: they are led to the new successor directly.
 *
 * @example of a post that has changed hands five times, the first who held it
 */
export const tooFarFrom = (last: Contact, everybody: readonly Contact[]): Contact[] => {
  const byId = new Map(everybody.map((each) => [each.id, each]));
  const find: FindContact = (id) => byId.get(id);
  return everybody.filter((each) => {
    const holders = holdersOf(each, find);
    return holders.length > mostHandOvers && holders.at(-1)!.id === last.id;
  });
};
