import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Day } from '../../../shared/domain/day.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { checkResponse, type ResponseInput, responseInput } from '../../../shared/domain/response.ts';
import { type Checked, checkForm } from './checked-form.ts';
import { errorsFromRefusal, type FieldErrors, type FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';
import { placed, placeIn, promiseFields, readSlots, weighPromises } from './promise-slots.ts';
import { readDate } from './typed-date.ts';

/** The fields in the order of the page. */
export const responseFields = (promises: number): FieldPlace[] => [
  { name: 'respondedOn', date: true },
  { name: 'text' },
  { name: 'acceptance' },
  { name: 'reasons' },
  { name: 'representations' },
  ...promiseFields(promises),
];

/** A response as read from the form. `place` says which field of the form holds a part of the record. */
export type ReadResponse = { checked: Checked<ResponseInput>; place(path: readonly PropertyKey[]): string };

export function readResponseForm(form: PostedForm): ReadResponse {
  const slots = readSlots(form);
  const place = (path: readonly PropertyKey[]) => placeIn(slots, path);
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
  return { checked: checked.errors ? { errors: placed(checked.errors, form, 'response') } : checked, place };
}

/** What the law and the calendar say against a response whose fields are all in order. */
export const weighResponse = (
  input: ResponseInput,
  { learningCase, boards, today }: { learningCase: Case; boards: readonly Board[]; today: Day },
): Refusal | undefined =>
  checkResponse(input, learningCase.madeOn, today) ??
  weighPromises(input.commitments, input.respondedOn, { madeIn: 'response', boards });

/** A refusal of the response as the errors of the form. */
export const responseErrors = (refusal: Refusal, { place }: ReadResponse, form: PostedForm): FieldErrors =>
  placed(errorsFromRefusal(refusal, place), form, 'response');
