import { type Hash, hashOf } from './audit-chain.ts';
import type { Contact } from './contact.ts';
import type { Day } from './day.ts';
import type { RemovedFrom } from './removed-from.ts';

/** What stands where a detail of a person was. */
const removedWord = '(removed)';

/** A contact of whom only is known that there was one: the id, which the records name, and who took over. */
export const withoutPerson = (of: Contact, on: Day): Contact => ({
  ...of,
  name: 'Former contact',
  post: 'Details removed',
  email: 'Address removed',
  detailsRemovedOn: on,
});

const personal = ['name', 'post', 'email'];

type Fields = Record<string, unknown>;
type Changed = { record: string; before: Fields; after: Fields };

const blanked = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, personal.includes(field) ? removedWord : value]),
  );

/** A change as it may still be told: of a contact without name, post and address. */
export const changeWithoutPerson = <C extends Changed>(change: C): C =>
  change.record === 'contact'
    ? { ...change, before: blanked(change.before), after: blanked(change.after) }
    : change;

/**
 * What is left of an entry in a contact's history: what was done, when and by whom, but nothing of the person: not their name, post or
 * address before or after, and not the reason, which anybody may have typed anything into.
 */
export function entryWithoutPerson(content: Fields): Fields {
  const { changes = [], why } = content as { changes?: Changed[]; why?: string };
  return {
    ...content,
    changes: changes.map(changeWithoutPerson),
    ...(why === undefined ? {} : { why: removedWord }),
  };
}

/** An entry without the person, and what is written down of it; undefined where it says nothing of them. */
export function removingFrom(
  content: Fields,
  hash: Hash,
): { left: Fields; removed: RemovedFrom } | undefined {
  const left = entryWithoutPerson(content);
  const leaves = hashOf(left, hash);
  const { position, hash: written } = content as { position: number; hash: string };
  // An entry from before there were chains has no place that could be named.
  return leaves === hashOf(content, hash) || !position
    ? undefined
    : { left, removed: { position, hash: written, leaves } };
}
