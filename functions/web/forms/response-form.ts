import type { Case } from '../../../shared/domain/case.ts';
import { windowOf } from '../../../shared/domain/commitment.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { checkResponse, type ResponseInput, responseInput } from '../../../shared/domain/response.ts';
import { type Checked, checkForm } from './checked-form.ts';
import { errorsFromRefusal, type FieldErrors, type FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { mostPromises, readSlot, type Slot, slotFieldOf, slotFields } from './promise-slot.ts';
import { seenField } from './seen-field.ts';
import { readDate } from './typed-date.ts';

/** How many promises the form shows: as many as it was posted with, within reason. */
export function promiseCount(form: PostedForm): number {
  const posted = Number.parseInt(form.get('promises'), 10);
  return Number.isNaN(posted) ? 1 : Math.min(Math.max(posted, 1), mostPromises);
}

/** The fields in the order of the page. */
export const responseFields = (promises: number): FieldPlace[] => [
  { name: 'respondedOn', date: true },
  { name: 'text' },
  { name: 'acceptance' },
  { name: 'reasons' },
  { name: 'representations' },
  ...Array.from({ length: promises }, (_, index) => slotFields(index + 1)).flat(),
];

/** Every field as posted, for carrying it through the page that asks to check it. */
export const postedNames = (promises: number): string[] => [
  'promises',
  seenField,
  ...responseFields(promises).flatMap(({ name, date }) =>
    date ? [`${name}-day`, `${name}-month`, `${name}-year`] : [name],
  ),
];

/** A response as read from the form. `place` says which field of the form holds a part of the record. */
export type ReadResponse = { checked: Checked<ResponseInput>; place(path: readonly PropertyKey[]): string };

export function readResponseForm(form: PostedForm): ReadResponse {
  const slots = Array.from({ length: promiseCount(form) }, (_, index) => readSlot(form, index + 1)).filter(
    (slot) => slot !== undefined,
  );
  const place = (path: readonly PropertyKey[]) => placeOf(slots, path);
  const acceptance = form.get('acceptance');
  const respondedOn = readDate(form, 'respondedOn', 'The date of the response');
  const candidate = {
    respondedOn: respondedOn.day,
    acceptance,
    text: form.get('text'),
    // Reasons belong to a refusal; what was typed before another answer was chosen is not part of the record.
    reasons: acceptance === 'not-accepted' ? form.get('reasons') : '',
    representations: form.get('representations') === 'made',
    commitments: slots.map((slot) => slot.candidate),
  };
  const dates = Object.assign({ respondedOn }, ...slots.map((slot) => slot.dates));
  const checked = checkForm(responseInput, candidate, dates, place);
  return { checked: checked.errors ? { errors: named(checked.errors, form) } : checked, place };
}

function placeOf(slots: readonly Slot[], path: readonly PropertyKey[]): string {
  const [first, index, ...rest] = path;
  const slot = slots[Number(index)];
  return first === 'commitments' && slot ? slotFieldOf(slot, rest) : String(first ?? '');
}

/** What the law and the calendar say against a response whose fields are all in order. */
export function weighResponse(
  input: ResponseInput,
  { learningCase, today }: { learningCase: Case; today: Day },
): Refusal | undefined {
  const refused = checkResponse(input, learningCase.madeOn, today);
  if (refused) return refused;
  for (const [index, { promise }] of input.commitments.entries()) {
    const window = windowOf(promise, input.respondedOn);
    if (isRefusal(window))
      return { ...window, field: `commitments.${index}.promise.${window.field ?? 'kind'}` };
  }
  return undefined;
}

/** A refusal of the response as the errors of the form. */
export const responseErrors = (refusal: Refusal, { place }: ReadResponse, form: PostedForm): FieldErrors =>
  named(errorsFromRefusal(refusal, place), form);

// The summary has to say which box it speaks of: there may be several promises, and one may have two numbers.
function named(errors: FieldErrors, form: PostedForm): FieldErrors {
  const isOneOfSeveral = promiseCount(form) > 1;
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => {
      const [, slot, end] = /^promise-(\d+)-(?:between-(earliest|latest))?/.exec(name) ?? [];
      const which = end && error.message.startsWith('Enter') ? ` for the ${end}` : '';
      const place = slot && isOneOfSeveral ? { place: `Promise ${slot}` } : {};
      return [name, { ...error, ...place, message: `${error.message}${which}` }];
    }),
  );
}
