import { timingSafeEqual } from 'node:crypto';
import type { Person } from './person.ts';

/** Whether a form was shown to this session. Compared in constant time, so that nobody feels their way to the token. */
export function isOwnForm({ formToken }: Person, posted: string): boolean {
  const [own, other] = [Buffer.from(formToken), Buffer.from(posted)];
  return own.length === other.length && timingSafeEqual(own, other);
}
