import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { raise } from '../../../../shared/domain/exception.ts';
import { historyOf } from '../../../../shared/store/audit.ts';
import { chainKey, eventKey } from '../../../../shared/store/chain-keys.ts';
import { toItem } from '../../../../shared/store/records.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  addJane,
  contactForm,
  recommendationPath,
  recordEssex,
  responseForm,
  updateForm,
} from '../../../support/essex-forms.ts';
import { put, putItem } from '../../../support/recorded.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

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

const path = `${recommendationPath}/history`;
const of = { caseId: '2019-127918', number: 1 };

/** Recorded on 2 November 2020, answered on the 24th, handed to Tom Reed, and its promise kept on 20 February 2021. */
async function live(): Promise<void> {
  await recordEssex(form);
  form.moveTo('2020-11-24');
  await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
  await form.save('/contacts', { ...contactForm, name: 'Tom Reed', post: 'Sergeant' });
  const chooser = await form.get(`${recommendationPath}/owner`);
  const tom = chooser.elements.find(
    ({ tag, children }) => tag === 'option' && children[0] === 'Tom Reed, Sergeant',
  )!;
  await form.save(`${recommendationPath}/owner`, {
    ownerId: tom.attributes.value!,
    reason: 'Jane is on leave',
  });
  form.moveTo('2021-02-20');
  await form.save(`${recommendationPath}/promises/1/update`, { ...updateForm, do: 'save' });
}

describe('the history of a recommendation', () => {
  it('tells each move from the latest back: when, what, what was before and after, why and who', async () => {
    await live();
    const { words, heading, title } = await form.get(path);
    expect([heading, title]).toEqual([
      'History of recommendation 1',
      'History of 2019/127918 recommendation 1 - Recommendation Tracker',
    ]);
    expect(words.slice(words.indexOf('This history'))).toBe(
      'This history is complete: 4 entries, none altered. History When What Before and after Who ' +
        'Saturday 20 February 2021 at 06:10 Entry 4 Update received, promise 1 ' +
        'Date of promise 1, kept on Before: not set After: 19 February 2021 ' +
        'Date of promise 1, state Before: open After: kept ' +
        'Promise 1, kept on Before: not set After: 19 February 2021 ' +
        'Recommendation, proposal to close Before: not set After: proposed by Liaison staff, proposed on 19 February 2021 ' +
        'New: Update on promise 1 Liaison staff ' +
        'Tuesday 24 November 2020 at 06:10 Entry 3 Owner changed Why: Jane is on leave ' +
        'Recommendation, owner Before: Jane Smith, Head of Learning After: Tom Reed, Sergeant ' +
        'Date of promise 1, owner Before: Jane Smith, Head of Learning After: Tom Reed, Sergeant ' +
        'Liaison staff ' +
        'Tuesday 24 November 2020 at 06:10 Entry 2 Response recorded ' +
        'Recommendation, answer Before: Awaiting a response After: Accepted ' +
        'Recommendation, answers so far Before: none After: answer Accepted, by Liaison staff, on 20 November 2020 ' +
        'Date of the response, kept on Before: not set After: 20 November 2020 ' +
        'Date of the response, state Before: open After: kept ' +
        'New: Response, Promise 1, Date of promise 1, Date of the publication Liaison staff ' +
        'Monday 2 November 2020 at 06:10 Entry 1 Recommendation recorded ' +
        'New: Recommendation, Date of the response Liaison staff',
    );
  });

  it('has the order of the chain on its own page too, where all moves share a moment', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    for (const why of ['First', 'Second', 'Third'])
      await form.save(`${recommendationPath}/amend`, { text: `${why} text`, why });
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    const { text: responseText } = responseForm;
    await form.save(`${recommendationPath}/amend`, { text: 'Fourth text', responseText, why: 'Fourth' });
    const orderOn = async (at: string) => {
      const { words } = await form.get(at);
      return words
        .slice(words.indexOf('When What'))
        .match(/(First|Second|Third|Fourth)(?= (Recommendation|Liaison))|Response recorded/g);
    };
    expect(await orderOn(recommendationPath)).toEqual([
      'Fourth',
      'Response recorded',
      'Third',
      'Second',
      'First',
    ]);
    expect(await orderOn(path)).toEqual(await orderOn(recommendationPath));
  });

  it('is reached from its page, and says so where there is no such recommendation', async () => {
    await recordEssex(form);
    const links = (await form.get(recommendationPath)).elements.map(({ attributes }) => attributes.href);
    expect(links).toContain(path);
    expect((await form.get(path)).words).toContain('This history is complete: 1 entry, none altered.');
    expect((await form.get(`${recommendationPath.slice(0, -1)}2/history`)).status).toBe(404);
  });

  it('says in red which entry was altered, dropped or cut off, and still shows the others', async () => {
    await live();
    const [first, second, , last] = (await historyOf(table, chainKey(of))).events;
    await putItem(table, { ...toItem('event', second!), by: 'Somebody else' });
    await table.client.send(new DeleteCommand({ TableName: table.name, Key: eventKey(last!) }));
    const { words, elements } = await form.get(path);
    expect(words).not.toContain('This history is complete');
    expect(words).toContain('This history is not as it was written.');
    expect(words).toContain('Entry 2 has been altered: it does not match its own hash.');
    expect(words).toContain('Entry 4 is missing.');
    expect(words).toContain(first!.by);
    expect(elements.some(({ attributes }) => attributes.class?.includes('govuk-error-message'))).toBe(true);
  });
});

describe('the history of a contact', () => {
  it('tells when they were added and which exceptions about them were cleared, and is reached from their page', async () => {
    const jane = await addJane(form);
    const exception = raise('bounced', { contactId: jane }, '2020-11-16T06:10:00.000Z');
    await put(table, 'exception', exception);
    await form.save(`/exceptions/${exception.id}/clear`, { reason: 'The address was mistyped' });
    const links = (await form.get(`/contacts/${jane}`)).elements.map(({ attributes }) => attributes.href);
    expect(links).toContain(`/contacts/${jane}/history`);
    const { words, heading } = await form.get(`/contacts/${jane}/history`);
    expect(heading).toBe('History of Jane Smith');
    expect(words.slice(words.indexOf('This history'))).toBe(
      'This history is complete: 2 entries, none altered. History When What Before and after Who ' +
        'Monday 2 November 2020 at 06:10 Entry 2 Exception cleared Why: The address was mistyped ' +
        'Exception, cleared at Before: not set After: Monday 2 November 2020 at 06:10 ' +
        'Exception, cleared by Before: not set After: Liaison staff ' +
        'Liaison staff ' +
        'Monday 2 November 2020 at 06:10 Entry 1 Contact added New: Contact Liaison staff',
    );
  });

  it.each(['nobody', 'CONTACT%231'])('of %s is not found', async (id) => {
    expect((await form.get(`/contacts/${id}/history`)).status).toBe(404);
  });
});
