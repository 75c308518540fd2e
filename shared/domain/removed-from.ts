import * as z from 'zod';

/**
 * That what an entry of a history said of a person was taken out of it: which entry, the hash that it was written with and keeps, so that the
 * next one still follows it, and the hash of what is left of it.
 */
export const removedFrom = z.object({ position: z.int().positive(), hash: z.string(), leaves: z.string() });

export type RemovedFrom = z.infer<typeof removedFrom>;
