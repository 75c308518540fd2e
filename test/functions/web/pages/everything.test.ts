import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordDeparture } from '../../../../functions/web/moves/record-departure.ts';
import { removeDetails } from '../../../../functions/web/moves/remove-details.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { quillfeather } from '../../../support/canaries.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { seedEverywhere } from '../../../support/seeded-everywhere.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const { name, post, email } = quillfeather;
let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
  await seedEverywhere(table, sampleContact('quill-1', { name, post, email }), '2019/111111');
  await contacts(table, sampleContact('other-1', { name: 'Barnaby Thistlewood' }));
});
afterAll(() => tables.stop());

describe('everything held about a contact', () => {
  it('stands on a page that the contact’s own leads to, by kind of record', async () => {
    const own = await form.get('/contacts/quill-1');
    const way = own.elements.find(({ attributes }) => attributes.href === '/contacts/quill-1/everything');
    expect(way).toBeDefined();
    const page = await form.get('/contacts/quill-1/everything');
    expect([page.status, page.heading]).toEqual([200, `Everything held about ${name}`]);
    const headings = page.elements
      .filter(({ tag }) => tag === 'h2')
      .map(({ children }) => String(children[0]).replace(/ \(\d+\)$/, ''));
    expect(headings).toEqual(
      expect.arrayContaining(['Contact', 'Mail', 'Words of a mail', 'Sign-in', 'Reminder']),
    );
    expect(page.words).toContain('2019-111111 recommendation 1 (by their name)');
    const led = page.elements.map(({ attributes }) => attributes.href);
    for (const href of [
      '/cases/2019-111111/recommendations/1',
      '/boards/board-of-quill-1',
      '/lists/list-of-quill-1',
    ])
      expect(led).toContain(href);
    expect(page.words).toContain('Look through it before you give it to anybody.');
    expect(page.words).not.toMatch(/undefined|\[object|NaN|Thistlewood/);
  });

  it('comes as a file with the same records', async () => {
    const file = await form.request('/contacts/quill-1/everything.json');
    expect(file.headers.get('content-type')).toBe('application/json');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="contact-quill-1.json"');
    const told = (await file.json()) as { contact: object; held: object[] };
    expect(told.contact).toMatchObject({ id: 'quill-1', name });
    const page = await form.get('/contacts/quill-1/everything');
    expect(page.words).toContain(`${told.held.length} records name them`);
  });

  it('is nothing of somebody who is no contact', async () => {
    expect((await form.get('/contacts/nobody/everything')).status).toBe(404);
    expect((await form.get('/contacts/nobody/everything.json')).status).toBe(404);
  });
});

describe('a contact whose details were removed', () => {
  it('is in no list, says so, and has a history that is whole', async () => {
    const gone = accepted(await recordDeparture(deskOf(table, '2020-11-02'), 'other-1', {}));
    accepted(await removeDetails(deskOf(table, '2022-11-02'), gone));
    const page = await form.get('/contacts/other-1');
    expect(page.heading).toBe('Former contact');
    expect(page.words).toContain('Name, post and address were removed on 2 November 2022.');
    expect(page.elements.some(({ attributes }) => attributes.href === '/contacts/other-1/return')).toBe(
      false,
    );
    expect((await form.get('/contacts')).words).not.toMatch(/Former contact|Thistlewood/);
    expect((await form.get('/contacts/other-1/history')).words).not.toContain('Thistlewood');
  });

  it('has a history that says what was taken out of it', async () => {
    await form.save('/contacts', {
      kind: 'person',
      name: 'Barnaby Thistlewood',
      post,
      email,
      managerId: '',
      deputyId: '',
    });
    const list = await form.get('/contacts');
    const href = list.elements.find(({ children }) => children[0] === 'Barnaby Thistlewood')!.attributes
      .href!;
    const id = href.slice('/contacts/'.length);
    const left = accepted(await recordDeparture(deskOf(table, '2020-11-02'), id, { reason: 'Retired' }));
    accepted(await removeDetails(deskOf(table, '2022-11-02'), left));
    const { words } = await form.get(`${href}/history`);
    expect(words).toContain(
      'This history is complete: 3 entries, none altered. What 1 entry said of a person was removed later, as the history tells.',
    );
    expect(words).toContain('Personal details removed name, post and address');
    expect(words).toContain('Why: (removed)');
    expect(words).not.toMatch(/Thistlewood|Retired/);
  });
});
