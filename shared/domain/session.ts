import * as z from 'zod';
import { contactId } from './contact.ts';
import { type Instant, minutesAfter, minutesBetween, secondsSince1970 } from './london.ts';
import { staffId } from './staff.ts';

/** A session ends when nothing has been asked in it for this long (OWASP ASVS 5.0, 7.3.1). */
const idleMinutes = 30;

/** However busy it is, it ends after a working day, that of an owner after an hour (7.3.2). */
const longestMinutes = { staff: 8 * 60, owner: 60 };

/** What is written of "last seen" may be this old, so that not every page writes. A session is never held idle later than it is. */
const minutesBetweenTouches = 1;

const moment = z.string().transform((text) => text as Instant);

/**
 * `staffVersion`: the staff record as it was at sign-in. Whatever is changed in it since, the session is no longer theirs. `provenAt`: when
 * they proved to their provider who they are, which may be long before they signed in here; undefined where it does not say.
 */
const ofStaff = z.object({ staffId, staffVersion: z.int(), provenAt: moment.optional() });
const ofOwner = z.object({ email: z.string(), contactIds: z.array(contactId) });

/**
 * One sign-in on one browser. `id` is the SHA-256 of the secret that only the browser has, so whoever reads the table cannot be anybody.
 * `formToken` stands in every form that the session is shown. `expiresAt` is when the table drops it, in seconds since 1970.
 */
export const session = z.object({
  id: z.string(),
  of: z.union([ofStaff, ofOwner]),
  formToken: z.string(),
  startedAt: moment,
  lastSeenAt: moment,
  endsAt: moment,
  endedAt: moment.optional(),
  expiresAt: z.int(),
});

export type Session = z.infer<typeof session>;

/** A session that begins now. */
export function newSession(
  of: Session['of'],
  made: Pick<Session, 'id' | 'formToken'>,
  now: Instant,
): Session {
  const endsAt = minutesAfter(now, longestMinutes['staffId' in of ? 'staff' : 'owner']);
  return { ...made, of, startedAt: now, lastSeenAt: now, endsAt, expiresAt: secondsSince1970(endsAt) };
}

/**
 * Whether a session still lets anybody in.
 *
 * @example last seen at 09:00:00: at 09:29:59 yes, at 09:30:00 no; begun at 09:00:00 by staff: at 16:59:59 yes if seen lately, at 17:00:00 no
 */
export const isSessionLive = ({ endedAt, endsAt, lastSeenAt }: Session, now: Instant): boolean =>
  endedAt === undefined &&
  Date.parse(now) < Date.parse(endsAt) &&
  Date.parse(now) < Date.parse(minutesAfter(lastSeenAt, idleMinutes));

/** For how long a proof of who somebody is is enough to change who gets in (7.5.1). */
const freshMinutes = 15;

/**
 * Whether somebody proved who they are so lately that they need not do it again before they change who gets in. That a session is new says
 * nothing of it: a provider that still knows somebody asks nothing, whoever sits at their computer.
 *
 * @example proved at 09:00:00: at 09:14:59 yes, at 09:15:00 no
 */
export const isFresh = ({ provenAt }: { provenAt?: Instant | undefined }, now: Instant): boolean =>
  provenAt !== undefined && minutesBetween(provenAt, now) < freshMinutes;

/** Whether it is time to write down again that a session was seen. */
export const isTouchDue = ({ lastSeenAt }: Session, now: Instant): boolean =>
  minutesBetween(lastSeenAt, now) >= minutesBetweenTouches;
