import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { defaultStagePlans } from '../../../shared/domain/stage-plans.ts';
import { readStagePlans } from '../../../shared/store/stage-plans.ts';
import { Button } from '../components/button.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { Input } from '../components/input.tsx';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { type PostedForm, readForm } from '../forms/posted-form.ts';
import { formOfPlan, readStagesForm, stagesFields } from '../forms/stages-form.ts';
import { changeStages } from '../moves/change-stages.ts';
import { statusOf } from '../refused.ts';
import { showStagesCheck } from './check-stages.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/settings/stages/change';

/** The form that changes the reminder stages; before anything is saved it shows what that would send and leave out. */
export const changeStagesPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const kept = await readStagePlans(site.table);
      const form = formOfPlan((kept?.plans ?? defaultStagePlans).at(-1)!.plan, kept?.version ?? 0);
      return showStagesForm(c, site, { form, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const form = await readForm(c);
      const { value, errors } = readStagesForm(form);
      if (errors) return showStagesForm(c, site, { form, errors, status: 422 });
      const step = form.get('do');
      if (step === 'change') return showStagesForm(c, site, { form, errors: noErrors, status: 200 });
      if (step !== 'save') return showStagesCheck(c, site, form, value.plan);
      const changed = await changeStages(deskAt(c, site), value);
      if (isRefusal(changed)) {
        return showStagesForm(c, site, {
          form,
          errors: errorsFromRefusal(changed),
          status: statusOf(changed),
        });
      }
      return c.redirect('/settings/stages?saved=stages', 303);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const showStagesForm = (c: Context, site: Site, filled: Filled) =>
  showForm(c, site, {
    title: 'Change the reminder stages',
    back: '/settings/stages',
    action: address,
    fields: stagesFields,
    ...filled,
    intro: (
      <p class="govuk-body">
        Enter days as a list, such as 28, 14, 7. You will see what a change would send before it is saved. It
        counts from tomorrow: what has been sent or is already due stays as it is.
      </p>
    ),
    children: <StagesFields {...filled} />,
  });

const StagesFields = ({ form, errors }: Filled) => {
  const field = (name: string) => ({
    name,
    value: form.get(name),
    error: errors[name]?.message,
    autocomplete: 'off',
  });
  const list = (name: string) => ({ ...field(name), width: 20 as const });
  const days = (name: string) => ({
    ...field(name),
    width: 3 as const,
    inputmode: 'numeric' as const,
    suffix: 'days',
  });
  return (
    <>
      <input type="hidden" name="version" value={form.get('version')} />
      <Fieldset legend="Before the last day" legendSize="m">
        <Input {...list('response')} label="Days before a response is due" />
        <Input
          {...list('update')}
          label="Days before a promised update is due"
          hint="The owner is also told when its window opens"
        />
        <Input {...list('publication')} label="Days before publication is due" hint="To the liaison team" />
        <Input
          {...list('between')}
          label="Days before the later date of a response"
          hint="Where the law and the published page ask for it on different days"
        />
      </Fieldset>
      <Fieldset legend="Once it is late" legendSize="m">
        <Input {...list('late')} label="Days late" />
        <Input {...days('lateEvery')} label="After that, every" />
        <Input {...days('laterFrom')} label="Less often from (optional)" hint="Counted in days late" />
        <Input
          {...days('laterEvery')}
          label="From then on, every"
          hint="Only where you entered a day above"
        />
        <Input {...days('manager')} label="Write to the manager as well from" hint="Counted in days late" />
        <Input
          {...days('chair')}
          label="Write to the chair of the board as well from"
          hint="Counted in days late"
        />
      </Fieldset>
      <Fieldset legend="Without a date, or paused" legendSize="m">
        <Input {...list('review')} label="Days after which the owner is asked" />
        <Input {...days('reviewEvery')} label="After that, every" />
      </Fieldset>
      <Input {...field('why')} label="Why? (optional)" hint="It is kept in the history" />
      <Button>Continue</Button>
    </>
  );
};
