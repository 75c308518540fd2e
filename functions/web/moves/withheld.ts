import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { Withheld } from '../../../shared/files/virus-scan.ts';

const about = (refused: string, message: string): Refusal => refuse(refused, message, 'file');

/** What somebody is told of a file that is not read. Only what has not been scanned yet is worth asking for again as it is. */
export const refusedFor: Readonly<Record<Withheld, Refusal>> = {
  'not-there': about(
    'unknown-upload',
    'The file did not arrive, or it was sent more than a day ago. Choose it again',
  ),
  'not-yet-scanned': about(
    'not-yet-scanned',
    'The file is still being checked for viruses. Look again in a minute',
  ),
  'threat-found': about(
    'threat-found',
    'A virus was found in this file, so it cannot be added. Do not open the file, and tell your IT department',
  ),
  'not-scannable': about(
    'not-scannable',
    'This file could not be checked for viruses, so it cannot be added. If it has a password, save it without one and choose it again',
  ),
  'scan-failed': about(
    'scan-failed',
    'The check of this file for viruses did not work, so it cannot be added. Choose it again',
  ),
};
