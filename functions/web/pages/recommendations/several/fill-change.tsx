import type { Context } from 'hono';
import { Button } from '../../../components/button.tsx';
import type { FieldErrors } from '../../../forms/field-errors.ts';
import type { PostedForm } from '../../../forms/posted-form.ts';
import { type Chosen, chosenField, chosenText } from '../../../forms/several-form.ts';
import type { Register } from '../../../gather-list.ts';
import { showForm } from '../../form-page.tsx';
import type { Site } from '../../site.tsx';
import { recommendationsCounted } from '../found-words.ts';
import type { Change } from './change.tsx';
import { changeName } from './changes.ts';

/** A change on its way: what is to be done, with what, where it came from. */
export type OnItsWay = { change: Change; chosen: readonly Chosen[]; form: PostedForm; action: string };

/** What goes from step to step unseen. */
export const Carried = ({ change, chosen, step }: Pick<OnItsWay, 'change' | 'chosen'> & { step: string }) => (
  <>
    <input type="hidden" name="step" value={step} />
    <input type="hidden" name="change" value={changeName(change)} />
    <input type="hidden" name={chosenField} value={chosenText(chosen)} />
  </>
);

/** Asks what a change needs to know, once for all that were chosen. */
export const showFillChange = (
  c: Context,
  site: Site,
  { change, chosen, form, action }: OnItsWay,
  register: Register,
  errors: FieldErrors,
) => {
  const { Fields } = change;
  return showForm(c, site, {
    title: change.title,
    caption: recommendationsCounted(chosen.length),
    current: '/recommendations',
    back: action,
    action,
    fields: change.fields,
    errors,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    intro: <p class="govuk-body">{change.intro}</p>,
    children: (
      <>
        <Carried change={change} chosen={chosen} step="fill" />
        <Fields {...register} form={form} errors={errors} />
        <Button>Continue</Button>
      </>
    ),
  });
};
