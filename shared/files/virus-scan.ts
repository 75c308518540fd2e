/**
 * The tag that the virus scan of the bucket puts on a version of a file when it has looked at it: its name and its words are those of
 * GuardDuty Malware Protection for S3.
 */
export const scanTag = 'GuardDutyMalwareScanStatus';

/** What the tag says where nothing was found; only then is a file read (OWASP ASVS 5.0, 5.4.3). */
export const nothingFound = 'NO_THREATS_FOUND';

/**
 * Why a file that was sent is not read: it has not arrived, or the scan has not looked at it yet, found something, cannot look into it (a
 * password keeps it out, say), or failed.
 */
export type Withheld = 'not-there' | 'not-yet-scanned' | 'threat-found' | 'not-scannable' | 'scan-failed';

const withheld: Record<string, Withheld> = { THREATS_FOUND: 'threat-found', UNSUPPORTED: 'not-scannable' };

/**
 * What a scan's word holds a file back for; nothing where nothing was found. A word we do not know holds it back too.
 *
 * @example withheldBy('NO_THREATS_FOUND') → undefined
 * @example withheldBy(undefined) → 'not-yet-scanned'
 */
export function withheldBy(word: string | undefined): Withheld | undefined {
  if (word === nothingFound) return undefined;
  return word === undefined ? 'not-yet-scanned' : (withheld[word] ?? 'scan-failed');
}
