import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import { type AboutContact, aboutContact } from '../../../shared/store/about-contact.ts';
import { sha256 } from '../../../shared/store/digest.ts';
import type { Table } from '../../../shared/store/table.ts';
import { quillfeather } from '../../support/canaries.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { sampleContact } from '../../support/sample-records.ts';
import { seedEverywhere } from '../../support/seeded-everywhere.ts';
import { wholeTable } from '../../support/whole-table.ts';

const { name, post, email } = quillfeather;
const one = sampleContact('quill-1', { name, post, email });
const other = sampleContact('other-1', {
  name: 'Barnaby Thistlewood',
  post: 'Keeper of the Thimbles',
  email: 'barnaby@thistlewood.example',
});
const now = asInstant('2020-11-02T09:00:00.000Z');

let tables: EmbeddedTables;
let table: Table;
let about: AboutContact;
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  await seedEverywhere(table, one, '2019/111111');
  await seedEverywhere(table, other, '2019/222222');
  about = (await aboutContact(table, one.id, now))!;
});
afterAll(() => tables.stop());

const keysNaming = async (text: RegExp): Promise<string[]> =>
  (await wholeTable(table))
    .filter((item) => text.test(item))
    .map((item) => JSON.parse(item))
    .filter(({ record }) => !['case-row', 'recommendation-row', 'chain'].includes(record))
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();

describe('everything about a contact', () => {
  test('is every record of the table that names them, each once', async () => {
    const found = about.held.map(({ key }) => key);
    const code = sha256(one.email);
    expect(found.toSorted()).toEqual(
      await keysNaming(new RegExp(`"(contact:)?quill-1"|zephyrine|${code}`, 'i')),
    );
    expect(new Set(found).size).toBe(found.length);
    expect(about.contact.id).toBe(one.id);
  });

  test.each([
    'board',
    'code',
    'contact',
    'content',
    'deadline',
    'event',
    'evidence',
    'exception',
    'list-part',
    'mail',
    'recommendation',
    'reminder',
    'report',
    'session',
  ])('has them in a %s', (record) => {
    expect(about.held.map((each) => each.record)).toContain(record);
  });

  test('has a cleared exception, their mails with the words, and what they did themselves', () => {
    const says = (record: string) =>
      about.held.filter((each) => each.record === record).map((each) => each.says);
    expect(says('exception')).toMatchObject([{ id: 'bounced-quill-1', clearedBy: 'liaison' }]);
    expect(says('mail').map(({ state, asked }) => [state, asked !== undefined])).toEqual(
      expect.arrayContaining([
        ['BOUNCED', false],
        ['PENDING', true],
      ]),
    );
    expect(says('content')).toMatchObject([{ text: expect.stringContaining(`Dear ${name}`) }]);
    expect(says('event').some(({ byId }) => byId === 'contact:quill-1')).toBe(true);
  });

  test('says by what each record names them', () => {
    const namedBy = (key: string) => about.held.find((each) => each.key.startsWith(key))?.namedBy;
    expect(namedBy('CONTACT#quill-1 CONTACT')).toEqual(['id', 'address', 'name']);
    expect(namedBy('LIST#')).toEqual(['address']);
    expect(namedBy('BOARD#')).toEqual(['id']);
    expect(namedBy('CASE#2019-111111 REC#001#EVIDENCE')).toEqual(['name']);
  });

  test('holds nothing of another', async () => {
    expect(JSON.stringify(about)).not.toMatch(/other-1|barnaby|thistlewood|222222/i);
    const theirs = (await aboutContact(table, other.id, now))!;
    expect(theirs.held.length).toBe(about.held.length);
    expect(JSON.stringify(theirs)).not.toMatch(/quill|zephyrine|111111/i);
  });

  test('tells nothing that lets anybody in', () => {
    expect(JSON.stringify(about)).not.toMatch(/"(formToken|token)"|token-of|secret-of/);
    const [code] = about.held.filter(({ record }) => record === 'code');
    expect(Object.keys(code!.says).toSorted()).toEqual(['askedAt', 'expiresAt', 'tries', 'version']);
  });

  test('is nothing of somebody who is no contact', async () => {
    expect(await aboutContact(table, 'nobody', now)).toBeUndefined();
  });
});
