import * as z from 'zod';
import { type Age, ages } from './age.ts';
import { boardId } from './board.ts';
import { type Source, sources } from './clocks.ts';
import { contactId } from './contact.ts';
import { day } from './day.ts';
import { type LinkKind, linkKinds } from './link.ts';
import { type Rag, rags } from './rag.ts';
import { type Standing, standings } from './standing.ts';
import { line, optional } from './text.ts';

/** Nobody for an owner, none for a board: what is to be found is what has neither. */
export const nobody = 'nobody';
export const none = 'none';

/** In place of standings: every recommendation, also what is closed or withdrawn. */
export const everyStanding = 'all';

export const priorities = { high: 'High', medium: 'Medium', low: 'Low' } as const;

export const timesMovedAtLeast = { once: 'At least once', 'more-than-once': 'More than once' } as const;

/** The orders of the list, each from its usual end. `-back` after its name turns one round. */
export const orders = {
  urgent: 'Most urgent first',
  'urgent-back': 'Least urgent first',
  due: 'Due first',
  'due-back': 'Due last',
  made: 'Made most recently',
  'made-back': 'Made longest ago',
  reference: 'Reference, A to Z',
  'reference-back': 'Reference, Z to A',
  owner: 'Owner, A to Z',
  'owner-back': 'Owner, Z to A',
  board: 'Board, A to Z',
  'board-back': 'Board, Z to A',
} as const;

export type RowOrder = keyof typeof orders;

const oneOf = <K extends string>(words: Record<K, unknown>, what: string) =>
  optional(z.enum(Object.keys(words) as [K, ...K[]], { error: `Choose ${what} from the list` }));

type AskedStanding = Standing | typeof everyStanding;

const standing = z.enum([...(Object.keys(standings) as Standing[]), everyStanding], {
  error: 'Choose a standing from the list',
});

/**
 * What a list of recommendations is narrowed to; each part that is given narrows it further. Of several standings any counts, and where
 * none is given those that are open: neither closed nor withdrawn.
 *
 * - `dueFrom`, `dueTo`: a duty that is waited for is due on one of these days, the last counted.
 * - `linked` and `ref`: linked to a thing of this kind; to the one with this reference.
 */
export const rowFilter = z
  .object({
    search: optional(line('what to search for')),
    standing: z
      .preprocess(
        (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
        z.array(standing),
      )
      .transform((chosen) => inOrder(chosen)),
    body: optional(line('the body')),
    board: optional(boardId),
    owner: optional(contactId),
    source: oneOf<Source>(sources, 'a source'),
    topic: optional(line('the topic')),
    dueFrom: optional(day),
    dueTo: optional(day),
    moved: oneOf(timesMovedAtLeast, 'how often the date was moved'),
    age: oneOf<Age>(ages, 'an age'),
    rag: oneOf<Rag>(rags, 'red, amber or green'),
    priority: oneOf(priorities, 'a priority'),
    linked: oneOf<LinkKind>(linkKinds, 'what it is linked to'),
    ref: optional(line('the reference', 80)),
    case: optional(z.string().regex(/^[a-z0-9-]{1,60}$/, 'There is no case with this reference')),
    sort: oneOf<RowOrder>(orders, 'an order'),
  })
  .refine(({ dueFrom, dueTo }) => !dueFrom || !dueTo || dueFrom <= dueTo, {
    path: ['dueTo'],
    error: 'The last day must be on or after the first',
  });

export type RowFilter = z.infer<typeof rowFilter>;

// Each once and in the order of the table, so that the same choice is always the same address. A choice beside "all" narrows it.
function inOrder(chosen: readonly AskedStanding[]): AskedStanding[] {
  const known = (Object.keys(standings) as Standing[]).filter((each) => chosen.includes(each));
  return known.length === 0 && chosen.includes(everyStanding) ? [everyStanding] : known;
}
