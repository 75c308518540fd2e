import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { type Sending, toEveryone } from '../../../shared/domain/sending.ts';
import { readSending } from '../../../shared/store/mail-settings.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Textarea } from '../components/textarea.tsx';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { type PostedForm, readForm } from '../forms/posted-form.ts';
import { formOfSending, readSendingForm, sendingFields } from '../forms/sending-form.ts';
import { changeSending } from '../moves/change-sending.ts';
import { statusOf } from '../refused.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { SaveOrChange } from './save-or-change.tsx';
import { deskAt } from './seen.tsx';
import { sendingPath, Whom } from './sending.tsx';
import { type Site, show } from './site.tsx';

const address = `${sendingPath}/change`;

/** The form that chooses to whom mail goes; before anything is saved it says what that means. */
export const changeSendingPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const kept = await readSending(site.table);
      const form = formOfSending(kept?.sending ?? toEveryone, kept?.version ?? 0);
      return showSendingForm(c, site, { form, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const form = await readForm(c);
      const { value, errors } = readSendingForm(form);
      if (errors) return showSendingForm(c, site, { form, errors, status: 422 });
      const step = form.get('do');
      if (step === 'change') return showSendingForm(c, site, { form, errors: noErrors, status: 200 });
      if (step !== 'save') return showSendingCheck(c, site, form, value.to);
      const changed = await changeSending(deskAt(c, site), value);
      if (!isRefusal(changed)) return c.redirect(`${sendingPath}?saved=sending`, 303);
      const refused = { form, errors: errorsFromRefusal(changed), status: statusOf(changed) };
      return showSendingForm(c, site, refused);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

const showSendingForm = (c: Context, site: Site, filled: Filled) =>
  showForm(c, site, {
    title: 'Change who gets mail',
    back: sendingPath,
    action: address,
    fields: sendingFields,
    ...filled,
    children: <SendingFields {...filled} />,
  });

const SendingFields = ({ form, errors }: Filled) => {
  const error = (name: string) => errors[name]?.message;
  const list = (
    <Textarea
      name="allowed"
      value={form.get('allowed')}
      error={error('allowed')}
      label="Addresses and domains that get mail"
      hint="One on each line: name@example.police.uk, or example.police.uk for everybody there"
      rows={4}
    />
  );
  return (
    <>
      <input type="hidden" name="version" value={form.get('version')} />
      <Radios
        name="mode"
        legend="To whom does mail go?"
        legendSize="m"
        value={form.get('mode')}
        error={error('mode')}
        items={[
          { value: 'everyone', text: 'Everyone', hint: 'As it should be in daily use' },
          {
            value: 'only',
            text: 'Only some',
            hint: 'To try things out: nobody else gets a mail',
            conditional: list,
          },
          { value: 'nobody', text: 'Nobody', hint: 'No mail leaves, not even the summary for liaison staff' },
        ]}
      />
      <Input
        name="why"
        value={form.get('why')}
        error={error('why')}
        label="Why? (optional)"
        hint="It is kept in the history"
        autocomplete="off"
      />
      <Button>Continue</Button>
    </>
  );
};

const showSendingCheck = (c: Context, site: Site, form: PostedForm, to: Sending) =>
  show(c, site, {
    title: 'Check before saving',
    children: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Check before saving</h1>
          <SummaryList rows={[{ key: 'Mail goes to', value: <Whom to={to} /> }]} />
          <h2 class="govuk-heading-m">What happens next</h2>
          <p class="govuk-body">{whatHappens(to)}</p>
          <SaveOrChange
            site={site}
            action={address}
            names={['version', ...sendingFields.map(({ name }) => name)]}
            form={form}
          />
        </div>
      </div>
    ),
  });

const whatHappens = ({ mode }: Sending): string =>
  mode === 'everyone'
    ? 'From the next mail on, everybody gets theirs. What has been kept back so far is not sent; the next reminder of each date goes out as usual.'
    : 'From the next mail on, nobody else gets one. Their reminders are kept among the mails, marked as not sent, and are not sent later. Every page says so until mail goes to everyone again.';
