import type { Context } from 'hono';
import type { OwnerPerson, StaffPerson } from './person.ts';

/** Tells who asks, from the cookies of a request; undefined where nobody is signed in, or not any more. */
export type Gate = {
  staff(c: Context): Promise<StaffPerson | undefined>;
  owner(c: Context): Promise<OwnerPerson | undefined>;
};
