import { type Context, Hono } from 'hono';
import type { Board } from '../../../shared/domain/board.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Offered } from '../components/may-follow.tsx';
import { Select } from '../components/select.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { readRecommendationForm, recommendationFields } from '../forms/recommendation-form.ts';
import { boardsInSight } from '../gate/in-sight.ts';
import { recordRecommendation } from '../moves/record-recommendation.ts';
import { statusOf } from '../refused.ts';
import { findCase } from './addressed.ts';
import { contactChoice } from './contact-choice.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { showRefusal, toCases } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

/** The form that adds a recommendation to a case. */
export const recordRecommendationPages = (site: Site): Hono =>
  new Hono()
    .get('/cases/:caseId/recommendations/new', async (c) => {
      const learningCase = await findCase(site.table, c.req.param('caseId'));
      if (isRefusal(learningCase)) return showRefusal(c, site, learningCase, toCases);
      return showRecommendationForm(c, site, learningCase, {
        form: emptyForm,
        errors: noErrors,
        status: 200,
      });
    })
    .post('/cases/:caseId/recommendations', async (c) => {
      const learningCase = await findCase(site.table, c.req.param('caseId'));
      if (isRefusal(learningCase)) return showRefusal(c, site, learningCase, toCases);
      const form = await readForm(c);
      const { value, errors } = readRecommendationForm(form);
      if (errors) return showRecommendationForm(c, site, learningCase, { form, errors, status: 422 });
      const recorded = await recordRecommendation(deskAt(c, site), learningCase.id, value);
      if (isRefusal(recorded)) {
        const refused = { form, errors: errorsFromRefusal(recorded), status: statusOf(recorded) };
        return showRecommendationForm(c, site, learningCase, refused);
      }
      return c.redirect(`/cases/${learningCase.id}?saved=recommendation`, 303);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showRecommendationForm(c: Context, site: Site, learningCase: Case, filled: Filled) {
  const [contacts, boards] = await Promise.all([listContacts(site.table), boardsInSight(site)]);
  return showForm(c, site, {
    title: 'Add a recommendation',
    caption: `${learningCase.reference}, ${learningCase.title}`,
    current: '/cases',
    back: `/cases/${learningCase.id}`,
    action: `/cases/${learningCase.id}/recommendations`,
    fields: recommendationFields,
    ...filled,
    children: (
      <RecommendationFields {...filled} body={learningCase.body} contacts={contacts} boards={boards} />
    ),
  });
}

const priorities = [
  { value: '', text: 'None' },
  { value: 'high', text: 'High' },
  { value: 'medium', text: 'Medium' },
  { value: 'low', text: 'Low' },
];

const RecommendationFields = (
  props: Filled & { body: string; contacts: readonly Contact[]; boards: readonly Board[] },
) => {
  const { form, errors, contacts, boards } = props;
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  return (
    <>
      <Textarea
        {...field('text')}
        label="What is recommended?"
        hint="In its own words, copied from the page"
        rows={10}
      />
      <Input
        {...field('addressee')}
        label="Body it is addressed to (optional)"
        hint={`Leave this empty if it is ${props.body}, as for the case`}
      />
      <Select
        {...field('ownerId')}
        label="Who owns it?"
        hint="The owner is written to before each date"
        items={contactChoice(contacts, 'Nobody yet')}
      />
      <Select
        {...field('boardId')}
        label="Which board oversees it?"
        hint={
          <>
            Its chair is written to once something is very late.
            <Offered href="/boards/new">
              {' '}
              A board that is not in the list can be{' '}
              <a class="govuk-link" href="/boards/new">
                added
              </a>{' '}
              first
            </Offered>
          </>
        }
        items={[{ value: '', text: 'None' }, ...boards.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select {...field('priority')} label="Priority" items={priorities} />
      <Input {...field('theme')} label="Theme (optional)" />
      <Button>Save</Button>
    </>
  );
};
