import { type Context, Hono } from 'hono';
import type { Contact } from '../../../shared/domain/contact.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { contactFields, readContactForm } from '../forms/contact-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { changeContact } from '../moves/change-contact.ts';
import { statusOf } from '../refused.ts';
import { findContactAt, toContacts } from './addressed.ts';
import { ContactFields } from './contact-fields.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { showRefusal } from './notice-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

const address = '/contacts/:id/change';

/** The form that changes what is known of a contact. */
export const changeContactPages = (site: Site): Hono =>
  new Hono()
    .get(address, async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      return showChangeForm(c, site, contact, { form: formOf(contact), errors: noErrors, status: 200 });
    })
    .post(address, async (c) => {
      const contact = await findContactAt(site.table, c.req.param('id'));
      if (isRefusal(contact)) return showRefusal(c, site, contact, toContacts);
      const form = await readForm(c);
      const { value, errors } = readContactForm(form);
      if (errors) return showChangeForm(c, site, contact, { form, errors, status: 422 });
      const changed = await changeContact(deskAt(c, site), contact.id, value);
      if (isRefusal(changed)) {
        const refused = { form, errors: errorsFromRefusal(changed), status: statusOf(changed) };
        return showChangeForm(c, site, contact, refused);
      }
      return c.redirect(`/contacts/${contact.id}?saved=contact-changed`, 303);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showChangeForm(c: Context, site: Site, contact: Contact, filled: Filled) {
  const contacts = await listContacts(site.table);
  return showForm(c, site, {
    title: 'Change a contact',
    caption: contact.name,
    current: '/contacts',
    back: `/contacts/${contact.id}`,
    action: `/contacts/${contact.id}/change`,
    fields: contactFields,
    ...filled,
    intro: <WhatANewAddressDoes {...contact} />,
    children: <ContactFields {...filled} contacts={contacts} itself={contact} />,
  });
}

const WhatANewAddressDoes = ({ delivery }: Contact) =>
  delivery === 'ok' ? null : (
    <p class="govuk-body">
      Nothing is sent to the present address. Once you enter another, mail goes there from the next run on.
    </p>
  );
