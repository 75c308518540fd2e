import { type Context, Hono } from 'hono';
import { type Contact, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import { type Exception, exceptionKinds, isAboutAddress } from '../../../shared/domain/exception.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { type Checked, checkForm } from '../forms/checked-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { clearException, clearing, findOpenException } from '../moves/clear-exception.ts';
import { statusOf } from '../refused.ts';
import { aboutWhat, type ExceptionsNamed, nameAll } from './exception-list.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { showRefusal } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';
import { dayOf } from './time-words.ts';

const address = '/exceptions/:id/clear';
const toAttention = { text: 'See what needs attention', href: '/' };

/** The form that clears an exception once somebody has seen to it. */
export const clearExceptionPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const exception = await exceptionAt(site, c.req.param('id'));
      if (isRefusal(exception)) return showRefusal(c, site, exception, toAttention);
      return showClearForm(c, site, exception, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const exception = await exceptionAt(site, c.req.param('id'));
      if (isRefusal(exception)) return showRefusal(c, site, exception, toAttention);
      const form = await readForm(c);
      const { value, errors } = readClearForm(form);
      if (errors) return showClearForm(c, site, exception, { form, errors, status: 422 });
      const cleared = await clearException(deskAt(c, site), exception.id, value);
      if (isRefusal(cleared)) {
        const refused = { form, errors: errorsFromRefusal(cleared), status: statusOf(cleared) };
        return showClearForm(c, site, exception, refused);
      }
      return c.redirect('/?saved=exception', 303);
    });

const readClearForm = (form: PostedForm): Checked<{ reason?: string | undefined }> =>
  checkForm(clearing, { reason: form.get('reason') }, {});

// What stands in an address may be anything; only what could be an exception's name is looked up.
const exceptionAt = (site: Site, id: string): Promise<Exception | Refusal> =>
  findOpenException(site.table, /^[\w.-]{1,200}$/.test(id) ? id : '-');

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showClearForm(c: Context, site: Site, exception: Exception, filled: Filled) {
  const named = await nameAll(site.table, [exception]);
  return showForm(c, site, {
    title: isAboutAddress(exception) ? 'See to the address' : 'Clear an exception',
    current: '/',
    back: '/#exceptions',
    action: `/exceptions/${exception.id}/clear`,
    fields: [{ name: 'reason' }],
    ...filled,
    intro: <WhatItIs exception={exception} {...named} />,
    children: <ClearFields exception={exception} {...filled} />,
  });
}

const WhatItIs = ({ exception, ...named }: ExceptionsNamed & { exception: Exception }) => (
  <>
    <SummaryList
      rows={[
        { key: 'What is wrong', value: exceptionKinds[exception.kind] },
        { key: 'About', value: aboutWhat(exception, named) },
        ...(exception.detail ? [{ key: 'What was found', value: exception.detail }] : []),
        { key: 'Since', value: inWordsWithWeekday(dayOf(exception.raisedAt)) },
      ]}
    />
    <p class="govuk-body">
      {isAboutAddress(exception)
        ? 'Nothing is sent to this address now. Once you say that it works again, reminders go there from the next run on.'
        : 'Clear it once you have seen to it: it then leaves the first page.'}
    </p>
    {isAboutAddress(exception) && <OtherWays of={named.contacts.get(exception.contactId ?? '')} />}
  </>
);

// The runs keep the address of the liaison team as the settings say it, and nobody leaves a team mailbox.
const OtherWays = ({ of }: { of: Contact | undefined }) =>
  of === undefined || of.id === liaisonTeamId ? null : (
    <p class="govuk-body">
      Where it does not work any more,{' '}
      <a class="govuk-link" href={`/contacts/${of.id}/change`}>
        give another address
      </a>
      {of.kind === 'person' && (
        <>
          , or{' '}
          <a class="govuk-link" href={`/contacts/${of.id}/departure`}>
            choose who takes over
          </a>
        </>
      )}
      . That clears this as well.
    </p>
  );

const ClearFields = ({ exception, form, errors }: Filled & { exception: Exception }) => (
  <>
    <Input
      name="reason"
      label="What was done about it? (optional)"
      labelSize="s"
      value={form.get('reason')}
      error={errors.reason?.message}
    />
    <Button>{isAboutAddress(exception) ? 'The address works again' : 'Clear'}</Button>
  </>
);
