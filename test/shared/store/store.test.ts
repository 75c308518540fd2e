import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedTables, enginesHere, startTables } from '../../support/embedded-table.ts';
import { agendaContract } from './agenda.contract.ts';
import { catalogueContract } from './catalogue.contract.ts';
import { claimContract } from './claim.contract.ts';
import { codesContract } from './codes.contract.ts';
import { limitsContract } from './limits.contract.ts';
import { listsContract } from './lists.contract.ts';
import { onceContract } from './once.contract.ts';
import { planMailContract } from './plan-mail.contract.ts';
import { recordsContract } from './records.contract.ts';
import { saveContract } from './save.contract.ts';
import { sessionsContract } from './sessions.contract.ts';

test('at least one embedded engine is here to keep the contract', () => {
  expect(enginesHere).not.toEqual([]);
});

describe.each(enginesHere)('the store on %s', { timeout: 30_000 }, (engine) => {
  let tables: EmbeddedTables;
  beforeAll(async () => {
    tables = await startTables(engine);
  }, 30_000);
  afterAll(() => tables?.stop());
  const newTable = () => tables.newTable();

  recordsContract(newTable);
  saveContract(newTable);
  sessionsContract(newTable);
  listsContract(newTable);
  agendaContract(newTable);
  limitsContract(newTable);
  onceContract(newTable);
  planMailContract(newTable);
  claimContract(newTable);
  catalogueContract(newTable);
  codesContract(newTable);
});
