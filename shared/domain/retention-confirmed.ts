import * as z from 'zod';
import type { Hash } from './audit-chain.ts';
import { canonical } from './canonical.ts';
import { day } from './day.ts';
import { input } from './input.ts';
import type { Due } from './retention-due.ts';

/** So many things are shown to be confirmed, and then removed, at once: a person looks at each, and is answered in time. */
export const mostAtOnce = 40;

/**
 * What something that is due is called from the look to the press: whose it is, and what exactly was looked at, a version of a contact or
 * the mails as they were. What has changed since has another name.
 */
export const nameOfDue = (due: Due, hash: Hash): string =>
  'contact' in due
    ? `details:${due.contact.id}:${due.contact.version}`
    : `words:${due.contactId}:${hash(canonical(due.mails))}`;

const name = z.string().regex(/^(details:[a-z0-9-]{1,64}:\d{1,9}|words:[a-z0-9-]{1,64}:[0-9a-f]{64})$/);

/** What somebody looked at and says is to be removed: on which day it was due, and each thing by its name. */
export const confirmed = input({
  on: day,
  names: z
    .string()
    .max(mostAtOnce * 150)
    .transform((text) => [...new Set(text.split(' '))])
    .pipe(z.array(name).max(mostAtOnce)),
});

export type Confirmed = z.infer<typeof confirmed>;

/** Of whom a name tells, and which of what is kept of them. */
export function readName(of: string): { what: 'details' | 'words'; contactId: string } {
  const [what, contactId = ''] = of.split(':');
  return { what: what === 'words' ? 'words' : 'details', contactId };
}
