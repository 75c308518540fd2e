import type { Board } from '../../../shared/domain/board.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { checkUpdate, type UpdateInput, updateInput } from '../../../shared/domain/update.ts';
import { type Checked, checkForm } from './checked-form.ts';
import { errorsFromRefusal, type FieldErrors, type FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import type { Slot } from './promise-slot.ts';
import { placed, placeIn, promiseFields, readSlots, weighPromises } from './promise-slots.ts';
import { readDate } from './typed-date.ts';

/** The fields in the order of the page. */
export const updateFields = (promises: number): FieldPlace[] => [
  { name: 'receivedOn', date: true },
  { name: 'text' },
  { name: 'more' },
  ...promiseFields(promises),
];

/** An update as read from the form. `place` says which field of the form holds a part of the record. */
export type ReadUpdate = { checked: Checked<UpdateInput>; place(path: readonly PropertyKey[]): string };

const emptySlot: Slot = { slot: 1, kind: '', candidate: { quote: '', promise: {} }, dates: {} };

/** Promises count only where it is said that there are some; then at least one must be given. */
function slotsOf(form: PostedForm): Slot[] {
  if (form.get('more') !== 'yes') return [];
  const slots = readSlots(form);
  return slots.length > 0 ? slots : [emptySlot];
}

export function readUpdateForm(form: PostedForm): ReadUpdate {
  const slots = slotsOf(form);
  const place = (path: readonly PropertyKey[]) => placeIn(slots, path);
  const receivedOn = readDate(form, 'receivedOn', 'The date the update came');
  const candidate = {
    receivedOn: receivedOn.day,
    text: form.get('text'),
    commitments: slots.map((slot) => slot.candidate),
  };
  const dates = Object.assign({ receivedOn }, ...slots.map((slot) => slot.dates));
  const checked = checkForm(updateInput, candidate, dates, place);
  const errors = { ...checked.errors, ...unanswered(form) };
  return Object.keys(errors).length > 0
    ? { checked: { errors: placed(errors, form, 'update') }, place }
    : { checked, place };
}

const unanswered = (form: PostedForm): FieldErrors =>
  ['yes', 'no'].includes(form.get('more'))
    ? {}
    : { more: { message: 'Say whether the update promises something more' } };

/** What the calendar says against an update whose fields are all in order. */
export const weighUpdate = (
  input: UpdateInput,
  { promised, boards, today }: { promised: Deadline; boards: readonly Board[]; today: Day },
): Refusal | undefined =>
  checkUpdate(input, promised, today) ??
  weighPromises(input.commitments ?? [], input.receivedOn, { madeIn: 'update', boards });

/** A refusal of the update as the errors of the form. */
export const updateErrors = (refusal: Refusal, { place }: ReadUpdate, form: PostedForm): FieldErrors =>
  placed(errorsFromRefusal(refusal, place), form, 'update');
