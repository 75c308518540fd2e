import type { OwnerPerson } from '../gate/person.ts';
import type { Desk } from '../moves/desk.ts';
import type { Front } from '../pages/site.tsx';

/** What the pages of one owner are made with. */
export type OwnerSite = Front & { person: OwnerPerson; desk: Desk };

/** The site as one owner meets it. Which of their contacts makes a move depends on what it is made on (`deskFor`). */
export const ownerSiteOf = (front: Front, person: OwnerPerson): OwnerSite => {
  const { table, clock, newId } = front;
  return { ...front, person, desk: { table, clock, newId, by: person.name } };
};
