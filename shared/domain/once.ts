import * as z from 'zod';
import { subject } from './audit-event.ts';
import { type Instant, minutesAfter, secondsSince1970 } from './london.ts';

/** For how long a form that was sent is known, in hours: a reload of the page the next morning still does nothing twice. */
const knownFor = 24;

/**
 * One form as it is sent. `name`: the same however often the same form is sent by the same person, and no other's. `attempt`: which sending of it
 * this is. `expiresAt`: in seconds since 1970, after which it may be forgotten.
 */
export type Once = { name: string; attempt: string; expiresAt: number };

/** A form that is sent at this moment. */
export const sentAt = (name: string, attempt: string, at: Instant): Once => ({
  name,
  attempt,
  expiresAt: secondsSince1970(minutesAfter(at, knownFor * 60)),
});

/** That a form was sent and did what it does. `to`: where its answer led; what it was about: where it would have led, should that be missing. */
export const sentOnce = z.object({
  name: z.string(),
  attempt: z.string(),
  expiresAt: z.int(),
  to: z.string().optional(),
  ...subject,
});

export type SentOnce = z.infer<typeof sentOnce>;
