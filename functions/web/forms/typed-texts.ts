import type { Context } from 'hono';
import { onceField, tokenField } from './form-proof.tsx';
import { readValues } from './posted-form.ts';
import { seenField } from './seen-field.ts';

/** What a page brings back unseen. */
const unseen = [tokenField, onceField, seenField];

/** What is shorter is typed again as fast as it is copied. */
const shortestText = 30;

/** How much is shown at most, in characters: the kept copy of a page and all that belongs to it, several times over. */
const mostShown = 300_000;
const mostTexts = 50;

/** The longer texts of a form, in its order; `isAll`: none of them was left out or cut. */
export type TypedTexts = { texts: string[]; isAll: boolean };

/**
 * The longer texts of a form that was posted, for a page that shows them once more because nothing of them was kept. A text has words: what
 * has no space in it is a reference, a choice, or nothing that anybody typed.
 */
export async function typedTexts(c: Context): Promise<TypedTexts> {
  const values = await readValues(c);
  const typed = Object.keys(values)
    .filter((name) => !unseen.includes(name))
    .map((name) => values[name])
    .filter((value) => typeof value === 'string')
    .filter((value) => value.trim().length >= shortestText && /\S\s+\S/.test(value));
  const texts: string[] = [];
  let left = mostShown;
  for (const text of new Set(typed)) {
    if (left === 0 || texts.length === mostTexts) return { texts, isAll: false };
    texts.push(text.slice(0, left));
    if (text.length > left) return { texts, isAll: false };
    left -= text.length;
  }
  return { texts, isAll: true };
}
