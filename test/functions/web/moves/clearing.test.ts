import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clearException } from '../../../../functions/web/moves/clear-exception.ts';
import { type ExceptionKind, raise } from '../../../../shared/domain/exception.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
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
});

const at = '2020-11-16T06:10:00.000Z';
const raised = async (
  kind: ExceptionKind,
  about: { mailId?: string; contactId?: string; number?: number },
) => {
  const exception = raise(kind, about, at);
  await put(table, 'exception', exception);
  return exception.id;
};
const clear = (id: string) => clearException(deskOf(table), id, { reason: 'Rang her' });
const deliveryOf = async (id: string) => (await read(table, 'contact', contactKey(id)))?.delivery;

describe('clearing an exception', () => {
  test('takes it off the list, keeps who did it and when, and tells it in an event with the reason', async () => {
    const id = await raised('needs-human', { mailId: 'm1', contactId: 'anna' });
    expect(accepted(await clear(id))).toMatchObject({
      id,
      raisedAt: at,
      clearedAt: '2020-11-20T06:10:00.000Z',
      clearedBy: 'liaison',
    });
    expect(await listExceptions(table)).toEqual([]);
    const event = (await wholeTable(table)).find((item) => item.includes('clear-exception'));
    expect(JSON.parse(event!)).toMatchObject({ contactId: 'anna', why: 'Rang her', by: 'liaison' });
  });

  test('of a mail leaves the contact as it is', async () => {
    await contacts(table, sampleContact('anna', { delivery: 'bounced' }));
    accepted(await clear(await raised('not-delivered', { mailId: 'm1', contactId: 'anna' })));
    expect(await deliveryOf('anna')).toBe('bounced');
  });

  test.each(['bounced', 'complained'] as const)(
    'that says an address %s lets mail go there again',
    async (kind) => {
      await contacts(table, sampleContact('anna', { delivery: kind }));
      accepted(await clear(await raised(kind, { contactId: 'anna' })));
      expect(await deliveryOf('anna')).toBe('ok');
    },
  );

  test('of an address while another stands does not let mail go there until both are cleared', async () => {
    await contacts(table, sampleContact('anna', { delivery: 'bounced' }));
    const bounced = await raised('bounced', { contactId: 'anna' });
    const complained = await raised('complained', { contactId: 'anna' });
    accepted(await clear(bounced));
    expect(await deliveryOf('anna')).toBe('complained');
    accepted(await clear(complained));
    expect(await deliveryOf('anna')).toBe('ok');
  });

  test('that nobody owns is refused: choosing an owner clears it', async () => {
    const exception = raise('no-owner', { caseId: '2019-127918', number: 1 }, at);
    await put(table, 'exception', exception);
    expect(await clear(exception.id)).toMatchObject({ refused: 'owner-needed' });
    expect(await listExceptions(table)).toHaveLength(1);
  });

  test('that is not there is refused', async () => {
    expect(await clear('bounced-nobody')).toMatchObject({ refused: 'unknown-exception' });
  });

  test('twice at once clears it once, and the other is told so', async () => {
    const id = await raised('refused', { mailId: 'm1', contactId: 'anna' });
    const results = await Promise.all([clear(id), clear(id)]);
    expect(results.filter(isRefusal).map(({ refused }) => refused)).toEqual(['already-cleared']);
  });
});
