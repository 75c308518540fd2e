import type { StagePlan } from '../../../shared/domain/stage-plan.ts';
import { type StageChangeInput, stageChangeInput } from '../../../shared/domain/stage-plan-input.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import { formOf, type PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const stagesFields: readonly FieldPlace[] = [
  'response',
  'update',
  'publication',
  'between',
  'late',
  'lateEvery',
  'laterFrom',
  'laterEvery',
  'manager',
  'chair',
  'review',
  'reviewEvery',
  'why',
].map((name) => ({ name }));

/** Where each part of a plan stands in the form, by the beginning of its path; a list by the whole of it. */
const places: readonly (readonly [string, string])[] = [
  ['plan.before.response', 'response'],
  ['plan.before.update', 'update'],
  ['plan.before.publication', 'publication'],
  ['plan.between', 'between'],
  ['plan.after.first', 'late'],
  ['plan.after.repeats.1.from', 'laterFrom'],
  ['plan.after.repeats.1', 'laterEvery'],
  ['plan.after.repeats', 'lateEvery'],
  ['plan.joins.manager', 'manager'],
  ['plan.joins.chair', 'chair'],
  ['plan.review.first', 'review'],
  ['plan.review.repeats', 'reviewEvery'],
  ['why', 'why'],
];

const fieldOf = (path: readonly PropertyKey[]): string =>
  places.find(([part]) => path.join('.').startsWith(part))?.[1] ?? '';

// What is no whole number is left for the schema to refuse with its sentence.
const numberFrom = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** '28, 14, 7 and 1' → [28, 14, 7, 1] */
const listFrom = (typed: string): number[] =>
  typed
    .split(/[\s,;]+|\band\b/)
    .filter((part) => part !== '')
    .map(numberFrom);

/** Reads the form as the change it asks for. */
export function readStagesForm(form: PostedForm): Checked<StageChangeInput> {
  const list = (name: string) => listFrom(form.get(name));
  const number = (name: string) => numberFrom(form.get(name));
  const late = list('late');
  const review = list('review');
  const isLater = [form.get('laterFrom'), form.get('laterEvery')].some((typed) => typed.trim() !== '');
  const plan = {
    before: { response: list('response'), update: list('update'), publication: list('publication') },
    between: list('between'),
    after: {
      first: late,
      repeats: [
        { from: lastOf(late), every: number('lateEvery') },
        ...(isLater ? [{ from: number('laterFrom'), every: number('laterEvery') }] : []),
      ],
    },
    review: { first: review, repeats: [{ from: lastOf(review), every: number('reviewEvery') }] },
    joins: { manager: number('manager'), chair: number('chair') },
  };
  return checkForm(stageChangeInput, { plan, version: number('version'), why: form.get('why') }, {}, fieldOf);
}

// It goes on from the last of the days before. A list that is wrong is refused for itself.
const lastOf = (days: readonly number[]): number => {
  const last = Math.max(0, ...days);
  return last <= 365 ? last : 0;
};

/** The form as it stands for a plan. */
export function formOfPlan(
  { before, between, after, review, joins }: StagePlan,
  version: number,
): PostedForm {
  const [often, later] = after.repeats;
  const text = (number: number | undefined) => (number === undefined ? '' : String(number));
  return formOf({
    response: before.response.join(', '),
    update: before.update.join(', '),
    publication: before.publication.join(', '),
    between: between.join(', '),
    late: after.first.join(', '),
    lateEvery: text(often?.every),
    laterFrom: text(later?.from),
    laterEvery: text(later?.every),
    manager: text(joins.manager),
    chair: text(joins.chair),
    review: review.first.join(', '),
    reviewEvery: text(review.repeats[0]?.every),
    version: text(version),
  });
}
