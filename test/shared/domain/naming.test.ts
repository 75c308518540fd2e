import { describe, expect, test } from 'vitest';
import { namedBy } from '../../../shared/domain/naming.ts';

const anna = { id: 'a-1', email: 'anna@force.example', name: 'Anna Reed' };

describe('a record names a contact', () => {
  test.each([
    ['by the id in a field', { ownerId: 'a-1' }, ['id']],
    ['by the id as whoever signed in', { byId: 'contact:a-1' }, ['id']],
    ['by the address, whatever its capitals', { to: 'Anna@FORCE.example' }, ['address']],
    ['by the address inside a text', { text: 'Write to <anna@force.example>.' }, ['address']],
    ['by the name, whatever its spaces', { by: 'ANNA  reed' }, ['name']],
    ['by the name inside a text', { text: 'Dear Anna Reed, Head of custody' }, ['name']],
    ['deep inside lists', { changes: [{ after: { deputyId: 'a-1' } }] }, ['id']],
    ['by more than one', { id: 'a-1', name: 'Anna Reed' }, ['id', 'name']],
  ])('%s', (_, content, by) => {
    expect(namedBy(content, anna)).toEqual(by);
  });

  test.each([
    ['a longer id', { ownerId: 'a-12' }],
    ['an id inside a text', { text: 'See a-1 there' }],
    ['a longer name', { by: 'Joanna Reed' }],
    ['a longer surname', { by: 'Anna Reedman' }],
    ['another address', { email: 'sue@force.example' }],
    ['nothing', { count: 1, none: null, missing: undefined }],
  ])('not by %s', (_, content) => {
    expect(namedBy(content, anna)).toEqual([]);
  });

  test('takes what is typed as it stands, not as a pattern', () => {
    expect(namedBy({ by: 'Dr (Jo) Li' }, { ...anna, name: 'Dr (Jo) Li' })).toEqual(['name']);
    expect(namedBy({ by: 'Dr Jox Li' }, { ...anna, name: 'Dr Jo. Li' })).toEqual([]);
  });
});
