import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { amend } from '../../../../functions/web/moves/amend.ts';
import { amendCase } from '../../../../functions/web/moves/amend-case.ts';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedCase, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { everyHistory, wrongIn } from '../../../support/histories.ts';
import { interrupted } from '../../../support/interrupted.ts';
import { accepted } from '../../../support/sample-records.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table, typedResponse());
});

const why = 'A slip in typing';
const file = async (id = caseId) => (await readCaseFile(table, id))!;
const toReference = (reference: string, id = caseId) => amendCase(deskOf(table), id, { reference, why });
const record = (reference: string) => recordCase(deskOf(table), typedCase({ reference }));

describe('amending the words of a recommendation', () => {
  test('keeps both texts in the history, and no date or promise changes', async () => {
    const before = (await file()).recommendations[0]!;
    accepted(
      await amend(deskOf(table), caseId, 1, { text: 'Review every search.', responseText: 'Yes.', why }),
    );
    const { recommendations, events } = await file();
    const after = recommendations[0]!;
    expect(after.recommendation.text).toBe('Review every search.');
    expect(after.response?.text).toBe('Yes.');
    expect([after.deadlines, after.commitments]).toEqual([before.deadlines, before.commitments]);
    expect(events.find(({ move }) => move === 'amend')).toMatchObject({
      number: 1,
      why,
      changes: [
        {
          record: 'recommendation',
          before: { text: 'Review searches.' },
          after: { text: 'Review every search.' },
        },
        {
          record: 'response',
          before: { text: 'We accept this recommendation.' },
          after: { text: 'Yes.' },
        },
      ],
    });
    expect(wrongIn(await everyHistory(table)).filter((each) => !each.startsWith('Contact '))).toEqual([]);
  });

  test.each([
    ['that does not exist', 'unknown', 1, 'unknown-case'],
    ['that the case has not', caseId, 2, 'unknown-recommendation'],
  ])('%s is refused and changes nothing', async (_, id, number, refused) => {
    const before = await wholeTable(table);
    expect(await amend(deskOf(table), id, number, { text: 'Other.', why })).toMatchObject({ refused });
    expect(await wholeTable(table)).toEqual(before);
  });
});

describe('amending the reference of a case', () => {
  test('is what its deadlines say from then on, and nothing else of them changes', async () => {
    const before = (await file()).recommendations[0]!.deadlines;
    expect(accepted(await toReference('2019/127919'))).toMatchObject({
      id: caseId,
      reference: '2019/127919',
    });
    const after = (await file()).recommendations[0]!.deadlines;
    expect(after).toEqual(
      before.map((each) => ({ ...each, reference: '2019/127919', version: each.version + 1 })),
    );
    expect(wrongIn(await everyHistory(table)).filter((each) => !each.startsWith('Contact '))).toEqual([]);
  });

  test('lets the case be known by the new one, and gives the old one free', async () => {
    accepted(await toReference('2019/127919'));
    expect(await record('2019-127919')).toMatchObject({ refused: 'already-recorded', field: 'reference' });
    const other = accepted(await record('2019/127918 new'));
    accepted(await toReference('2019/127918', other.id));
    expect(await record('2019/127918')).toMatchObject({ refused: 'already-recorded' });
    expect((await file(other.id)).learningCase.reference).toBe('2019/127918');
  });

  test('says what to do where another case was first recorded under a reference', async () => {
    accepted(await toReference('2019/127919'));
    expect(await record('2019/127918')).toEqual({
      refused: 'already-taken',
      message:
        'Another case was first recorded as 2019/127918. Record this one as “2019/127918 new”, then amend its reference',
      field: 'reference',
    });
  });

  test('to that of another case is refused, and back to its own is not', async () => {
    accepted(await record('2020/1'));
    expect(await toReference('2020/1')).toMatchObject({ refused: 'already-recorded', field: 'reference' });
    accepted(await toReference('2019/127919'));
    accepted(await toReference('2019/127918'));
    accepted(await toReference('2019/127919'));
    expect((await file()).learningCase.reference).toBe('2019/127919');
  });

  test('reaches a deadline that somebody adds in between', async () => {
    const desk = deskOf(table, '2020-12-01');
    const meanwhile = async () => {
      const promise = { kind: 'by-date', dueOn: asDay('2021-06-30') } as const;
      const commitments = [{ quote: 'by June', promise }];
      const update = { receivedOn: asDay('2020-12-01'), text: 'Half is done.', commitments };
      accepted(await recordUpdate(desk, caseId, 1, 1, update));
    };
    const own = { ...desk, table: interrupted(table, meanwhile) };
    accepted(await amendCase(own, caseId, { reference: '2019/127919', why }));
    const { deadlines } = (await file()).recommendations[0]!;
    expect(deadlines.map(({ reference }) => reference)).toEqual(deadlines.map(() => '2019/127919'));
  });

  test('is gone on with where it was broken off', async () => {
    const desk = deskOf(table);
    accepted(await recordRecommendation(desk, caseId, { text: 'Review guidance.', ownerId: 'anna' }));
    accepted(await recordResponse(desk, caseId, 2, typedResponse()));
    let writes = 0;
    const breaking = new Proxy(table.client, {
      get: (client, key) =>
        key === 'send'
          ? (command: object) => {
              if (command.constructor.name === 'TransactWriteCommand' && ++writes === 2)
                throw new Error('The line was cut');
              return client.send(command as never);
            }
          : Reflect.get(client, key),
    });
    const broken = amendCase({ ...desk, table: { ...table, client: breaking } }, caseId, {
      reference: '2019/127919',
      why,
    });
    await expect(broken).rejects.toThrow('The line was cut');
    accepted(await toReference('2019/127919'));
    const all = (await file()).recommendations.flatMap(({ deadlines }) => deadlines);
    expect(new Set(all.map(({ reference }) => reference))).toEqual(new Set(['2019/127919']));
    expect(await toReference('2019/127919')).toMatchObject({ refused: 'nothing-amended' });
  });
});
