import { type RecommendationInput, recommendationInput } from '../../../shared/domain/recommendation.ts';
import { type Checked, checkForm } from './checked-form.ts';
import type { FieldPlace } from './field-errors.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields in the order of the page. */
export const recommendationFields: readonly FieldPlace[] = [
  { name: 'text' },
  { name: 'addressee' },
  { name: 'ownerId' },
  { name: 'boardId' },
  { name: 'priority' },
  { name: 'theme' },
];

export const readRecommendationForm = (form: PostedForm): Checked<RecommendationInput> =>
  checkForm(
    recommendationInput,
    Object.fromEntries(recommendationFields.map(({ name }) => [name, form.get(name)])),
    {},
  );
