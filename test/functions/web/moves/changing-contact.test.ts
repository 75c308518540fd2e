import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeContact } from '../../../../functions/web/moves/change-contact.ts';
import { contactChange, liaisonTeam, liaisonTeamId } from '../../../../shared/domain/contact.ts';
import { raise } from '../../../../shared/domain/exception.ts';
import { contactKey } from '../../../../shared/store/keys.ts';
import { listExceptions } from '../../../../shared/store/lists.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contacts, put } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(
    table,
    sampleContact('anna', { managerId: 'mona', deputyId: 'lee', delivery: 'bounced' }),
    sampleContact('mona'),
    sampleContact('lee', { status: 'departed' }),
  );
  for (const kind of ['bounced', 'complained'] as const)
    await put(table, 'exception', raise(kind, { contactId: 'anna' }, '2020-11-16T06:10:00.000Z'));
});

const as = { kind: 'person', name: 'Anna Reed', post: 'Head of custody', email: 'anna@force.example' };
const change = (of: object, id = 'anna') =>
  changeContact(deskOf(table), id, contactChange.parse({ ...as, managerId: 'mona', deputyId: 'lee', ...of }));
const anna = () => read(table, 'contact', contactKey('anna'));

describe('changing a contact', () => {
  test('a new address is written to again, and what was said of the old one is cleared with it', async () => {
    accepted(await change({ email: 'anna.reed@force.example' }));
    expect(await anna()).toMatchObject({ email: 'anna.reed@force.example', delivery: 'ok', version: 2 });
    expect(await listExceptions(table)).toEqual([]);
    const event = (await wholeTable(table)).find((item) => item.includes('change-contact'));
    expect(JSON.parse(event!)).toMatchObject({ contactId: 'anna', by: 'liaison' });
  });

  test('the same address in other capitals is the same: it still comes back', async () => {
    accepted(await change({ email: 'Anna@force.example', post: 'Superintendent' }));
    expect(await anna()).toMatchObject({ post: 'Superintendent', delivery: 'bounced' });
    expect(await listExceptions(table)).toHaveLength(2);
  });

  test('a manager or deputy who is left out is taken away; a deputy who has left may stay', async () => {
    accepted(await change({ managerId: '' }));
    expect((await anna())?.managerId).toBeUndefined();
    expect((await anna())?.deputyId).toBe('lee');
  });

  test.each([
    ['themselves as manager', { managerId: 'anna' }, 'own-role', 'managerId'],
    ['themselves as deputy', { deputyId: 'anna' }, 'own-role', 'deputyId'],
    ['somebody unknown as manager', { managerId: 'ghost' }, 'unknown-contact', 'managerId'],
    ['somebody who has left as manager', { managerId: 'lee' }, 'has-left', 'managerId'],
  ])('to have %s is refused at that box and changes nothing', async (_, of, refused, field) => {
    const before = await wholeTable(table);
    expect(await change(of)).toMatchObject({ refused, field });
    expect(await wholeTable(table)).toEqual(before);
  });

  test('that is the liaison team is refused: it is as the settings name it', async () => {
    await contacts(table, liaisonTeam('liaison@force.example'));
    expect(await change({}, liaisonTeamId)).toMatchObject({ refused: 'kept-in-settings' });
  });

  test('who has left, or is not there, is refused', async () => {
    expect(await change({}, 'lee')).toMatchObject({ refused: 'has-left' });
    expect(await change({}, 'ghost')).toMatchObject({ refused: 'unknown-person' });
  });

  test('must say whether it is a person or a team, so that leaving it out changes neither', () => {
    const { kind: _, ...rest } = as;
    expect(contactChange.safeParse(rest).success).toBe(false);
  });
});
