import { type Context, Hono } from 'hono';
import { actingFor } from '../../../shared/domain/acting.ts';
import type { Contact } from '../../../shared/domain/contact.ts';
import { checkReturn } from '../../../shared/domain/departure.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { readReturnForm, returnFields } from '../forms/departure-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { recordReturn } from '../moves/record-return.ts';
import { statusOf } from '../refused.ts';
import { findContactAt, toContacts } from './addressed.ts';
import { type FormPage, showForm } from './form-page.tsx';
import { type Contacts, contactsNamed } from './names.ts';
import { showRefusal } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/contacts/:id/return';

/** The form that records that somebody who has left is back; also what undoes a departure recorded by mistake. */
export const recordReturnPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      const refused = checkReturn(contact);
      if (refused) return showRefusal(c, site, refused, backTo(contact));
      return showReturnForm(c, site, contact, { form: emptyForm, errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      const refused = checkReturn(contact);
      if (refused) return showRefusal(c, site, refused, backTo(contact));
      const form = await readForm(c);
      const { value, errors } = readReturnForm(form);
      if (errors) return showReturnForm(c, site, contact, { form, errors, status: 422 });
      const back = await recordReturn(deskAt(c, site), contact.id, value);
      if (isRefusal(back)) {
        const filled = { form, errors: errorsFromRefusal(back), status: statusOf(back) };
        return showReturnForm(c, site, contact, filled);
      }
      return c.redirect(`/contacts/${contact.id}?saved=return`, 303);
    });

const backTo = ({ id }: Contact) => ({ text: 'See the contact', href: `/contacts/${id}` });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showReturnForm(c: Context, site: Site, contact: Contact, filled: Filled) {
  const contacts = await contactsNamed(site.table, [contact.id]);
  return showForm(c, site, {
    title: 'Record that they have come back',
    caption: contact.name,
    current: '/contacts',
    back: `/contacts/${contact.id}`,
    action: `/contacts/${contact.id}/return`,
    fields: returnFields,
    ...filled,
    intro: <WhatHappensNext contact={contact} contacts={contacts} />,
    children: (
      <>
        <Input
          name="reason"
          label="Why? (optional)"
          labelSize="s"
          hint="It is kept in the history, such as “Recorded by mistake”"
          value={filled.form.get('reason')}
          error={filled.errors.reason?.message}
        />
        <Button>Save</Button>
      </>
    ),
  });
}

const WhatHappensNext = ({ contact, contacts }: { contact: Contact; contacts: Contacts }) => {
  const { name } = contact;
  const acting = actingFor(contact, (id) => contacts.get(id));
  return (
    <>
      <p class="govuk-body">For somebody who is back, or whose departure was recorded by mistake.</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{`Everything that is recorded as ${name}’s is theirs again: as owner, manager, deputy and chair.`}</li>
        <li>{`From the next run on, ${name} is written to. Mail that is planned and has not been sent goes to them as well.`}</li>
        {acting.id !== contact.id && (
          <li>{`${acting.name} no longer acts for them. What ${acting.name} was sent stays in the history and is not sent again.`}</li>
        )}
        <li>A recommendation that was given to another owner in the meantime stays with that owner.</li>
      </ul>
    </>
  );
};
