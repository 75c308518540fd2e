import { actingFor } from './acting.ts';
import { type Contact, isLive } from './contact.ts';

/**
 * 'Jane Smith, Head of Training'; only the name where it is the post itself. Of somebody who has left it says so, and who acts.
 *
 * @param contacts those who may act for them; whoever is not among them is not named
 * @example 'Anna Reed, Head of custody (left; Sue Hay acts)'
 */
export function personInWords(person: Contact, contacts: ReadonlyMap<string, Contact>): string {
  const { status } = person;
  const words = isNamedAfterPost(person) ? person.name : `${person.name}, ${person.post}`;
  if (isLive(person)) return words;
  const acting = actingFor(person, (id) => contacts.get(id));
  const notes = [
    ...(status === 'departed' ? ['left'] : []),
    ...(isLive(acting) ? [`${acting.name} acts`] : []),
  ];
  return notes.length > 0 ? `${words} (${notes.join('; ')})` : words;
}

/** Is a contact a post and no person, as 'Head of Training, Head of Training' would say? */
export const isNamedAfterPost = ({ name, post }: Contact): boolean =>
  name.toLowerCase() === post.toLowerCase();
