import { type Context, Hono } from 'hono';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { contactFields, readContactForm } from '../forms/contact-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { formOf, type PostedForm, readForm } from '../forms/posted-form.ts';
import { addContact } from '../moves/add-contact.ts';
import { statusOf } from '../refused.ts';
import { ContactFields } from './contact-fields.tsx';
import { type FormPage, showForm } from './form-page.tsx';
import { deskAt } from './seen.tsx';
import type { Site } from './site.tsx';

/** The form that adds somebody who can be written to. */
export const addContactPages = (site: Site): Hono =>
  new Hono()
    .get('/contacts/new', (c) =>
      showContactForm(c, site, { form: formOf({ kind: 'person' }), errors: noErrors, status: 200 }),
    )
    .post('/contacts', async (c) => {
      const form = await readForm(c);
      const { value, errors } = readContactForm(form);
      if (errors) return showContactForm(c, site, { form, errors, status: 422 });
      const added = await addContact(deskAt(c, site), value);
      if (isRefusal(added)) {
        return showContactForm(c, site, { form, errors: errorsFromRefusal(added), status: statusOf(added) });
      }
      return c.redirect('/contacts?saved=contact', 303);
    });

type Filled = { form: PostedForm; errors: FieldErrors; status: FormPage['status'] };

async function showContactForm(c: Context, site: Site, filled: Filled) {
  const contacts = await listContacts(site.table);
  return showForm(c, site, {
    title: 'Add a contact',
    current: '/contacts',
    back: '/contacts',
    action: '/contacts',
    fields: contactFields,
    ...filled,
    children: <ContactFields {...filled} contacts={contacts} />,
  });
}
