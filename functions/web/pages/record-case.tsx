import { type Context, Hono } from 'hono';
import { legalBases, sources } from '../../../shared/domain/clocks.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { DateInput } from '../components/date-input.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Textarea } from '../components/textarea.tsx';
import { caseFields, readCaseForm } from '../forms/case-form.ts';
import { errorOf, errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { typedDate } from '../forms/typed-date.ts';
import { recordCase } from '../moves/record-case.ts';
import { statusOf } from '../refused.ts';
import { type FormPage, showForm } from './form-page.tsx';
import type { Site } from './site.tsx';

/** The form that records a case. */
export const recordCasePages = (site: Site): Hono =>
  new Hono()
    .get('/cases/new', (c) => showCaseForm(c, site, formOf({ body: site.organisation }), noErrors, 200))
    .post('/cases', async (c) => {
      const form = await readForm(c);
      const { value, errors } = readCaseForm(form);
      if (errors) return showCaseForm(c, site, form, errors, 422);
      const recorded = await recordCase(site.desk, value);
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
        <WhatItIs form={form} errors={errors} />
        <WhenItWasMade form={form} errors={errors} />
        <WhatItSays form={form} errors={errors} />
        <Button>Save</Button>
      </>
    ),
  });

type Fields = { form: PostedForm; errors: FieldErrors };

const field = ({ form, errors }: Fields, name: string) => ({
  name,
  value: form.get(name),
  error: errors[name]?.message,
});

const choices = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

const WhatItIs = (fields: Fields) => (
  <>
    <Input
      {...field(fields, 'reference')}
      label="Reference"
      hint="As its page prints it, such as 2019/127918"
      width={20}
    />
    <Input {...field(fields, 'forceReference')} label="The force’s own reference (optional)" width={20} />
    <Input {...field(fields, 'title')} label="Title" />
    <Radios
      {...field(fields, 'source')}
      legend="Where does the learning come from?"
      items={choices(sources)}
      small
    />
    <Radios
      {...field(fields, 'legalBasis')}
      legend="What were the recommendations made under?"
      hint="This decides whether the law sets a date for the response."
      items={choices(legalBases)}
      small
    />
    <Input {...field(fields, 'body')} label="Body the case is addressed to" />
  </>
);

const WhenItWasMade = ({ form, errors }: Fields) => (
  <>
    <DateInput
      name="madeOn"
      legend="When were the recommendations made?"
      hint="For example, 29 9 2020"
      values={typedDate(form, 'madeOn')}
      {...errorOf(errors, 'madeOn')}
    />
    <DateInput
      name="publishedDueOn"
      legend="By when does the page ask for a response? (optional)"
      hint="The date printed on the page. It is often a day later than the law’s last day; both are kept."
      values={typedDate(form, 'publishedDueOn')}
      {...errorOf(errors, 'publishedDueOn')}
    />
  </>
);

const WhatItSays = (fields: Fields) => (
  <>
    <Textarea {...field(fields, 'summary')} label="Summary (optional)" rows={6} />
    <Textarea {...field(fields, 'topics')} label="Topics (optional)" hint="One on each line" rows={3} />
    <Textarea
      {...field(fields, 'linkedBodies')}
      label="Linked bodies (optional)"
      hint="One on each line"
      rows={3}
    />
    <Input {...field(fields, 'link')} label="Link to its page (optional)" type="url" />
    <Textarea
      {...field(fields, 'keptPage')}
      label="Copy of the whole page (optional)"
      hint="Paste the text of the page to keep it. The IOPC deletes its pages after five years."
      rows={6}
    />
  </>
);
