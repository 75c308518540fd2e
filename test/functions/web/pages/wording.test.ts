import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mailPartNames, mailParts } from '../../../../shared/domain/mail-parts.ts';
import { auditOf } from '../../../../shared/store/audit.ts';
import { settingKey } from '../../../../shared/store/keys.ts';
import { readWording } from '../../../../shared/store/mail-settings.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const list = '/settings/wording';
const lapsed = `${list}/lapsed`;

let tables: EmbeddedTables;
let table: Table;
let staff: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  staff = openStaffForm(table, '2020-10-02');
});

/** The form of a part as its page gives it, with some of it typed over. */
const typed = async (over: Record<string, string>, path = lapsed) => ({
  ...(await staff.get(path)).fields,
  ...over,
});

test('the settings say what each is for, and are linked from every page', async () => {
  const { words, html } = await staff.get('/settings');
  for (const path of ['/settings/stages', list, '/settings/sending', '/boards', '/contacts'])
    expect(html).toContain(`href="${path}"`);
  expect(words).toContain('Wording of mails What each kind of mail asks people to do');
  expect((await staff.get('/cases')).html).toContain('href="/settings"');
});

describe('the wording of mails', () => {
  test('is shown part by part, each with a way to change it', async () => {
    const { words, html } = await staff.get(list);
    for (const part of mailPartNames) {
      expect(words).toContain(mailParts[part].title);
      expect(html).toContain(`href="${list}/${part}"`);
    }
    expect(words).not.toContain('Your words');
    expect(html).not.toContain(`href="${list}/reset"`);
  });

  test('is changed after a look at a whole mail with the new words, and nothing is saved before', async () => {
    const form = await typed({
      words: 'Ring us about {body} before {due date}.',
      added: 'We mean it.',
      why: 'Friendlier',
    });
    const check = await staff.post(lapsed, form);
    expect(check.heading).toBe('Check the wording');
    expect(check.words).toContain('Subject: SAMPLE/000123 recommendation 1: promise lapsed, 14 days late');
    expect(check.words).toContain('What to do: Ring us about Essex Police before Friday 18 September 2020.');
    expect(check.words.match(/We mean it\./g)).toHaveLength(3);
    expect(check.headers.get('content-security-policy')).toContain("style-src-attr 'unsafe-hashes' 'sha256-");
    expect(check.html).not.toContain('href="https://tracker.example.police.uk/cases/sample');
    expect(await readWording(table)).toBeUndefined();
    const saved = await staff.save(lapsed, { ...check.fields, do: 'save' });
    expect(saved.words).toContain('Wording changed');
    expect(saved.words).toContain(
      'A promise has lapsed Your words Ring us about {body} before {due date}. We mean it.',
    );
    expect(saved.words).toContain('Why: Friendlier');
  });

  test('says before it is saved that a dated mail has a calendar file', async () => {
    const path = `${list}/update-due`;
    const check = await staff.post(path, await typed({ words: 'Tell us.' }, path));
    expect(check.words).toContain('Attached: deadline.ics');
    expect((await staff.post(lapsed, await typed({ words: 'Tell us.' }))).words).not.toContain(
      'deadline.ics',
    );
  });

  test('what was typed comes back to be edited', async () => {
    const check = await staff.post(lapsed, await typed({ words: 'Tell us\r\nnow.', added: 'More' }));
    const again = await staff.post(lapsed, { ...check.fields, do: 'change' });
    expect(again.fields).toMatchObject({ words: 'Tell us now.', added: 'More', version: '0' });
  });

  test.each([
    [
      { words: 'Tell {everybody}.' },
      'words',
      'There is no {everybody}. What can be filled in here is {body} and {due date}',
    ],
    [{ words: '' }, 'words', 'Enter the words'],
    [
      { words: 'Tell <b>us</b>.' },
      'words',
      'Write plain words, without HTML: they would be shown as they are',
    ],
    [{ added: '{name}' }, 'added', 'There is no {name}. What can be filled in here is {body} and {due date}'],
    [{ why: 'x'.repeat(201) }, 'why', 'The reason must be 200 characters or fewer'],
  ])('%j is refused at its field, and stays typed', async (over, field, message) => {
    const form = await typed(over as Record<string, string>);
    const page = await staff.post(lapsed, { ...form, do: 'save' });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message, href: `#${field}` }]);
    expect(page.fields).toMatchObject(over);
    expect(await readWording(table)).toBeUndefined();
  });

  test('a change decided on what somebody else has changed meanwhile is refused', async () => {
    const form = await typed({ words: 'Tell us.', do: 'save' });
    const path = `${list}/paused`;
    await staff.save(path, await typed({ words: 'Wait.', do: 'save' }, path));
    const late = await staff.post(lapsed, form);
    expect(late.status).toBe(409);
    expect(late.words).toContain('Somebody else changed the wording at the same time');
    expect(Object.keys((await readWording(table))!.parts)).toEqual(['paused']);
  });

  test('saving the words as they are is refused', async () => {
    const same = await staff.post(lapsed, await typed({ do: 'save' }));
    expect(same.status).toBe(422);
    expect(same.words).toContain('These are the words as they are');
  });

  test('a part that there is not is not found', async () => {
    expect((await staff.get(`${list}/nothing`)).status).toBe(404);
    expect((await staff.post(`${list}/nothing`, { words: 'x' })).status).toBe(404);
  });
});

describe('going back to our words', () => {
  const own = async (part: string) =>
    staff.save(
      `${list}/${part}`,
      await typed({ words: 'Tell us of {body}.', do: 'save' }, `${list}/${part}`),
    );

  test('in one part leaves the others, after a look at what changes', async () => {
    await own('lapsed');
    await own('response-due');
    const page = await staff.get(`${list}/reset?part=lapsed`);
    expect(page.words).toContain('A promise has lapsed Tell us of {body}. Reply and say what has been done.');
    const saved = await staff.save(`${list}/reset`, { ...page.fields, why: 'Ours is clearer' });
    expect(saved.words).toContain('Set back to the tracker’s own words');
    expect(Object.keys((await readWording(table))!.parts)).toEqual(['response-due']);
  });

  test('in all leaves none, and is in the history, which is whole', async () => {
    await own('lapsed');
    await own('response-due');
    const page = await staff.get(`${list}/reset`);
    await staff.save(`${list}/reset`, page.fields);
    expect((await readWording(table))!.parts).toEqual({});
    expect((await staff.get(list)).words).not.toContain('Your words');
    const [history] = await auditOf(table, settingKey('wording').pk);
    expect(history?.events.map(({ move }) => move)).toEqual([
      'change-wording',
      'change-wording',
      'reset-wording',
    ]);
    expect(history?.findings).toEqual([]);
  });

  test('also happens where somebody types our words', async () => {
    await own('lapsed');
    await staff.save(lapsed, await typed({ words: mailParts.lapsed.words, do: 'save' }));
    expect((await readWording(table))!.parts).toEqual({});
  });

  test('where they stand already is refused', async () => {
    const page = await staff.get(`${list}/reset`);
    expect(page.words).toContain('Nothing differs from the words as they are.');
    expect((await staff.post(`${list}/reset`, page.fields)).status).toBe(422);
  });
});
