import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { asked, contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
// Each response is due on 23 November 2020; its first reminder goes on Monday 26 October.
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-10-26');
  await contacts(table, sampleContact('anna'), sampleContact('bill'));
});

describe('tonight', () => {
  it('shows what the next run sends: to whom, why, and in what words; looking changes nothing', async () => {
    await asked(table, '2020/001');
    const before = await wholeTable(table);
    const { words } = await form.get('/tonight');
    expect(words).toContain('The next run is today, Monday 26 October 2020, at 10:10.');
    expect(words).toContain('1 mail to be planned and sent');
    expect(words).toContain('2020/001 recommendation 1: response due in 28 days, by 23 November 2020');
    expect(words).toContain('To Anna Reed, Head of custody, anna@force.example');
    expect(words).toContain(
      'response, planned for 28 days before it is due, meant for Monday 26 October 2020',
    );
    expect(words).toContain('The response is due by Monday 23 November 2020 (in 28 days).');
    expect(await wholeTable(table)).toEqual(before);
  });

  it('is what the run then plans', async () => {
    await asked(table, '2020/001');
    await asked(table, '2020/002', { ownerId: 'bill' });
    expect((await form.get('/tonight')).words).toContain('2 mails to be planned and sent');
    expect((await nightsOf(table).night('2020-10-26')).mails).toBe(2);
    const { words } = await form.get('/tonight');
    expect(words).toContain('The run has nothing new to send.');
    expect(words).toContain('2 mails that wait already');
  });

  it('says why a mail that comes late does', async () => {
    await asked(table, '2020/001');
    form.moveTo('2020-10-28');
    expect((await form.get('/tonight')).words).toContain(
      'response, planned for 28 days before it is due, meant for Monday 26 October 2020, late',
    );
  });

  it('names those of whom nobody can be reminded, with the one thing to do', async () => {
    await asked(table, '2020/001', { ownerId: undefined });
    await contacts(table, sampleContact('carl', { delivery: 'bounced' }));
    await asked(table, '2020/002', { ownerId: 'carl' });
    const { words, elements } = await form.get('/tonight');
    expect(words).toContain('2 reminders that nobody can be sent');
    expect(words).toContain('2020/001 recommendation 1 Nobody owns it Choose an owner');
    expect(words).toContain(
      '2020/002 recommendation 1 Mail to Carl Reed does not arrive Choose another owner',
    );
    const hrefs = elements.map(({ attributes }) => attributes.href);
    expect(hrefs).toContain('/cases/2020-001/recommendations/1/owner');
  });

  it('shows 25 mails on a page, and the rest on the next', async () => {
    for (let each = 0; each < 27; each++) {
      const id = `owner-${each}`;
      await contacts(table, sampleContact(id, { name: `Owner ${each}` }));
      await asked(table, `2020/${100 + each}`, { ownerId: id });
    }
    const count = async (path: string) => (await form.get(path)).words.split('Read the mail').length - 1;
    expect([await count('/tonight'), await count('/tonight?page=2')]).toEqual([25, 2]);
    expect(await count('/tonight?page=9')).toBe(2);
    expect(await count('/tonight?page=x')).toBe(25);
    expect((await form.get('/tonight')).words).toContain('Mails 26 to 27');
  });
});
