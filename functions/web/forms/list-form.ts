import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Column, columns } from '../../../shared/extract/list/columns.ts';
import { fileText } from '../../../shared/extract/list/file-text.ts';
import { formOf, type PostedForm } from './posted-form.ts';

/** A list as it was sent: its name, its words, and which of its columns hold what, where the person chose them. */
export type SentList = { name: string; text: string; mapping: string | undefined; form: PostedForm };

/** The box in which the column for one of our fields is chosen. */
export const columnBox = (column: Column) => `column-${column}`;

/** What can be chosen for a field besides a column: a word that holds for every line. */
export const always = (word: string) => `always:${word}`;

/** Reads the form that sends a list. A file comes as it is; once its columns are asked for, its words are carried in the form. */
export async function readListForm(c: Context): Promise<SentList> {
  const values = await c.req.parseBody().catch((cause: unknown) => {
    throw new HTTPException(400, { cause });
  });
  const { file } = values;
  const form = formOf(values);
  if (file instanceof File) {
    return {
      name: file.name,
      text: fileText(new Uint8Array(await file.arrayBuffer())),
      mapping: undefined,
      form,
    };
  }
  return { name: form.get('name'), text: form.get('text'), mapping: mappingOf(form), form };
}

function mappingOf(form: PostedForm): string | undefined {
  const chosen = columns.flatMap((column) => {
    const from = form.get(columnBox(column));
    if (from === '') return [];
    return [[column, from.startsWith('always:') ? { always: from.slice('always:'.length) } : from]];
  });
  return form.get('text') === '' ? undefined : JSON.stringify(Object.fromEntries(chosen));
}
