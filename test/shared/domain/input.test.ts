import { expect, test } from 'vitest';
import * as z from 'zod';
import { input } from '../../../shared/domain/input.ts';

const messages = (typed: unknown) =>
  input({ name: z.string({ error: 'Enter the name' }) })
    .safeParse(typed)
    .error?.issues.map(({ message }) => message);

test.each([
  [{ name: 'Lee' }, undefined],
  [{ name: 'Lee', post: 'Sergeant' }, ['There is no field called post']],
  [{ name: 'Lee', post: 'x', rank: 'x' }, ['There is no field called post or rank']],
  [{}, ['Enter the name']],
  ['Lee', ['Send one object with the fields of the record']],
  [undefined, ['Send one object with the fields of the record']],
  [[{ name: 'Lee' }], ['Send one object with the fields of the record']],
])('%j: %j', (typed, expected) => {
  expect(messages(typed)).toEqual(expected);
});
