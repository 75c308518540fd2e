import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import type { MailState } from '../../../../shared/domain/mail.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listExceptions } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse, within3Months } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { contacts, put } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { senderOf } from '../../../support/sender-of.ts';
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
    sampleContact('bill'),
    sampleContact('lee', { status: 'departed' }),
    sampleContact('kim', { delivery: 'bounced' }),
  );
});

const entryOf = async (number = 1) => (await readCaseFile(table, caseId))!.recommendations[number - 1]!;
const toBill = (day: string, number = 1) =>
  reassignOwner(deskOf(table, day), caseId, number, { ownerId: 'bill' });
const everySender = { send: async () => ({ kind: 'accepted' as const, messageId: 'ses-1' }) };
/** Runs the night of a day and says to whom it planned mail about which stage. */
const night = async (day: string) => {
  const before = (await mailsPlanned(table, day)).map(({ id }) => id);
  await nightsOf(table).night(day);
  const planned = (await mailsPlanned(table, day)).filter(({ id }) => !before.includes(id));
  return planned.map(({ recipientId, lines }) => [recipientId, ...lines.map(({ stage }) => stage)]);
};
const settleMails = async (day: string, state: MailState) => {
  for (const mail of await mailsPlanned(table, day)) await put(table, 'mail', { ...mail, state });
};

describe('choosing another owner', () => {
  test('moves the recommendation and every open duty, keeps what was met, and tells it in one event', async () => {
    await atTheDesk(table, typedResponse({}, [within3Months, within3Months]));
    const desk = deskOf(table, '2020-12-01');
    const result = await reassignOwner(desk, caseId, 1, { ownerId: 'bill', reason: 'Anna is away' });
    const { recommendation, deadlines } = await entryOf();
    expect(accepted(result)).toEqual(recommendation);
    expect(recommendation.ownerId).toBe('bill');
    expect(deadlines).toMatchObject([
      { kind: 'publication', state: 'open', ownerId: 'liaison-team' },
      { state: 'met', ownerId: 'anna', nextActionOn: null },
      { state: 'open', ownerId: 'bill', nextActionOn: '2020-12-01' },
      { state: 'open', ownerId: 'bill', nextActionOn: '2020-12-01' },
    ]);
    expect((await readCaseFile(table, caseId))?.events.at(-1)).toMatchObject({
      move: 'reassign-owner',
      number: 1,
      by: 'liaison',
      why: 'Anna is away',
    });
  });

  test.each([
    ['the owner it has', 'anna', 'already-owner'],
    ['somebody unknown', 'ghost', 'unknown-contact'],
    ['somebody who has left', 'lee', 'cannot-be-written-to'],
    ['somebody whose mail bounces', 'kim', 'cannot-be-written-to'],
  ])('to %s is refused at that box and changes nothing', async (_, ownerId, code) => {
    const desk = await atTheDesk(table);
    const before = await wholeTable(table);
    const refused = await reassignOwner(desk, caseId, 1, { ownerId });
    expect(refused).toMatchObject({ refused: code, field: 'ownerId' });
    expect(await wholeTable(table)).toEqual(before);
  });

  test.each([
    ['no-case', 1, 'unknown-case'],
    [caseId, 2, 'unknown-recommendation'],
  ])('of %s number %i is refused', async (of, number, code) => {
    const desk = await atTheDesk(table);
    expect(await reassignOwner(desk, of, number, { ownerId: 'bill' })).toMatchObject({ refused: code });
  });

  test('and recording the response at once: both hold, and what is promised has the new owner or the move is made again', async () => {
    for (let turn = 0; turn < 8; turn++) {
      table = await tables.newTable();
      await contacts(table, sampleContact('bill'));
      await atTheDesk(table);
      const desk = deskOf(table);
      const moves = [toBill('2020-11-20'), recordResponse(desk, caseId, 1, typedResponse())];
      for (const result of await Promise.all<object>(moves)) accepted(result);
      const { recommendation, deadlines } = await entryOf();
      expect(recommendation.ownerId).toBe('bill');
      const open = deadlines.filter(({ state, kind }) => state === 'open' && kind !== 'publication');
      expect(open.map(({ ownerId }) => ownerId)).toEqual(['bill']);
    }
  });
});

describe('a recommendation that nobody owns', () => {
  test('is an exception from the moment it is recorded until an owner is chosen, and is reminded of from then', async () => {
    await atTheDesk(table, undefined, '2020-10-01');
    accepted(await recordRecommendation(deskOf(table, '2020-10-01'), caseId, { text: 'Another.' }));
    expect(await listExceptions(table)).toMatchObject([{ kind: 'no-owner', caseId, number: 2 }]);
    expect(await night('2020-10-26')).toEqual([['anna', '-28']]);
    accepted(await toBill('2020-10-26', 2));
    expect(await listExceptions(table)).toEqual([]);
    expect(await night('2020-10-27')).toEqual([['bill', '-28']]);
  });

  test('that has an owner is none', async () => {
    await atTheDesk(table);
    expect(await listExceptions(table)).toEqual([]);
  });
});

describe('the mails of a recommendation that changes hands', () => {
  beforeEach(() => atTheDesk(table, undefined, '2020-10-01'));

  test('once the old owner was told, the new one hears of the next stage and the old one of nothing more', async () => {
    expect(await night('2020-10-26')).toEqual([['anna', '-28']]);
    await settleMails('2020-10-26', 'SENT');
    accepted(await toBill('2020-10-27'));
    expect(await night('2020-10-28')).toEqual([]);
    expect(await night('2020-11-09')).toEqual([['bill', '-14']]);
    expect(await night('2020-11-16')).toEqual([['bill', '-7']]);
  });

  test('a mail that still waits is dropped, and the new owner is told of its stage by the next night, once', async () => {
    expect(await night('2020-10-26')).toEqual([['anna', '-28']]);
    const [waiting] = await mailsPlanned(table, '2020-10-26');
    accepted(await toBill('2020-10-26'));
    const { send } = senderOf(table, { service: everySender });
    expect(await send(waiting!.id)).toBe('superseded');
    expect(await night('2020-10-27')).toEqual([['bill', '-28']]);
    expect(await night('2020-10-28')).toEqual([]);
    expect(await night('2020-11-09')).toEqual([['bill', '-14']]);
  });

  test('of several stages the old owner was told, the latest counts', async () => {
    await night('2020-10-26');
    await settleMails('2020-10-26', 'DELIVERED');
    await night('2020-11-09');
    await settleMails('2020-11-09', 'DELIVERED');
    accepted(await toBill('2020-11-09'));
    expect((await entryOf()).deadlines[0]?.settledThrough.owner).toBe('2020-11-09');
    expect(await night('2020-11-10')).toEqual([]);
  });

  test('a later stage that waits goes back to the one before it, not to the beginning', async () => {
    await night('2020-10-26');
    await settleMails('2020-10-26', 'DELIVERED');
    await night('2020-11-09');
    accepted(await toBill('2020-11-09'));
    expect((await entryOf()).deadlines[0]?.settledThrough.owner).toBe('2020-10-26');
    expect(await night('2020-11-10')).toEqual([['bill', '-14']]);
  });

  test.each([
    ['CLAIMED', []],
    ['DELIVERED', []],
    ['NEEDS_HUMAN', []],
    ['BOUNCED', [['bill', '-28']]],
    ['FAILED', [['bill', '-28']]],
    ['SUPERSEDED', [['bill', '-28']]],
    ['SUPPRESSED', [['bill', '-28']]],
  ] satisfies [MailState, string[][]][])(
    'of a mail that is %s the new owner hears only if nobody else can have',
    async (state, told) => {
      await night('2020-10-26');
      await settleMails('2020-10-26', state);
      accepted(await toBill('2020-10-26'));
      expect(await night('2020-10-27')).toEqual(told);
    },
  );

  test('given back before anything was sent, the mail that waits is sent and nobody is told twice', async () => {
    await night('2020-10-26');
    const [waiting] = await mailsPlanned(table, '2020-10-26');
    accepted(await toBill('2020-10-26'));
    accepted(await reassignOwner(deskOf(table, '2020-10-26'), caseId, 1, { ownerId: 'anna' }));
    expect((await entryOf()).deadlines[0]?.settledThrough.owner).toBe('2020-10-26');
    const { send } = senderOf(table, { service: everySender });
    expect(await send(waiting!.id)).toBe('sent');
    expect(await night('2020-10-27')).toEqual([]);
    expect(await night('2020-11-09')).toEqual([['anna', '-14']]);
  });

  test('given back after the mail that waited was dropped, the owner is told of its stage by the next night, once', async () => {
    await night('2020-10-26');
    const [waiting] = await mailsPlanned(table, '2020-10-26');
    accepted(await toBill('2020-10-26'));
    const { send } = senderOf(table, { service: everySender });
    expect(await send(waiting!.id)).toBe('superseded');
    accepted(await reassignOwner(deskOf(table, '2020-10-26'), caseId, 1, { ownerId: 'anna' }));
    expect(await night('2020-10-27')).toEqual([['anna', '-28']]);
    const [again] = (await mailsPlanned(table, '2020-10-27')).filter(({ id }) => id !== waiting!.id);
    expect((await entryOf()).reminders).toMatchObject([{ mailId: again!.id }]);
    expect(await night('2020-10-28')).toEqual([]);
  });

  test('passed on after the mail that waited left without it, its stage is told to the last of them', async () => {
    await contacts(table, sampleContact('carl'));
    const desk = deskOf(table, '2020-10-01');
    accepted(await recordRecommendation(desk, caseId, { text: 'Train officers.', ownerId: 'anna' }));
    await night('2020-10-26');
    const [waiting] = await mailsPlanned(table, '2020-10-26');
    accepted(await toBill('2020-10-26'));
    const { send } = senderOf(table, { service: everySender });
    expect(await send(waiting!.id)).toBe('sent');
    accepted(await reassignOwner(deskOf(table, '2020-10-26'), caseId, 1, { ownerId: 'carl' }));
    expect(await night('2020-10-27')).toEqual([['carl', '-28']]);
  });

  test('a copy that waits for the old owner’s manager goes to the new one’s instead', async () => {
    await contacts(
      table,
      sampleContact('mary'),
      sampleContact('max'),
      sampleContact('anna', { managerId: 'mary' }),
      sampleContact('bill', { managerId: 'max' }),
    );
    const late = '2020-12-08';
    expect((await night(late)).map(([to]) => to).sort()).toEqual(['anna', 'mary']);
    accepted(await toBill(late));
    expect((await night('2020-12-09')).map(([to]) => to).sort()).toEqual(['bill', 'max']);
  });

  test('a copy that waits for a manager both share is sent and not planned again', async () => {
    await contacts(
      table,
      sampleContact('mary'),
      sampleContact('anna', { managerId: 'mary' }),
      sampleContact('bill', { managerId: 'mary' }),
    );
    await night('2020-12-08');
    accepted(await toBill('2020-12-08'));
    expect((await night('2020-12-09')).map(([to]) => to)).toEqual(['bill']);
  });
});
