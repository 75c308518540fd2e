import { expect, test } from 'vitest';
import { samePerson } from '../../../shared/domain/person.ts';

test.each([
  ['Sam Okoye', 'Sam Okoye', true],
  ['Sam Okoye', '  sam   OKOYE ', true],
  ['Zoë Müller', 'Zoe\u0308 MU\u0308LLER', true],
  ['Jan Groß', 'JAN GROSS', true],
  ['Sam Okoye', 'Sam Okoyes', false],
  ['Sam Okoye', 'SamOkoye', false],
])('%j and %j: the same person is %j', (a, b, same) => {
  expect(samePerson(a, b)).toBe(same);
});
