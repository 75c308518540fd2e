import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { addJane, contactForm } from '../../../support/essex-forms.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  form = openStaffForm(await tables.newTable(), '2020-11-02');
});

describe('adding a contact', () => {
  it('lists them with their manager', async () => {
    const jane = await addJane(form);
    const page = await form.save('/contacts', {
      ...contactForm,
      name: 'Tom Reed',
      post: 'Sergeant',
      managerId: jane,
    });
    expect(page.words).toContain('Contact added');
    expect(page.words).toContain('Tom Reed Sergeant');
    expect(page.words).toContain('Jane Smith, Head of Learning Yes');
  });

  it('says the post once where it is the name as well', async () => {
    const jane = await addJane(form);
    const post = { ...contactForm, name: 'Duty Inspector', post: 'Duty inspector', managerId: jane };
    const listed = await form.save('/contacts', post);
    expect(listed.words).toContain('Duty Inspector jane.smith@essex.example.police.uk Jane Smith');
    const offered = (await form.get('/contacts/new')).elements.filter(({ tag }) => tag === 'option');
    expect(offered.map(({ children }) => children[0])).toContain('Duty Inspector');
  });

  it('lists what is missing in the order of the page', async () => {
    const page = await form.post('/contacts', {});
    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Error: /);
    expect(page.problems).toEqual([
      { message: 'Choose whether this is a person or a team mailbox', href: '#kind' },
      { message: 'Enter the contact’s name', href: '#name' },
      { message: 'Enter the post they hold', href: '#post' },
      { message: 'Enter an email address', href: '#email' },
    ]);
  });

  it.each([
    [
      'an address without a domain',
      { email: 'jane@essex' },
      'Enter an email address in the correct format, like name@example.police.uk',
      '#email',
    ],
    [
      'an address with a second line',
      { email: 'a@b.uk\nBcc: c@d.uk' },
      'An email address must be on one line',
      '#email',
    ],
    ['a manager who is nobody', { managerId: 'nobody' }, 'Choose a contact from the list', '#managerId'],
    [
      'a manager of strange letters',
      { managerId: 'CONTACT#1' },
      'Choose a contact from the list',
      '#managerId',
    ],
  ])('refuses %s and keeps the rest', async (_, wrong, message, href) => {
    const page = await form.post('/contacts', { ...contactForm, ...wrong });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message, href }]);
    expect(page.fields.name).toBe('Jane Smith');
    expect((await form.get('/contacts')).words).toContain('No contact has been added yet.');
  });
});
