import type { OwnerPerson } from '../gate/person.ts';
import type { Front } from '../pages/site.tsx';

/** What the pages of one owner are made with. */
export type OwnerSite = Front & { person: OwnerPerson };
