import type { Place } from './evidence-files.ts';

/**
 * Every key of the bucket, spelt here and nowhere else.
 *
 * | key | what |
 * |---|---|
 * | waiting/2019-127918/1/id/minutes.pdf | a file as somebody sent it; a rule of the bucket removes it after a day |
 * | kept/2019-127918/1/id/sha256 | a file that was checked and added, for good |
 */
const waitingPrefix = ({ caseId, number, id }: Place) => `waiting/${caseId}/${number}/${id}/`;

export const waitingKey = (place: Place, fileName: string) => `${waitingPrefix(place)}${fileName}`;

export const keptKey = ({ caseId, number, id }: Place, sha256: string) =>
  `kept/${caseId}/${number}/${id}/${sha256}`;

/** The name under which a file waits, or undefined where the key is not one of this place. */
export function nameInKey(key: string, place: Place): string | undefined {
  const prefix = waitingPrefix(place);
  const name = key.slice(prefix.length);
  return key.startsWith(prefix) && name !== '' && !/[/\\]/.test(name) ? name : undefined;
}
