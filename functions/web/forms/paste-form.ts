import type { CaseInput } from '../../../shared/domain/case.ts';
import { type Day, partsOf } from '../../../shared/domain/day.ts';
import { type RecommendationInput, recommendationInput } from '../../../shared/domain/recommendation.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { type ResponseInput, responseInput } from '../../../shared/domain/response.ts';
import type { Suggestion } from '../../../shared/extract/commitments.ts';
import type { ReadPage } from '../../../shared/extract/page/read-page.ts';
import { caseFields, readCaseForm } from './case-form.ts';
import { type Checked, checkForm } from './checked-form.ts';
import { errorsFromRefusal, type FieldErrors, type FieldPlace } from './field-errors.ts';
import { boxesFilled, toFill } from './found-promises.ts';
import { formOf, type PostedForm } from './posted-form.ts';
import { mostPromises, readSlot, type Slot, slotFieldOf, slotFields } from './promise-slot.ts';
import { readOptionalDate } from './typed-date.ts';

/** A case as a person confirmed it, with its recommendations and those of their responses that have a date. */
export type PastedCase = { learningCase: CaseInput; recommendations: PastedRecommendation[] };
export type PastedRecommendation = {
  place: number;
  recommendation: RecommendationInput;
  response?: ResponseInput | undefined;
};

const mostPasted = 50;

/** The name of a field of the nth recommendation on the page: 'recommendation-2-text'. */
export const pastedField = (place: number, name: string) => `recommendation-${place}-${name}`;

/** The promises of the nth recommendation's response have boxes of their own numbers, so that no two share a name: 201 and 202 of the second. */
export function pastedSlots(form: PostedForm, place: number): number[] {
  const posted = Number.parseInt(form.get(pastedField(place, 'promises')), 10);
  const promises = Number.isNaN(posted) ? 1 : Math.min(Math.max(posted, 1), mostPromises);
  return Array.from({ length: promises }, (_, index) => place * 100 + index + 1);
}

const readPromises = (form: PostedForm, place: number): Slot[] =>
  pastedSlots(form, place)
    .map((slot) => readSlot(form, slot))
    .filter((slot) => slot !== undefined);

export function pastedCount(form: PostedForm): number {
  const posted = Number.parseInt(form.get('recommendations'), 10);
  return Number.isNaN(posted) ? 0 : Math.min(Math.max(posted, 0), mostPasted);
}

const recommendationFields = (form: PostedForm, place: number): FieldPlace[] => [
  ...['text', 'addressee', 'ownerId', 'boardId', 'acceptance', 'reasons'].map((name) => ({
    name: pastedField(place, name),
  })),
  { name: pastedField(place, 'respondedOn'), date: true },
  { name: pastedField(place, 'response') },
  ...pastedSlots(form, place).flatMap(slotFields),
];

/** The fields in the order of the page. */
export const pasteFields = (form: PostedForm): FieldPlace[] => [
  ...caseFields,
  ...Array.from({ length: pastedCount(form) }, (_, index) => recommendationFields(form, index + 1)).flat(),
];

/** Every field as posted, for carrying it through the page that asks to check it. */
export const pasteNames = (form: PostedForm): string[] => [
  'recommendations',
  ...Array.from({ length: pastedCount(form) }, (_, index) => pastedField(index + 1, 'promises')),
  ...pasteFields(form).flatMap(({ name, date }) =>
    date ? ['day', 'month', 'year'].map((part) => `${name}-${part}`) : [name],
  ),
];

/** The form filled with what was read from a page. What was not read is left empty; promises are filled in where they have a date. */
export function pastedForm({ kept, case: of, recommendations }: ReadPage<Suggestion>): PostedForm {
  const values: Record<string, string | undefined> = {
    ...Object.fromEntries(
      (['reference', 'forceReference', 'title', 'summary', 'body', 'link'] as const).map((name) => [
        name,
        of[name]?.value,
      ]),
    ),
    source: 'iopc',
    topics: of.topics.map(({ value }) => value).join('\n'),
    linkedBodies: of.linkedBodies.map(({ value }) => value).join('\n'),
    ...boxesOf('madeOn', of.madeOn?.value),
    ...boxesOf('publishedDueOn', of.publishedDueOn?.value),
    keptPage: kept,
    recommendations: String(recommendations.length),
  };
  for (const { number, text, addressee, acceptance, response, suggestions } of recommendations) {
    const isOther = addressee && addressee.value !== of.body?.value;
    values[pastedField(number, 'text')] = text?.value;
    values[pastedField(number, 'addressee')] = isOther ? addressee.value : '';
    values[pastedField(number, 'acceptance')] = acceptance?.value;
    values[pastedField(number, 'response')] = response?.value;
    const promises = toFill(suggestions);
    values[pastedField(number, 'promises')] = String(promises.length);
    for (const [index, found] of promises.entries())
      Object.assign(values, Object.fromEntries(boxesFilled(number * 100 + index + 1, found)));
  }
  return formOf(values);
}

function boxesOf(name: string, on: Day | undefined): Record<string, string> {
  if (!on) return {};
  const { year, month, date } = partsOf(on);
  return { [`${name}-day`]: String(date), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}

/** What the person confirmed. A recommendation whose text was emptied is left out; a response without a date is not recorded yet. */
export function readPasteForm(form: PostedForm): Checked<PastedCase> {
  const learningCase = readCaseForm(form);
  const recommendations: PastedRecommendation[] = [];
  let errors: FieldErrors = learningCase.errors ?? {};
  for (let place = 1; place <= pastedCount(form); place++) {
    if (form.get(pastedField(place, 'text')).trim() === '') continue;
    const recommendation = readRecommendation(form, place);
    const response = readResponse(form, place);
    errors = { ...errors, ...placed({ ...recommendation.errors, ...response.errors }, place) };
    if (recommendation.value)
      recommendations.push({ place, recommendation: recommendation.value, response: response.value });
  }
  return learningCase.value && Object.keys(errors).length === 0
    ? { value: { learningCase: learningCase.value, recommendations } }
    : { errors };
}

const placed = (errors: FieldErrors, place: number): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([name, error]) => [name, { ...error, place: `Recommendation ${place}` }]),
  );

const readRecommendation = (form: PostedForm, place: number): Checked<RecommendationInput> =>
  checkForm(
    recommendationInput,
    Object.fromEntries(
      ['text', 'addressee', 'ownerId', 'boardId'].map((name) => [name, form.get(pastedField(place, name))]),
    ),
    {},
    ([name]) => pastedField(place, String(name)),
  );

type ReadResponse = { value?: ResponseInput | undefined; errors?: FieldErrors | undefined };

function readResponse(form: PostedForm, place: number): ReadResponse {
  const dateField = pastedField(place, 'respondedOn');
  const respondedOn = readOptionalDate(form, dateField, 'The date of the response');
  if (!respondedOn.day && !respondedOn.error) return {};
  const slots = readPromises(form, place);
  const typed = (name: string) => form.get(pastedField(place, name));
  const acceptance = typed('acceptance');
  const candidate = {
    respondedOn: respondedOn.day,
    acceptance,
    text: typed('response'),
    reasons: acceptance === 'not-accepted' ? typed('reasons') : '',
    commitments: slots.map(({ candidate }) => candidate),
  };
  const dates = Object.assign({ [dateField]: respondedOn }, ...slots.map((slot) => slot.dates));
  return checkForm(responseInput, candidate, dates, (path) => fieldOfResponse(path, place, slots));
}

function fieldOfResponse(path: readonly PropertyKey[], place: number, slots: readonly Slot[]): string {
  const [first, index, ...rest] = path;
  const slot = slots[Number(index)];
  if (first === 'commitments' && slot) return slotFieldOf(slot, rest);
  return pastedField(place, first === 'text' ? 'response' : String(first));
}

/** A refusal of the whole as the errors of the form. */
export function pasteErrors(refused: Refusal, form: PostedForm): FieldErrors {
  const [, place, index, part] = /^recommendation-(\d+)-promise-(\d+)\.(.+)$/.exec(refused.field ?? '') ?? [];
  const slot = place === undefined ? undefined : readPromises(form, Number(place))[Number(index)];
  return slot && part
    ? placed({ [slotFieldOf(slot, ['promise', part])]: { message: refused.message } }, Number(place))
    : errorsFromRefusal(refused);
}
