import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordReturn } from '../../../../functions/web/moves/record-return.ts';
import { removeDue } from '../../../../functions/web/moves/remove-due.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { dueNow } from '../../../../shared/domain/retention-due.ts';
import { historyOf } from '../../../../shared/store/audit.ts';
import { chainKey } from '../../../../shared/store/chain-keys.ts';
import { contactKey, contentKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import { gatherKeeping } from '../../../../shared/store/retention.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { quillfeather } from '../../../support/canaries.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { everyHistory, wrongIn } from '../../../support/histories.ts';
import { interruptedBeforeWriting } from '../../../support/interrupted-writing.ts';
import { type LeftLongAgo, leftLongAgo, mailTo, sixYearsLater } from '../../../support/left-long-ago.ts';
import { board, contacts, put } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { browserAt, onTheStaff, practicePerson, startSignInSite } from '../../../support/sign-in-site.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
let ids: LeftLongAgo;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  ids = await leftLongAgo(table);
  form = openStaffForm(table, sixYearsLater);
});

const due = '/retention';
const contactOf = (id: string) => read(table, 'contact', contactKey(id));
const hrefs = ({ elements }: Answer) => elements.flatMap(({ attributes: { href } }) => href ?? []);

/** What was removed of a contact, and by whom, as their history tells it. */
const removalsOf = async (contactId: string) =>
  (await historyOf(table, chainKey({ contactId }))).events
    .filter(({ move }) => move === 'remove-details')
    .map(({ what, by }) => `${what}, by ${by}`);

const both = [
  'the words of a mail planned up to 26 October 2020, by Liaison staff',
  'name, post and address, by Liaison staff',
];

describe('the page of what is kept', () => {
  test('says what is due today, whose it is and why, and that others are needed or have time', async () => {
    const page = await form.get(due);
    expect([page.status, page.heading]).toEqual([200, 'What is kept, and for how long']);
    expect(page.words).toContain(
      'Due on 26 October 2026 The details of 1 contact and the words of 1 mail: their time is over',
    );
    expect(page.words).toContain('Left, and nothing with them since 20 November 2020');
    expect(page.words).toContain('Planned on Mail of 26 October 2020');
    expect(page.words).toContain(
      '1 other who left is kept because something open needs them. 1 other left, or was last written to, too recently.',
    );
    expect(hrefs(page)).toEqual(expect.arrayContaining([`/contacts/${ids.gone}`, '/mails/mail-1']));
    for (const id of [ids.needed, ids.later]) expect(hrefs(page)).not.toContain(`/contacts/${id}`);
  });

  test('says of every kind of record how long it is kept, and why', async () => {
    const { words } = await form.get(due);
    expect(words).toContain(
      'Name, post and address of a contact who left 2 years from the day they left or were last written to, whichever is later The id that the records name, and who took over Somebody may ask',
    );
    expect(words).toContain('Words of mails 6 years from the day the mail was planned');
    expect(words).toMatch(
      /What is kept What Why Cases, kept copies of their pages, recommendations, .* The record of what was/,
    );
    expect(words).toContain('Sign-ins 8 hours of staff, 1 hour of an owner');
    expect(words).not.toMatch(/undefined|\[object|NaN/);
  });

  test('has the words of a mail on the day six years after it, not the day before; details two years after', async () => {
    const onDay = async (day: string) => {
      form.moveTo(day);
      return /Due on .*?(Nothing is due|:)/.exec((await form.get(due)).words)![0];
    };
    expect(await onDay('2022-11-19')).toBe('Due on 19 November 2022 Nothing is due');
    expect(await onDay('2022-11-20')).toBe('Due on 20 November 2022 The details of 1 contact:');
    expect(await onDay('2026-10-25')).toBe('Due on 25 October 2026 The details of 1 contact:');
    expect(await onDay('2026-10-26')).toBe(
      'Due on 26 October 2026 The details of 1 contact and the words of 1 mail:',
    );
  });

  test('changes nothing, however often it is looked at', async () => {
    const before = await wholeTable(table);
    for (const path of [due, due, `${due}?page=9`]) await form.get(path);
    expect(await wholeTable(table)).toEqual(before);
  });

  test('has no form where nothing is due', async () => {
    form.moveTo('2022-11-19');
    const { words, elements } = await form.get(due);
    expect(words).toContain('Nothing is due to be removed.');
    expect(elements.some(({ attributes }) => attributes.action === due)).toBe(false);
  });

  test('is led to from the settings, for who sees everything', async () => {
    expect(hrefs(await form.get('/settings'))).toContain(due);
    const liaison = openStaffForm(
      table,
      sixYearsLater,
      undefined,
      undefined,
      undefined,
      sampleStaff({ role: 'liaison' }),
    );
    expect(hrefs(await liaison.get('/settings'))).not.toContain(due);
  });
});

describe('the button', () => {
  test('removes what was shown, each with an entry in the history that names who pressed it', async () => {
    const page = await form.get(due);
    const answer = await form.post(due, page.fields);
    expect([answer.status, answer.heading]).toEqual([200, '2 removed']);
    expect(answer.words).toContain('Nothing left');
    expect(await contactOf(ids.gone)).toMatchObject({
      name: 'Former contact',
      detailsRemovedOn: sixYearsLater,
    });
    expect((await read(table, 'content', contentKey('mail-1')))!.text).not.toContain(quillfeather.name);
    expect(await removalsOf(ids.gone)).toEqual(both);
    for (const id of [ids.needed, ids.later])
      expect(await contactOf(id)).toMatchObject({ name: quillfeather.name });
    expect(wrongIn(await everyHistory(table))).toEqual([]);
    expect((await form.get(due)).words).toContain('Nothing is due to be removed.');
  });

  test('pressed twice does it once, and tells the same', async () => {
    const sent = { ...(await form.get(due)).fields, ...form.proof() };
    const first = await form.post(due, sent);
    const after = await wholeTable(table);
    const second = await form.post(due, sent);
    expect(second.words).toBe(first.words);
    expect(await wholeTable(table)).toEqual(after);
  });

  test('pressed twice at the same moment does it once, and tells the same', async () => {
    const sent = { ...(await form.get(due)).fields, ...form.proof() };
    const answers = await Promise.all([form.post(due, sent), form.post(due, sent)]);
    expect(answers.map(({ heading }) => heading)).toEqual(['2 removed', '2 removed']);
    expect(await removalsOf(ids.gone)).toEqual(both);
    expect(wrongIn(await everyHistory(table))).toEqual([]);
  });

  test('removes nothing that came due since, and says that there is more', async () => {
    await mailTo(table, ids.gone, 'mail-2', '2020-10-27');
    const page = await form.get(due);
    form.moveTo('2026-10-27');
    const answer = await form.post(due, page.fields);
    expect(answer.heading).toBe('2 removed');
    expect(answer.words).toContain('1 left');
    expect(hrefs(answer)).toContain(due);
    expect((await read(table, 'content', contentKey('mail-2')))!.text).toContain(quillfeather.name);
  });
});

describe('what was changed between the look and the press is left alone, and said', () => {
  const leftAlone = async (change: () => Promise<unknown>) => {
    const page = await form.get(due);
    await change();
    return form.post(due, page.fields);
  };
  const says = 'no longer as it was when you looked';

  test.each<[string, () => Promise<unknown>]>([
    ['who came back', async () => accepted(await recordReturn(deskOf(table, sixYearsLater), ids.gone, {}))],
    ['who is needed again', () => board(table, 'learning', { chairId: ids.gone })],
    ['who was mailed', async () => mailTo(table, ids.gone, 'mail-3', '2025-01-06')],
  ])('somebody %s', async (_, change) => {
    const answer = await leftAlone(change);
    expect([answer.status, answer.heading]).toEqual([200, '1 removed']);
    expect(answer.words).toContain('1 left alone');
    expect(answer.words).toContain(`Name, post and address It is ${says}`);
    expect(await contactOf(ids.gone)).toMatchObject({ name: quillfeather.name });
    expect(await removalsOf(ids.gone)).toEqual(both.slice(0, 1));
  });

  test('what somebody else has removed already', async () => {
    const answer = await leftAlone(async () => {
      for (const each of dueNow(await gatherKeeping(table, asDay(sixYearsLater))).due)
        await removeDue(deskOf(table, sixYearsLater), each);
    });
    expect(answer.heading).toBe('Nothing was removed, nothing left');
    expect(answer.words).toContain('2 left alone');
    expect(await removalsOf(ids.gone)).toHaveLength(2);
  });

  test('somebody who comes back at the very moment', async () => {
    const page = await form.get(due);
    // The words go first, so what happens meanwhile is before their transaction.
    const meanwhile = interruptedBeforeWriting(table, () =>
      recordReturn(deskOf(table, sixYearsLater), ids.gone, {}),
    );
    const answer = await openStaffForm(meanwhile, sixYearsLater).post(due, page.fields);
    expect(answer.heading).toBe('1 removed');
    expect(answer.words).toContain('This contact was changed since it was looked at');
    expect(await contactOf(ids.gone)).toMatchObject({ name: quillfeather.name, status: 'active' });
  });
});

describe('a failure in the middle', () => {
  test('leaves nothing half done, is told, and what is left is done with the next press', async () => {
    const page = await form.get(due);
    const broken = { ...table, client: failingAfter(table, 1) };
    const other = openStaffForm(broken, sixYearsLater);
    const sent = { ...page.fields, ...other.proof() };
    const answer = await other.post(due, sent);
    expect([answer.status, answer.heading]).toEqual([200, '1 removed']);
    expect(answer.words).toContain('1 left');
    expect(answer.words).toContain('Something went wrong with this one.');
    expect(other.log.lines).toMatchObject([{ level: 'error', facts: { due: `details:${ids.gone}:2` } }]);
    expect(await contactOf(ids.gone)).toMatchObject({ name: quillfeather.name });
    expect(wrongIn(await everyHistory(table))).toEqual([]);
    expect((await form.post(due, sent)).heading).toBe('2 removed');
    expect(await removalsOf(ids.gone)).toEqual(both);
  });
});

/** A client whose transactions fail once so many have been made. */
function failingAfter({ client }: Table, transactions: number): Table['client'] {
  let left = transactions;
  return new Proxy(client, {
    get(target, property) {
      if (property !== 'send') return Reflect.get(target, property, target);
      return async (command: { constructor: { name: string } }) => {
        if (command.constructor.name === 'TransactWriteCommand' && left-- <= 0)
          throw new Error('The database is gone');
        return target.send(command as never);
      };
    },
  });
}

describe('many', () => {
  beforeEach(async () => {
    for (let number = 1; number <= 45; number++) {
      const id = `many-${String(number).padStart(2, '0')}`;
      await contacts(table, sampleContact(id, { name: id, status: 'departed' }));
      await put(table, 'event', {
        ...{ id, at: '2021-03-31T09:00:00.000Z', by: 'liaison', move: 'record-departure' as const },
        ...{ contactId: id, changes: [], left: [], position: 0, previous: '', hash: '' },
      });
    }
  });

  test('are shown forty at a time and removed as shown, with a way to go on', async () => {
    const first = await form.get(due);
    expect(first.words).toContain('The details of 46 contacts and the words of 1 mail');
    expect(first.words).toContain('1 to 40 of 47 to be removed');
    expect(first.words).toContain('Remove these 40');
    const second = await form.get(`${due}?page=2`);
    expect(second.words).toContain('41 to 47 of 47 to be removed');
    const answer = await form.post(due, second.fields);
    expect(answer.heading).toBe('7 removed');
    expect(answer.words).toContain('40 left');
    expect((await form.post(due, first.fields)).heading).toBe('40 removed');
    expect((await form.get(due)).words).toContain('Nothing is due to be removed.');
  });
});

describe('who may', () => {
  test.each([
    ['a viewer', { role: 'viewer' as const }],
    ['a liaison officer', { role: 'liaison' as const }],
    ['an administrator of one body', { scope: { bodies: ['Essex Police'], boards: [] } }],
  ])('neither look nor press: %s', async (_, of) => {
    const { fields } = await form.get(due);
    const before = await wholeTable(table);
    const theirs = openStaffForm(table, sixYearsLater, undefined, undefined, undefined, sampleStaff(of));
    expect((await theirs.get(due)).status).toBe(403);
    expect((await theirs.post(due, fields)).status).toBe(403);
    expect(await wholeTable(table)).toEqual(before);
  });

  test.each([
    ['a day that is not yet', { on: '2026-10-27' }],
    ['a day that is none', { on: 'tomorrow' }],
    ['nothing', { names: '' }],
    ['what nothing is called', { names: 'details:anna' }],
    [
      'more than a page shows',
      { names: Array.from({ length: 41 }, (_, n) => `details:anna:${n}`).join(' ') },
    ],
  ])('not press with %s', async (_, made) => {
    const { fields } = await form.get(due);
    const before = await wholeTable(table);
    const answer = await form.post(due, { ...fields, ...made });
    expect(answer.status).toBe(422);
    expect(hrefs(answer)).toContain(due);
    expect(await wholeTable(table)).toEqual(before);
  });

  test('look when they signed in long ago; to press they sign in again, and then see it anew', async () => {
    const site = await startSignInSite([practicePerson('ada')]);
    await onTheStaff(table, 'ada');
    const browser = browserAt(
      site.open(table, { clock: { now: () => `${sixYearsLater}T09:00:00.000Z` as never } }),
    );
    await browser.signIn('ada');
    const { fields } = await form.get(due);
    const press = async () => browser.post(due, { ...fields, ...form.proof(), token: await browser.token() });
    site.setWall('09:15:00');
    expect(await browser.status(due)).toBe(200);
    expect((await press()).headers.get('location')).toBe('/sign-in?again=yes&to=%2Fretention');
    expect(await removalsOf(ids.gone)).toEqual([]);
    await browser.signIn('ada', '/sign-in?again=yes&to=%2Fretention');
    expect((await press()).status).toBe(200);
    expect(await removalsOf(ids.gone)).toEqual(both.map((each) => each.replace('Liaison staff', 'Ada Hart')));
    await site.provider.stop();
  });
});
