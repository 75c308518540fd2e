import type { MadeIn } from '../../../shared/domain/commitment.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { type ReadDate, readDate } from './typed-date.ts';

/** The most promises one form takes; a real response has seldom more than two. */
export const mostPromises = 5;

/** What the promises of a form are called: those of an update are numbered beside the promise that it keeps. */
export const promiseWords: Record<MadeIn, string> = { response: 'Promise', update: 'New promise' };

/** What can be chosen for a promise, in the order of the page. 'nothing' takes back a choice made by mistake. */
export const promiseKinds = [
  'within',
  'between',
  'by-date',
  'in-period',
  'on-event',
  'board-meeting',
  'none',
  'completed',
  'nothing',
] as const;

export type PromiseKind = (typeof promiseKinds)[number];

/** The boxes that belong to a kind. */
const boxes: Partial<Record<PromiseKind, readonly FieldPlace[]>> = {
  within: [{ name: 'latest' }, { name: 'unit' }],
  between: [{ name: 'earliest' }, { name: 'latest' }, { name: 'unit' }],
  'by-date': [{ name: 'dueOn', date: true }],
  'in-period': [
    { name: 'opensOn', date: true },
    { name: 'dueOn', date: true },
  ],
  'on-event': [{ name: 'event' }],
  'board-meeting': [{ name: 'boardId' }],
};

/** The boxes that hold words; the others hold a number or a date. */
const words = ['unit', 'event', 'boardId'];

/** The name of a field of the nth promise: 'promise-2-quote', 'promise-2-between-earliest'. */
export const slotField = (slot: number, ...rest: string[]) => ['promise', slot, ...rest].join('-');

/** Which promise of its response it is: a page with several responses numbers those of the second 201, 202 and so on. */
export const numberInResponse = (slot: number) => slot % 100;

/** The fields of the nth promise in the order of the page. */
export const slotFields = (slot: number): FieldPlace[] => [
  { name: slotField(slot, 'quote') },
  { name: slotField(slot, 'kind') },
  ...promiseKinds.flatMap((kind) =>
    (boxes[kind] ?? []).map((box) => ({ ...box, name: slotField(slot, kind, box.name) })),
  ),
];

/** One promise as typed: the candidate for the schema and the dates in it, by the name of their field. */
export type Slot = {
  slot: number;
  kind: string;
  candidate: { quote: string; promise: Record<string, unknown> };
  dates: Record<string, ReadDate>;
};

/** The nth promise as typed, or undefined where nothing was typed or "there is no promise" was chosen and no words given. */
export function readSlot(form: PostedForm, slot: number): Slot | undefined {
  const typed = (name: string) => form.get(slotField(slot, name));
  const kind = typed('kind');
  const quote = typed('quote');
  if (quote.trim() === '' && (kind === '' || kind === 'nothing')) return undefined;
  const mine = boxesOf(kind);
  const dates = Object.fromEntries(
    mine
      .filter(({ date }) => date)
      .map(({ name }) => {
        const field = slotField(slot, kind, name);
        return [field, readDate(form, field, name === 'opensOn' ? 'The first day' : 'The last day')];
      }),
  );
  const promise = Object.fromEntries(
    mine.map(({ name, date }) => {
      const field = slotField(slot, kind, name);
      if (date) return [name, dates[field]?.day];
      return [name, words.includes(name) ? form.get(field) : numberOf(form.get(field))];
    }),
  );
  return { slot, kind, candidate: { quote, promise: { kind, ...promise } }, dates };
}

const numberOf = (typed: string) => (/^\s*\d+\s*$/.test(typed) ? Number(typed) : undefined);

/** The field of the form that holds a part of a commitment: ['promise', 'latest'] of a "between" is its own box. */
export function slotFieldOf({ slot, kind }: Slot, path: readonly PropertyKey[]): string {
  const [first, part] = path.map(String);
  if (first !== 'promise') return slotField(slot, 'quote');
  const mine = boxesOf(kind);
  if (part === undefined || part === 'kind' || mine.length === 0) return slotField(slot, 'kind');
  const box = mine.find(({ name }) => name === part) ?? mine.findLast(({ name }) => name !== 'unit')!;
  return slotField(slot, kind, box.name);
}

// A kind comes from outside: 'constructor' is no kind, though every object has one.
function boxesOf(kind: string) {
  return Object.hasOwn(boxes, kind) ? (boxes[kind as PromiseKind] ?? []) : [];
}
