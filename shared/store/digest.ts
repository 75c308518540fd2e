import { createHash } from 'node:crypto';
import { auditedPart } from '../domain/audited.ts';
import { canonical } from '../domain/canonical.ts';

/** The SHA-256 of a text in UTF-8, as 64 hexadecimal figures. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The digest of what only people's moves may change in a record: the event of the move keeps it, and the record must still have it. */
export const digestOf = (record: string, content: object): string =>
  sha256(canonical(auditedPart(record, content)));
