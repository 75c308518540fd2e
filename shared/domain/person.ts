/**
 * Whether two names typed by people are the same person's: spaces around and doubled, and capitals, make no difference.
 *
 * @example samePerson('Sam  Okoye', ' sam okoye') → true
 */
export const samePerson = (a: string, b: string): boolean => folded(a) === folded(b);

/** A name as it is compared: without regard to capitals and spaces. */
export const folded = (name: string) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toUpperCase();
