import * as z from 'zod';
import { type AuditEvent, subject, type Telling } from './audit-event.ts';
import { canonical } from './canonical.ts';

/** A digest of a text, as 64 hexadecimal figures. */
export type Hash = (text: string) => string;

/** What the first event of every chain follows. */
export const chainStart = '0'.repeat(64);

/** The end of a chain, kept beside what it is about: how many events it has, and the hash of the last. */
export const chainHead = z.object({ ...subject, length: z.int().positive(), hash: z.string() });

export type ChainHead = z.infer<typeof chainHead>;

type Told = Telling & Pick<AuditEvent, 'changes' | 'left'>;

/** An event in its place at the end of a chain. */
export function chained(event: Told, head: ChainHead | undefined, hash: Hash): AuditEvent {
  const content = { ...event, position: (head?.length ?? 0) + 1, previous: head?.hash ?? chainStart };
  return { ...content, hash: hashOf(content, hash) };
}

const about = z.object(subject);

/** The end of the chain that an event has been added to. */
export const headAfter = (event: AuditEvent): ChainHead => ({
  ...about.parse(event),
  length: event.position,
  hash: event.hash,
});

/** The hash of an event: over everything in it but the hash. */
export const hashOf = (content: object, hash: Hash): string =>
  hash(canonical({ ...content, hash: undefined }));

/**
 * How a chain stood at a moment, in one line: its name, how long it was, and its last hash then; undefined where it had not begun.
 *
 * @param until an instant; of the events those before the first later one count
 */
export function endOf(name: string, events: readonly AuditEvent[], until: string): string | undefined {
  const later = events.findIndex(({ at }) => Date.parse(at) > Date.parse(until));
  const last = (later === -1 ? events : events.slice(0, later)).at(-1);
  return last && `${name} ${last.position} ${last.hash}`;
}

/**
 * One digest of how many chains stood at a moment: to be written down where nobody who can write to the table can reach it, and worked
 * out again later. It is the same only if no event up to that moment has been altered, dropped, added or put elsewhere.
 */
export const fingerprint = (ends: readonly string[], hash: Hash): string => hash(ends.toSorted().join('\n'));
