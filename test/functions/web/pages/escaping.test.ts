import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listBoards } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  caseForm,
  contactForm,
  recommendationForm,
  responseForm,
  updateForm,
} from '../../../support/essex-forms.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const attack = "\"><script>alert(1)</script><b onmouseover='x'>";
const casePath = '/cases/script-alert-1-script';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
});

const attacked = (fields: Record<string, string>, names: readonly string[]) => ({
  ...fields,
  ...Object.fromEntries(names.map((name) => [name, attack])),
});
const contact = attacked(contactForm, ['name', 'post']);
const learningCase = {
  ...attacked(caseForm, ['forceReference', 'title', 'body', 'summary', 'topics', 'linkedBodies', 'keptPage']),
  reference: '<script>alert(1)</script>',
};
const recommendation = attacked(recommendationForm, ['text', 'addressee', 'theme']);
const response = attacked(responseForm, ['text', 'promise-1-quote']);

const holdsNoMarkup = (html: string) => expect(html).not.toMatch(/<script|<b onmouseover/);

/** Records everything with markup in each of its texts. */
async function recordAll(): Promise<void> {
  await form.save('/contacts', contact);
  const chooser = await form.get('/contacts/new');
  const ownerId = chooser.elements.find(({ tag, attributes }) => tag === 'option' && attributes.value)!
    .attributes.value!;
  await form.save('/cases', learningCase);
  const board = await form.save('/boards', { name: attack, chairId: ownerId });
  holdsNoMarkup(board.html);
  holdsNoMarkup((await form.get('/boards')).html);
  holdsNoMarkup((await form.get(`/contacts/${ownerId}`)).html);
  const boardId = (await listBoards(table))[0]!.id;
  await form.save(`${casePath}/recommendations`, { ...recommendation, ownerId, boardId });
  form.moveTo('2020-11-24');
  await form.save(`${casePath}/recommendations/1/response`, { ...response, do: 'save' });
  await nightsOf(table).night('2021-03-22');
  form.moveTo('2021-03-22');
}

describe('what people typed is never markup', () => {
  it('on any page that shows it', async () => {
    await recordAll();
    const update = `${casePath}/recommendations/1/promises/1/update`;
    const mails = await form.get('/mails');
    const mail = mails.elements.find(({ attributes }) => attributes.href?.startsWith('/mails/'))!.attributes
      .href!;
    const pages = [
      '/',
      '/cases',
      casePath,
      `${casePath}/recommendations/1`,
      `${casePath}/recommendations/1/history`,
      `${casePath}/recommendations/new`,
      update,
      '/contacts',
      '/contacts/new',
      '/mails',
      mail,
    ];
    for (const path of pages) {
      const page = await form.get(path);
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.html).toContain('&lt;script&gt;');
      holdsNoMarkup(page.html);
    }
    const saved = await form.save(update, { ...updateForm, text: attack, do: 'save' });
    expect(saved.html).toContain('&lt;script&gt;');
    holdsNoMarkup(saved.html);
  });

  it.each([
    ['/contacts', contact],
    ['/cases', learningCase],
  ])('in any field of a form that comes back from %s', async (path, fields) => {
    const everywhere = attacked(fields, Object.keys(fields));
    const page = await form.post(path, everywhere);
    expect(page.status).toBe(422);
    expect(page.html).toContain('&lt;script&gt;');
    holdsNoMarkup(page.html);
  });

  it('in any field of a response, on the form and on the page that asks to check it', async () => {
    await form.save('/cases', learningCase);
    await form.save(`${casePath}/recommendations`, recommendation);
    form.moveTo('2020-11-24');
    const path = `${casePath}/recommendations/1/response`;
    const check = await form.post(path, response);
    expect(check.heading).toBe('Check before saving');
    holdsNoMarkup(check.html);
    const wrong = await form.post(path, attacked(response, Object.keys(response)));
    expect(wrong.status).toBe(422);
    holdsNoMarkup(wrong.html);
  });

  it('and nothing from an address is shown', async () => {
    const query = encodeURIComponent(attack);
    for (const path of [
      '/?cursor=',
      '/cases?cursor=',
      '/cases?saved=',
      '/mails?month=',
      '/nights?year=',
      '/nothing?',
    ])
      holdsNoMarkup((await form.get(`${path}${query}`)).html);
    holdsNoMarkup((await form.get(`/${query}`)).html);
  });
});
