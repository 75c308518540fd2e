import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeIn } from '../../../functions/feedback/take-in.ts';
import { type Contact, liaisonTeamId } from '../../../shared/domain/contact.ts';
import { contactKey } from '../../../shared/store/keys.ts';
import { keepLiaisonTeam } from '../../../shared/store/liaison-team.ts';
import { listContacts, listExceptions } from '../../../shared/store/lists.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import { morningOf, sampleContact, sampleMail } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

const team = () => read(table, 'contact', contactKey(liaisonTeamId)) as Promise<Contact>;

describe('the liaison team', () => {
  test('enters itself among the contacts in the first night, and is left as it is in the next', async () => {
    const { night } = nightsOf(table);
    await night('2020-10-26');
    const entered = await team();
    expect(entered).toMatchObject({ name: 'Liaison team', email: 'liaison@force.example', version: 1 });
    expect((await listContacts(table)).map(({ id }) => id)).toEqual([liaisonTeamId]);
    await night('2020-10-27');
    expect(await team()).toEqual(entered);
  });

  test('entered by many at once is entered once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => keepLiaisonTeam(table, 'liaison@force.example')));
    expect(await team()).toMatchObject({ version: 1 });
  });

  test('whose address bounces is marked, and raises an exception, as anybody', async () => {
    await keepLiaisonTeam(table, 'old@force.example');
    const mail = sampleMail('summary-2020-10-26', [], {
      kind: 'summary',
      state: 'SENT',
      recipientId: liaisonTeamId,
    });
    await put(table, 'mail', mail);
    const deps = { table, clock: morningOf('2020-10-26'), handOver: async () => undefined };
    const report = { mailId: mail.id, messageId: 'ses-1', report: 'bounced' as const };
    expect(await takeIn(deps, report)).toBe('taken-in');
    expect(await team()).toMatchObject({ delivery: 'bounced', version: 2 });
    expect(await listExceptions(table)).toMatchObject([{ kind: 'bounced', contactId: liaisonTeamId }]);
    await keepLiaisonTeam(table, 'old@force.example');
    expect(await team()).toMatchObject({ delivery: 'bounced', version: 2 });
  });

  test('under another address in the settings is written to there, also where the old one bounced', async () => {
    await keepLiaisonTeam(table, 'old@force.example');
    await put(table, 'contact', { ...(await team()), delivery: 'bounced', deputyId: 'anna', version: 2 });
    await Promise.all([1, 2, 3].map(() => keepLiaisonTeam(table, 'new@force.example')));
    expect(await team()).toMatchObject({
      email: 'new@force.example',
      delivery: 'ok',
      deputyId: 'anna',
      version: 3,
    });
  });

  test('that is damaged keeps nobody from being reminded', async () => {
    await putItem(table, { ...contactKey(liaisonTeamId), name: 7 });
    await contacts(table, sampleContact());
    await asked(table, 'one');
    const { night, log } = nightsOf(table);
    expect(await night('2020-10-26')).toMatchObject({ mails: 1, failed: 0 });
    expect(log.lines.map(({ message }) => message)).toContain(
      'The liaison team could not be kept among the contacts',
    );
  });
});
