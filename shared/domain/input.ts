import * as z from 'zod';

/**
 * What is typed or posted to make a record. A field that does not exist is refused by name: dropped in silence, a misspelt
 * `commitment` would record a response without its promise.
 */
export const input = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no field called ${(issue.keys as string[]).join(' or ')}`
        : 'Send one object with the fields of the record',
  });
