import type { Board } from '../../../shared/domain/board.ts';
import { type CommitmentInput, type MadeIn, windowOf } from '../../../shared/domain/commitment.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { FieldErrors, FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { mostPromises, promiseWords, readSlot, type Slot, slotFieldOf, slotFields } from './promise-slot.ts';
import { seenField } from './seen-field.ts';

/** How many promises the form shows: as many as it was posted with, within reason. */
export function promiseCount(form: PostedForm): number {
  const posted = Number.parseInt(form.get('promises'), 10);
  return Number.isNaN(posted) ? 1 : Math.min(Math.max(posted, 1), mostPromises);
}

/** The form with room for one promise more. */
export const withOneMore = (form: PostedForm): PostedForm => {
  const promises = String(Math.min(promiseCount(form) + 1, mostPromises));
  return { get: (name) => (name === 'promises' ? promises : form.get(name)) };
};

/** The fields of all promises in the order of the page. */
export const promiseFields = (promises: number): FieldPlace[] =>
  Array.from({ length: promises }, (_, index) => slotFields(index + 1)).flat();

/** The promises as typed; those that were left empty are none. */
export const readSlots = (form: PostedForm): Slot[] =>
  Array.from({ length: promiseCount(form) }, (_, index) => readSlot(form, index + 1)).filter(
    (slot) => slot !== undefined,
  );

/** The field of the form that holds a part of a record whose promises are `commitments`. */
export function placeIn(slots: readonly Slot[], path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  const slot = slots[Number(index)];
  return first === 'commitments' && slot ? slotFieldOf(slot, rest) : String(first ?? '');
}

/** What the calendar says against promises whose fields are all in order. */
export function weighPromises(
  promises: readonly CommitmentInput[],
  anchorOn: Day,
  { madeIn, boards }: { madeIn: MadeIn; boards: readonly Board[] },
): Refusal | undefined {
  for (const [index, { promise }] of promises.entries()) {
    const board = boardNamed(promise, boards);
    const window =
      promise.kind === 'board-meeting' && !board
        ? refuse('no-such-board', 'Choose a board from the list', 'boardId')
        : windowOf(promise, anchorOn, { madeIn, board });
    if (isRefusal(window))
      return { ...window, field: `commitments.${index}.promise.${window.field ?? 'kind'}` };
  }
  return undefined;
}

/** The board that a promise names, where it names one that there is. */
export const boardNamed = (promise: CommitmentInput['promise'], boards: readonly Board[]) =>
  promise.kind === 'board-meeting' ? boards.find(({ id }) => id === promise.boardId) : undefined;

/** The errors with what the summary has to say of their place: there may be several promises, and one may have two numbers. */
export function placed(errors: FieldErrors, form: PostedForm, madeIn: MadeIn): FieldErrors {
  const isOneOfSeveral = promiseCount(form) > 1;
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => {
      const [, slot, end] = /^promise-(\d+)-(?:between-(earliest|latest))?/.exec(name) ?? [];
      const which = end && error.message.startsWith('Enter') ? ` for the ${end}` : '';
      const place = slot && isOneOfSeveral ? { place: `${promiseWords[madeIn]} ${slot}` } : {};
      return [name, { ...error, ...place, message: `${error.message}${which}` }];
    }),
  );
}

/** Everything that was posted with some fields, for carrying it through the page that asks to check it. */
export const postedWith = (fields: readonly FieldPlace[]): string[] => [
  'promises',
  seenField,
  ...fields.flatMap(({ name, date }) => (date ? [`${name}-day`, `${name}-month`, `${name}-year`] : [name])),
];
