import { expect, test } from 'vitest';
import type { Contact } from '../../../shared/domain/contact.ts';
import { personInWords } from '../../../shared/domain/person-in-words.ts';
import { contact } from './essex.ts';

const anna = (of: Partial<Contact> = {}) =>
  contact('anna', { name: 'Anna Reed', post: 'Head of custody', deputyId: 'dora', ...of });
const [sue, dora] = [contact('sue', { name: 'Sue Hay' }), contact('dora', { name: 'Dora Lane' })];
const gone = anna({ status: 'departed', successorId: 'sue' });

test.each<[string, Contact, Contact[]]>([
  ['Anna Reed, Head of custody', anna(), [sue, dora]],
  ['Head of Custody', anna({ name: 'Head of Custody' }), []],
  ['Anna Reed, Head of custody (left; Sue Hay acts)', gone, [sue, dora]],
  ['Anna Reed, Head of custody (left; Dora Lane acts)', gone, [dora]],
  ['Anna Reed, Head of custody (left)', gone, []],
  ['Anna Reed, Head of custody (Dora Lane acts)', anna({ delivery: 'bounced' }), [dora]],
  ['Anna Reed, Head of custody', anna({ delivery: 'bounced' }), [{ ...dora, delivery: 'bounced' }]],
  ['Head of custody (left; Sue Hay acts)', { ...gone, name: 'Head of custody' }, [sue]],
])('%s', (words, person, others) => {
  expect(personInWords(person, new Map(others.map((each) => [each.id, each])))).toBe(words);
});
