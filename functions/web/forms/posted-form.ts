import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** What was posted, exactly as typed. A field that was not posted, or a file in its place, is an empty box. */
export type PostedForm = { get(name: string): string };

export const emptyForm: PostedForm = { get: () => '' };

export const formOf = (values: Readonly<Record<string, unknown>>): PostedForm => ({
  get: (name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' ? value : '';
  },
});

/** The form that was posted; one that is torn on its way is the sender's fault, not ours. */
export const readForm = async (c: Context): Promise<PostedForm> => formOf(await readValues(c));

/** All of the form that was posted, for who does not know its fields. */
export const readValues = (c: Context): Promise<Readonly<Record<string, unknown>>> =>
  c.req.parseBody().catch((cause: unknown) => {
    throw new HTTPException(400, { cause });
  });

/** The lines of a box that takes one thing on each line; empty lines do not count. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Which version of a setting the form was made from; what is no whole number is left for the schema to refuse. */
export const versionIn = (form: PostedForm): number =>
  /^\d{1,6}$/.test(form.get('version')) ? Number(form.get('version')) : Number.NaN;
