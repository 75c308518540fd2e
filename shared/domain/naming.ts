import type { Contact } from './contact.ts';
import { folded } from './person.ts';

const ways = ['id', 'address', 'name'] as const;

/** By what a record names a contact. By their name alone it may mean somebody else who is called the same. */
export type NamedBy = (typeof ways)[number];

/** By what, if by anything, a record names a contact: in any of its fields, however deep, or inside a text. */
export function namedBy(
  content: unknown,
  { id, email, name, detailsRemovedOn }: Pick<Contact, 'id' | 'email' | 'name' | 'detailsRemovedOn'>,
): NamedBy[] {
  const by = new Set<NamedBy>();
  const [address, whole] = [folded(email), new RegExp(`(?<!\\w)${escaped(folded(name))}(?!\\w)`)];
  for (const text of textsIn(content)) {
    if (text === id || text === `contact:${id}`) by.add('id');
    // What stands in the place of their name stands in that of others as well.
    if (detailsRemovedOn) continue;
    const plain = folded(text);
    if (plain.includes(address)) by.add('address');
    if (whole.test(plain)) by.add('name');
  }
  return ways.filter((each) => by.has(each));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* textsIn(each);
}
