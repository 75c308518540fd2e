import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '../../../../functions/web/moves/add-contact.ts';
import { clearException } from '../../../../functions/web/moves/clear-exception.ts';
import type { Desk } from '../../../../functions/web/moves/desk.ts';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import type { Contact } from '../../../../shared/domain/contact.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { raise } from '../../../../shared/domain/exception.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import { contactKey } from '../../../../shared/store/keys.ts';
import { read } from '../../../../shared/store/read.ts';
import { markUnreachable } from '../../../../shared/store/redirect.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { caseId, deskOf, typedCase, typedResponse, within3Months } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { everyHistory, wrongIn } from '../../../support/histories.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { put, putItem } from '../../../support/recorded.ts';
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

type Made = { desk: Desk; caseId: string; number: number; person: string; reference: string };

const someone = (name: string) => ({
  kind: 'person' as const,
  name,
  post: 'Inspector',
  email: 'inspector@force.example',
});

/** A bounced mail marks the contact and raises an exception, as the feedback function does. */
async function bounce({ desk, person: id }: Made): Promise<string> {
  const contact = (await read(table, 'contact', contactKey(id)))!;
  const marked = markUnreachable(table, contact, 'bounced').Put?.Item;
  if (contact.delivery === 'ok') await putItem(table, marked!);
  const exception = raise('bounced', { contactId: id }, desk.clock.now());
  await put(table, 'exception', exception);
  return exception.id;
}

const moves = {
  'record-case': ({ desk, reference }: Made) => recordCase(desk, typedCase({ reference })),
  'record-recommendation': ({ desk, caseId, number, person }: Made) =>
    recordRecommendation(desk, caseId, {
      text: 'Review searches.',
      ...(number > 2 ? { ownerId: person } : {}),
    }),
  'record-response': ({ desk, caseId, number }: Made) =>
    recordResponse(desk, caseId, number, typedResponse({}, [within3Months, within3Months, within3Months])),
  'record-update': ({ desk, caseId, number, reference }: Made) =>
    recordUpdate(desk, caseId, number, 1 + (reference.length % 3), {
      receivedOn: asDay('2020-11-20'),
      text: 'Done.',
    }),
  'reassign-owner': ({ desk, caseId, number, person }: Made) =>
    reassignOwner(desk, caseId, number, { ownerId: person, reason: 'Moved on' }),
  'add-contact': ({ desk, reference }: Made) => addContact(desk, someone(reference)),
  'clear-exception': async (made: Made) =>
    clearException(made.desk, await bounce(made), { reason: 'Rang them' }),
} as const;

const cases = Array.from({ length: 20 }, (_, index) => `2020/${index + 1}`);
const command = fc.record({
  move: fc.constantFrom(...(Object.keys(moves) as (keyof typeof moves)[])),
  reference: fc.oneof(
    fc.constantFrom(...cases),
    fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(...'123') }),
  ),
  of: fc.constantFrom(...cases.map((each) => each.replace('/', '-'))),
  number: fc.integer({ min: 1, max: 6 }),
  person: fc.nat(),
});

describe('the history', () => {
  test('is whole after 1,000 random moves and the nights between them, and tells of each move that was made once', async () => {
    const desk = deskOf(table);
    for (const reference of cases) accepted(await recordCase(desk, typedCase({ reference })));
    const people = [accepted(await addContact(desk, someone('Anna Reed'))).id];
    let made = cases.length + people.length;
    for (const { move, reference, of, number, person } of fc.sample(command, {
      numRuns: 5_000,
      seed: 2020,
    })) {
      const who = people[person % people.length]!;
      const result = await moves[move]({ desk, caseId: of, number, reference, person: who });
      if (isRefusal(result)) continue;
      if (move === 'add-contact') people.push((result as Contact).id);
      made += 1;
      if (made % 250 === 0) await nightsOf(table).night('2020-11-23');
      if (made === 1_000) break;
    }
    const histories = await everyHistory(table);
    const told = histories.flatMap(({ events }) => events.map(({ move }) => move));
    expect([made, told.length, wrongIn(histories)]).toEqual([1_000, 1_000, []]);
    expect([...new Set(told)].sort()).toEqual(Object.keys(moves).sort());
  }, 240_000);

  test('of many moves at once is one chain without gaps: each is made once, or refused and not told', async () => {
    const desk = deskOf(table);
    accepted(await recordCase(desk, typedCase()));
    const people = await Promise.all(
      ['Ann', 'Bob', 'Cyd', 'Dee'].map((name) => addContact(desk, someone(name)).then(accepted)),
    );
    const add = () => recordRecommendation(desk, caseId, { text: randomUUID() });
    accepted(await add());
    for (let turn = 0; turn < 6; turn++) {
      const before = (await everyHistory(table)).flatMap(({ events }) => events).length;
      const results = await Promise.all<object>([
        add(),
        recordResponse(desk, caseId, 1, typedResponse()),
        ...people.map(({ id: ownerId }) => reassignOwner(desk, caseId, 1, { ownerId })),
      ]);
      const histories = await everyHistory(table);
      const done = results.filter((result) => !isRefusal(result)).length;
      expect(done).toBeGreaterThan(0);
      expect(histories.flatMap(({ events }) => events).length - before).toBe(done);
      expect(wrongIn(histories)).toEqual([]);
    }
  });
});
