import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { caseFields, readCaseForm } from '../forms/case-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { recordCase } from '../moves/record-case.ts';
import { statusOf } from '../refused.ts';
import { CaseFields } from './case-fields.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

/** The form that records a case. */
export const recordCasePages = (site: Site): Hono =>
  new Hono()
    .get('/cases/new', (c) => showCaseForm(c, site, formOf({ body: site.organisation }), noErrors, 200))
    .post('/cases', async (c) => {
      const form = await readForm(c);
      const { value, errors } = readCaseForm(form);
      if (errors) return showCaseForm(c, site, form, errors, 422);
      const recorded = await recordCase(deskAt(c, site), value);
      if (isRefusal(recorded))
        return showCaseForm(c, site, form, errorsFromRefusal(recorded), statusOf(recorded));
      return c.redirect(`/cases/${recorded.id}?saved=case`, 303);
    });

const showCaseForm = (
  c: Context,
  site: Site,
  form: PostedForm,
  errors: FieldErrors,
  status: FormPage['status'],
) =>
  showForm(c, site, {
    title: 'Record a case',
    current: '/cases',
    back: '/cases',
    action: '/cases',
    fields: caseFields,
    errors,
    status,
    children: (
      <>
        <CaseFields form={form} errors={errors} />
        <Button>Save</Button>
      </>
    ),
  });
