import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { recommendationOf, refOf } from '../../../shared/domain/link.ts';
import type { Of } from '../moves/change-many.ts';
import { formOf, type PostedForm } from './posted-form.ts';

/** A recommendation that was chosen, and how long its history was when somebody looked at it, where they have. */
export type Chosen = Of & { seen?: number };

/** The field that holds what was chosen: each box that was ticked, or all in one from step to step. */
export const chosenField = 'of';

/** Reads a form with what was chosen, each once and in the order given; what names no recommendation is passed over. */
export async function readSeveral(c: Context): Promise<{ form: PostedForm; chosen: Chosen[] }> {
  const values = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new HTTPException(400, { cause });
  });
  const typed = [values[chosenField] ?? []].flat().filter((each) => typeof each === 'string');
  const chosen = new Map<string, Chosen>();
  for (const word of typed.join(' ').split(/\s+/)) {
    const [ref = '', seen] = word.split(':');
    const of = recommendationOf(ref);
    if (of) chosen.set(ref, { ...of, ...(/^\d{1,9}$/.test(seen ?? '') ? { seen: Number(seen) } : {}) });
  }
  return { form: formOf(values), chosen: [...chosen.values()] };
}

/** What was chosen as one text, for the next step to read. */
export const chosenText = (chosen: readonly Chosen[]): string =>
  chosen.map((of) => (of.seen === undefined ? refOf(of) : `${refOf(of)}:${of.seen}`)).join(' ');
