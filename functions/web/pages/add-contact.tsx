import { type Context, Hono } from 'hono';
import type { Contact } from '../../../shared/domain/contact.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { listContacts } from '../../../shared/store/lists.ts';
import { Button } from '../components/button.tsx';
import { Input } from '../components/input.tsx';
import { Select } from '../components/select.tsx';
import { contactFields, readContactForm } from '../forms/contact-form.ts';
import { errorsFromRefusal, type FieldErrors, noErrors } from '../forms/field-errors.ts';
import { emptyForm, type PostedForm, readForm } from '../forms/posted-form.ts';
import { addContact } from '../moves/add-contact.ts';
import { statusOf } from '../refused.ts';
import { contactChoice } from './contact-choice.ts';
import { type FormPage, showForm } from './form-page.tsx';
import type { Site } from './site.tsx';

/** The form that adds somebody who can be written to. */
export const addContactPages = (site: Site): Hono =>
  new Hono()
    .get('/contacts/new', (c) => showContactForm(c, site, { form: emptyForm, errors: noErrors, status: 200 }))
    .post('/contacts', async (c) => {
      const form = await readForm(c);
      const { value, errors } = readContactForm(form);
      if (errors) return showContactForm(c, site, { form, errors, status: 422 });
      const added = await addContact(site.desk, value);
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

const ContactFields = ({ form, errors, contacts }: Filled & { contacts: readonly Contact[] }) => {
  const field = (name: string) => ({ name, value: form.get(name), error: errors[name]?.message });
  return (
    <>
      <Input {...field('name')} label="Name" autocomplete="off" />
      <Input
        {...field('post')}
        label="Post"
        hint="Such as Head of Learning and Development"
        autocomplete="off"
      />
      <Input {...field('email')} label="Email address" type="email" autocomplete="off" spellcheck={false} />
      <Select
        {...field('managerId')}
        label="Manager"
        hint="Written to as well once something is 14 days late"
        items={contactChoice(contacts, 'Nobody')}
      />
      <Select
        {...field('deputyId')}
        label="Deputy"
        hint="Written to instead when mail to this person comes back or they have left"
        items={contactChoice(contacts, 'Nobody')}
      />
      <Button>Save</Button>
    </>
  );
};
