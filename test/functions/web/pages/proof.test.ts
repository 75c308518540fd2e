import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recommendationKey } from '../../../../shared/store/keys.ts';
import { listMails } from '../../../../shared/store/lists.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm, updateForm } from '../../../support/essex-forms.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { put } from '../../../support/recorded.ts';
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
  await recordEssex(form);
});

const pack = () => form.get(`${recommendationPath}/proof`);
const long = 'The training of every officer will be looked at again. '.repeat(40).trim();

async function mailTheOwner() {
  await nightsOf(table).night('2020-11-09');
  return (await listMails(table, '2020-11')).items[0]!;
}

describe('the proof pack', () => {
  it('says when it was made, of what, and that the history is whole, with a line to check it by', async () => {
    const { heading, title, words } = await pack();
    expect(heading).toBe('Proof pack: recommendation 1');
    expect(title).toContain('Proof pack of 2019/127918 recommendation 1');
    expect(words).toContain('Made Monday 2 November 2020 at 06:10, for Essex Police');
    expect(words).toMatch(/Yes: \d entr\w+, each linked to the one before, none altered/);
    expect(words).toMatch(/Check line: \d entr\w+, last one ending in [0-9a-f]{64}/);
    expect(words).toContain(
      'Made under Paragraph 28A recommendation Law on the response Police Reform Act 2002',
    );
  });

  it('says so where a record was changed without an entry', async () => {
    const key = recommendationKey({ caseId: '2019-127918', number: 1 });
    const kept = (await read(table, 'recommendation', key))!;
    await put(table, 'recommendation', { ...kept, text: 'Something quite different.' });
    const { words } = await pack();
    expect(words).toContain('No: 1 thing is not as written.');
    expect(words).toContain('This history is not as it was written.');
    expect(words).not.toContain('Yes:');
  });

  it('has every word that was said, however long: nothing is cut or folded away', async () => {
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, text: long, do: 'save' });
    form.moveTo('2021-02-20');
    await form.save(`${recommendationPath}/promises/1/update`, {
      ...updateForm,
      text: `${long} Done.`,
      do: 'save',
    });
    const { words, elements } = await pack();
    expect(words).toContain(`${long} Accepted, response of Friday 20 November 2020`);
    expect(words).toContain(`${long} Done.`);
    expect(words).toContain('report progress back to the IOPC in 4-6mths Response of 20 November 2020');
    expect(elements.filter(({ tag }) => tag === 'details')).toEqual([]);
  });

  it('lists every mail with what became of it, and has its words; one that has not left has none', async () => {
    const mail = await mailTheOwner();
    form.moveTo('2020-11-09');
    expect((await pack()).words).toContain(
      'Mail 1 To Jane Smith, Head of Learning State Waiting to be sent It has not been sent, so it has no words.',
    );
    const subject = '2019/127918 recommendation 1: response due in 14 days';
    const sent = {
      state: 'DELIVERED',
      subject,
      recipientEmail: 'jane@old.example',
      settledAt: '2020-11-09T06:11:00.000Z',
      messageId: 'ses-1',
    } as const;
    await put(table, 'mail', { ...mail, ...sent });
    await put(table, 'content', {
      mailId: mail.id,
      subject,
      text: 'Dear Jane,\n\nThere is one recommendation.',
    });
    const { words } = await pack();
    expect(words).toContain(
      '1 Monday 9 November 2020 Response, planned for 14 days before it is due Jane Smith, Head of Learning Delivered Monday 9 November 2020 at 06:11',
    );
    expect(words).toContain(
      `Mail 1: ${subject} To Jane Smith, Head of Learning (jane@old.example) State Delivered, Monday 9 November 2020 at 06:11 The mail service’s reference ses-1`,
    );
    expect(words).toContain('Dear Jane, There is one recommendation.');
  });

  it('names a file of evidence with the digest of its bytes', async () => {
    const kept = {
      id: 'e1',
      caseId: '2019-127918',
      number: 1,
      addedOn: '2020-11-02' as never,
      addedBy: 'Kim Lee',
      version: 1,
    };
    await put(table, 'evidence', {
      ...kept,
      kind: 'file',
      fileName: 'minutes.pdf',
      type: 'application/pdf',
      size: 20_480,
      sha256: 'ab'.repeat(32),
    });
    expect((await pack()).words).toMatch(
      new RegExp(`minutes\\.pdf .*SHA-256 ${'ab'.repeat(32)} 2 November 2020 Kim Lee`),
    );
  });

  it('is not there for a recommendation that is not', async () => {
    expect((await form.get(`${recommendationPath.replace('/1', '/9')}/proof`)).status).toBe(404);
  });
});

describe('the next mails on the page of a recommendation', () => {
  const next = async (query = '') => {
    const { words } = await form.get(`${recommendationPath}${query}`);
    return words.slice(
      words.lastIndexOf('Next mails If'),
      words.indexOf('Mails about this recommendation', words.lastIndexOf('Next mails')),
    );
  };

  it('have the words of the day on which each leaves, not of today', async () => {
    const words = await next();
    expect(words).toContain(
      'Monday 9 November 2020 to Jane Smith, Head of Learning, the owner The response: planned for 14 days before it is due',
    );
    expect(words).toContain('in 14 days');
    expect(words).toContain('Monday 16 November 2020');
    expect(words).toContain('in 7 days');
    expect(words).not.toContain('in 21 days');
  });

  it('are three, and the others when asked for', async () => {
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    const first = await next();
    expect(first.match(/What it will say/g)).toHaveLength(3);
    expect(first).toContain('Show the 3 after these');
    const all = await next('?mails=next');
    expect(all.match(/What it will say/g)).toHaveLength(6);
    expect(all).toContain('Thursday 13 May 2021 to Jane Smith');
    expect(all).not.toContain('Show the');
  });

  it('are none once nothing is open', async () => {
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/withdraw`, { why: 'Made by mistake.' });
    expect((await form.get(recommendationPath)).words).toContain('No mail is to come.');
  });
});
