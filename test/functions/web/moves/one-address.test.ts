import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addStaff } from '../../../../functions/web/moves/add-staff.ts';
import { changeStaff } from '../../../../functions/web/moves/change-staff.ts';
import { staffInput } from '../../../../shared/domain/staff.ts';
import { listStaff } from '../../../../shared/store/staff.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { accepted } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

const typed = (name: string, email = 'lee@force.example') =>
  staffInput.parse({ name, email, role: 'liaison', bodies: [], boards: [] });

/** The table as it is met by somebody between whose first and second read another does something. */
function afterFirstRead(meanwhile: () => Promise<unknown>): Table {
  let reads = 0;
  const send = async (command: never) => {
    const answer = await table.client.send(command);
    reads += 1;
    if (reads === 1) await meanwhile();
    return answer;
  };
  return { ...table, client: { send } as unknown as Table['client'] };
}

const activeWith = async (email: string) =>
  (await listStaff(table)).filter((each) => each.email === email && each.status === 'active');

test('of two who are added with one address in one moment, one is', async () => {
  const met = afterFirstRead(async () => accepted(await addStaff(deskOf(table), typed('First'))));
  expect(await addStaff(deskOf(met), typed('Second'))).toMatchObject({ refused: 'already-on-the-staff' });
  expect(await activeWith('lee@force.example')).toMatchObject([{ name: 'First' }]);
});

test('who is given an address that another is added with in that moment is refused it', async () => {
  const { id } = accepted(await addStaff(deskOf(table), typed('Kim', 'kim@force.example')));
  // The first read is of Kim; the address is looked at after it.
  let added = false;
  const send = async (command: never) => {
    const answer = await table.client.send(command);
    const asked = JSON.stringify((command as { input: object }).input);
    if (!added && asked.includes('lee@force.example')) {
      added = true;
      accepted(await addStaff(deskOf(table), typed('First')));
    }
    return answer;
  };
  const met = { ...table, client: { send } as unknown as Table['client'] };
  const changed = await changeStaff(deskOf(met), id, typed('Kim'), deskOf(table).clock);
  expect(changed).toMatchObject({ refused: 'already-on-the-staff' });
  expect(await activeWith('lee@force.example')).toMatchObject([{ name: 'First' }]);
});
