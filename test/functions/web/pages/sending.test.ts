import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sending } from '../../../../shared/domain/sending.ts';
import { auditOf } from '../../../../shared/store/audit.ts';
import { settingKey } from '../../../../shared/store/keys.ts';
import { readSending } from '../../../../shared/store/mail-settings.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { textOf } from '../../../support/html-tree.ts';
import { putItem } from '../../../support/recorded.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const page = '/settings/sending';
const address = `${page}/change`;
const openOn = (sendTo?: Sending) => openStaffForm(table, '2020-10-02', undefined, undefined, sendTo);

let tables: EmbeddedTables;
let table: Table;
let staff: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  staff = openOn();
});

const typed = async (over: Record<string, string>) => ({ ...(await staff.get(address)).fields, ...over });
const choose = async (over: Record<string, string>) =>
  staff.save(address, await typed({ ...over, do: 'save' }));

/** What the yellow notice of a page says; undefined where there is none. */
const noticeOn = ({ elements }: Answer) => {
  const notice = elements.find(({ attributes }) => attributes.class === 'tracker-sending');
  return notice && textOf(notice.children);
};

describe('who gets mail', () => {
  test('is everyone, until somebody chooses otherwise; no page says anything of it', async () => {
    expect((await staff.get(page)).words).toContain('Mail goes to Everyone');
    for (const path of ['/', '/cases', page]) expect(noticeOn(await staff.get(path))).toBeUndefined();
  });

  test('is chosen after a page that says what it means; then every page says so', async () => {
    const form = await typed({
      mode: 'only',
      allowed: 'Anna@force.example\r\n\r\n@trial.example, x.example',
      why: 'Trying it out',
    });
    const check = await staff.post(address, form);
    expect(check.words).toContain('Only these: anna@force.example trial.example x.example');
    expect(check.words).toContain('are not sent later');
    expect(await readSending(table)).toBeUndefined();
    const saved = await staff.save(address, { ...check.fields, do: 'save' });
    expect(saved.words).toContain('Who gets mail changed');
    expect(saved.words).toContain('Why: Trying it out');
    for (const path of ['/', '/cases', '/contacts', '/nights', page, '/no-such-page'])
      expect(noticeOn(await staff.get(path))).toBe(
        'Mail is sent only to anna@force.example, trial.example and x.example, and to nobody else. What is kept back now is not sent later. Who gets mail',
      );
  });

  test('can be nobody, and everyone again; that says what becomes of what was kept back', async () => {
    await choose({ mode: 'nobody' });
    expect(noticeOn(await staff.get('/'))).toContain('No mail is sent to anybody.');
    const check = await staff.post(address, await typed({ mode: 'everyone' }));
    expect(check.words).toContain('What has been kept back so far is not sent');
    await staff.save(address, { ...check.fields, do: 'save' });
    expect(noticeOn(await staff.get('/'))).toBeUndefined();
    const [history] = await auditOf(table, settingKey('sending').pk);
    expect(history?.events.map(({ move }) => move)).toEqual(['change-sending', 'change-sending']);
    expect(history?.findings).toEqual([]);
  });

  test.each([
    [{ mode: '' }, 'mode', 'Choose to whom mail goes'],
    [{ mode: 'only', allowed: ' ' }, 'allowed', 'Enter at least one address or domain'],
    [
      { mode: 'only', allowed: 'anna@force.example\nforce' },
      'allowed',
      'Enter each as an address, like name@example.police.uk, or a domain, like example.police.uk',
    ],
  ])('%j is refused at its field', async (over, field, message) => {
    const refused = await staff.post(
      address,
      await typed({ ...(over as Record<string, string>), do: 'save' }),
    );
    expect(refused.status).toBe(422);
    expect(refused.problems).toEqual([{ message, href: `#${field}` }]);
  });

  test('chosen by two at once is chosen by one', async () => {
    const form = await typed({ mode: 'nobody', do: 'save' });
    await choose({ mode: 'only', allowed: 'force.example' });
    const late = await staff.post(address, form);
    expect(late.status).toBe(409);
    expect((await readSending(table))!.sending.mode).toBe('only');
  });

  test('as it is cannot be chosen', async () => {
    expect((await staff.post(address, await typed({ mode: 'everyone', do: 'save' }))).status).toBe(422);
  });
});

describe('a copy of the tracker that is set up to send only to some', () => {
  test('says so on every page, whatever was chosen, and where that cannot be changed', async () => {
    staff = openOn({ mode: 'nobody' });
    expect(noticeOn(await staff.get('/cases'))).toContain('No mail is sent to anybody.');
    const { words } = await staff.get(page);
    expect(words).toContain(
      'Chosen here Everyone What this copy of the tracker may send to, which no page can change Nobody So mail goes to Nobody',
    );
  });

  test('says whom both allow', async () => {
    staff = openOn({ mode: 'only', allowed: ['force.example'] });
    await choose({ mode: 'only', allowed: 'anna@force.example\nbill@other.example' });
    expect(noticeOn(await staff.get('/'))).toContain(
      'Mail is sent only to anna@force.example, and to nobody else.',
    );
  });
});

test('a damaged setting stops no page: each says that nothing is sent', async () => {
  await putItem(table, { ...settingKey('sending'), record: 'sending', settings: 'sending', sending: 'all' });
  const home = await staff.get('/cases');
  expect(home.status).toBe(200);
  expect(noticeOn(home)).toContain('To whom mail goes could not be read, so none is sent.');
  expect(staff.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
});
