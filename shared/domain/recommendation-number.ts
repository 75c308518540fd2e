import { type Refusal, refuse } from './refusal.ts';

/** The last number that a recommendation of a case can have. An address holds three digits, and 999 is the number of none. */
const lastNumber = 998;

/** A number that no recommendation has: what somebody may not see is answered as if they had asked for this one. */
export const numberOfNone = 999;

/** Numbers go up by one in each case, from 1 to 998. */
export const checkNumber = (number: number): Refusal | undefined =>
  number > lastNumber
    ? refuse(
        'too-many',
        `A case holds up to ${lastNumber} recommendations. Record the rest in a case of their own`,
      )
    : undefined;
