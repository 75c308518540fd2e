import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmCommitment } from '../../../../functions/web/moves/confirm-commitment.ts';
import { declineDate } from '../../../../functions/web/moves/decline-date.ts';
import { extend } from '../../../../functions/web/moves/extend.ts';
import { pause } from '../../../../functions/web/moves/pause.ts';
import { proposeDate } from '../../../../functions/web/moves/propose-date.ts';
import { rePlan } from '../../../../functions/web/moves/re-plan.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { resume } from '../../../../functions/web/moves/resume.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listAttention } from '../../../../shared/store/lists.ts';
import { readMail } from '../../../../shared/store/outbox.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse, within3Months } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { accepted } from '../../../support/sample-records.ts';
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
});

const d = asDay;
const entryOf = async () => (await readCaseFile(table, caseId))!.recommendations[0]!;
const dutyOf = async (kind: 'response' | 'update') =>
  (await entryOf()).deadlines.find((each) => each.kind === kind)!;
const eventsOf = async () => (await readCaseFile(table, caseId))!.events;

const toApril = { dueOn: d('2021-04-30'), why: 'The trainer is ill', decidedBy: 'Lee' };
const proposal = { dueOn: d('2021-04-30'), why: 'The trainer is ill', proposedBy: 'Anna Reed' };
const extension = { appliedOn: d('2020-10-20'), grantedOn: d('2020-10-26'), newDueOn: d('2020-12-18') };

/** What the owner's mails of a day say, sent by the sender of that day. */
async function sentOn(day: string): Promise<{ fate: string; told: string[] }[]> {
  const sent = [];
  const toAnna = (await mailsPlanned(table, day)).filter(({ recipientId }) => recipientId === 'anna');
  for (const { id } of toAnna) {
    const service = { send: async () => ({ kind: 'accepted' as const, messageId: id }) };
    const fate = await senderOf(table, { service, day }).send(id);
    const { lines } = (await readMail(table, id))!;
    sent.push({ fate, told: lines.map(({ stage, revision }) => `${stage} of revision ${revision}`) });
  }
  return sent;
}

describe('a mail that was planned and has not left when the date moves', () => {
  test.each([
    [
      'a promise is re-planned',
      '2021-01-22',
      typedResponse(),
      () => rePlan(deskOf(table, '2021-01-22'), caseId, 1, 1, toApril),
      '2021-04-01',
    ],
    [
      'the response period is extended',
      '2020-10-26',
      undefined,
      () => extend(deskOf(table, '2020-10-26'), caseId, 1, extension),
      '2020-11-20',
    ],
    [
      'the response period is paused',
      '2020-10-26',
      undefined,
      () => pause(deskOf(table, '2020-10-26'), caseId, 1, { from: d('2020-10-23') }),
      '2020-11-20',
    ],
  ])(
    'because %s, is not sent with the old date, and the new date is armed',
    async (_, day, response, move, next) => {
      await atTheDesk(table, response, response ? undefined : '2020-10-01');
      await nightsOf(table).night(day);
      accepted<object>(await move());
      expect(await sentOn(day)).toEqual([{ fate: 'superseded', told: ['-28 of revision 1'] }]);
      await nightsOf(table).night(next);
      const key = next === '2020-11-20' && (await dutyOf('response')).pausedOn ? 'paused+28' : '-28';
      expect(await sentOn(next)).toEqual([{ fate: 'sent', told: [`${key} of revision 2`] }]);
      const rows = (await entryOf()).reminders
        .filter(({ recipientId }) => recipientId === 'anna')
        .map(({ stage, revision }) => `${revision} ${stage}`);
      expect(rows).toEqual(['1 -28', `2 ${key}`]);
    },
  );
});

describe('re-planning', () => {
  beforeEach(() => atTheDesk(table, typedResponse()));
  const move = (of = {}, day = '2021-01-22') =>
    rePlan(deskOf(table, day), caseId, 1, 1, { ...toApril, ...of });

  test('keeps every earlier date, in order, and tells why in the history', async () => {
    accepted(await move());
    const again = { dueOn: d('2021-06-30'), why: 'Still ill', approvedBy: 'Sam' };
    expect(accepted(await move(again, '2021-01-25'))).toMatchObject({ moved: 2, revision: 3, version: 3 });
    const { revisions } = await entryOf();
    expect(revisions).toMatchObject([
      {
        revision: 2,
        before: { dueOn: '2021-02-20' },
        after: { dueOn: '2021-04-30' },
        why: 'The trainer is ill',
      },
      { revision: 3, before: { dueOn: '2021-04-30' }, after: { dueOn: '2021-06-30' }, approvedBy: 'Sam' },
    ]);
    expect((await eventsOf()).slice(-2)).toMatchObject([
      { move: 're-plan', sequence: 1, why: 'The trainer is ill' },
      { move: 're-plan', sequence: 1, why: 'Still ill' },
    ]);
  });

  test('twice at once without approval: one is made and the other is told that approval is needed', async () => {
    const results = await Promise.all([move(), move({ dueOn: d('2021-05-31') })]);
    const refused = results.flatMap((each) => ('refused' in each ? [each.refused] : []));
    expect(refused).toEqual(['approval-needed']);
    expect((await entryOf()).revisions).toHaveLength(1);
  });

  test('of a promise nobody made, or one that was kept, is refused and changes nothing', async () => {
    expect(await rePlan(deskOf(table), caseId, 1, 2, toApril)).toMatchObject({ refused: 'unknown-promise' });
    const update = { receivedOn: d('2021-01-15'), text: 'Done.', commitments: [within3Months as never] };
    accepted(await recordUpdate(deskOf(table, '2021-01-22'), caseId, 1, 1, update));
    const before = await wholeTable(table);
    expect(await move()).toMatchObject({ refused: 'already-met' });
    expect(await wholeTable(table)).toEqual(before);
  });
});

describe('a date that the owner proposes', () => {
  beforeEach(() => atTheDesk(table, typedResponse()));
  const propose = (of = {}) => proposeDate(deskOf(table, '2021-01-22'), caseId, 1, 1, { ...proposal, ...of });
  const waitingOn = async (day: string) =>
    (await listAttention(table, d(day))).items.flatMap((each) =>
      'proposal' in each ? [each.proposal.dueOn] : [],
    );

  test('stands on the list of what needs attention until it is decided, and moves nothing', async () => {
    const before = await dutyOf('update');
    accepted(await propose());
    expect(await waitingOn('2021-01-21')).toEqual([]);
    expect(await waitingOn('2021-01-22')).toEqual(['2021-04-30']);
    expect(await dutyOf('update')).toEqual({ ...before, version: 2 });
    accepted(await rePlan(deskOf(table, '2021-01-25'), caseId, 1, 1, toApril));
    expect(await waitingOn('2021-01-25')).toEqual([]);
    expect((await entryOf()).proposals).toMatchObject([{ state: 'taken' }]);
  });

  test('again takes the place of the one that waits; declined, it is gone and the date stays', async () => {
    accepted(await propose());
    expect(accepted(await propose({ dueOn: d('2021-05-31') })).version).toBe(2);
    expect(await waitingOn('2021-01-22')).toEqual(['2021-05-31']);
    const decline = () => declineDate(deskOf(table, '2021-01-25'), caseId, 1, 1, { why: 'Too late' });
    expect(accepted(await decline())).toMatchObject({ state: 'declined', version: 3 });
    expect(await waitingOn('2021-01-25')).toEqual([]);
    expect((await dutyOf('update')).dueOn).toBe('2021-02-20');
    expect(await decline()).toMatchObject({ refused: 'no-proposal' });
    expect((await eventsOf()).at(-1)).toMatchObject({ move: 'decline-date', why: 'Too late' });
  });

  test('is dropped when the promise is kept', async () => {
    accepted(await propose());
    const update = { receivedOn: d('2021-01-22'), text: 'Done.' };
    accepted(await recordUpdate(deskOf(table, '2021-01-22'), caseId, 1, 1, update));
    expect((await entryOf()).proposals).toMatchObject([{ state: 'dropped' }]);
    expect(await waitingOn('2021-02-20')).toEqual([]);
  });
});

describe('promises that are added', () => {
  const inTwoMonths = {
    quote: 'in two months',
    promise: { kind: 'within', latest: 2, unit: 'month' } as const,
  };

  test('to a response that promised nothing end the request for a date, counted from the response', async () => {
    await atTheDesk(table, typedResponse({}, []));
    const added = accepted(await confirmCommitment(deskOf(table, '2020-12-10'), caseId, 1, inTwoMonths));
    expect(added).toMatchObject({ sequence: 2, anchorOn: '2020-11-20' });
    const duties = (await entryOf()).deadlines.filter(({ kind }) => kind === 'update');
    expect(duties).toMatchObject([
      { sequence: 1, dueOn: null, state: 'ended', nextActionOn: null },
      { sequence: 2, dueOn: '2021-01-20', state: 'open' },
    ]);
  });

  test('to a response that promised something without a date leave that to be dated', async () => {
    await atTheDesk(table, typedResponse({}, [{ quote: 'in due course', promise: { kind: 'none' } }]));
    accepted(await confirmCommitment(deskOf(table, '2020-12-10'), caseId, 1, inTwoMonths));
    const duties = (await entryOf()).deadlines.filter(({ kind }) => kind === 'update');
    expect(duties.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  test('at once get two numbers', async () => {
    await atTheDesk(table, typedResponse());
    const desk = deskOf(table, '2020-12-10');
    await Promise.all([1, 2].map(() => confirmCommitment(desk, caseId, 1, inTwoMonths)));
    expect((await entryOf()).commitments.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  test('before there is a response are refused', async () => {
    await atTheDesk(table);
    expect(await confirmCommitment(deskOf(table), caseId, 1, inTwoMonths)).toMatchObject({
      refused: 'not-from-here',
    });
  });

  test('by an update run from the day it came, and nothing is proposed for closure while they do', async () => {
    await atTheDesk(table, typedResponse());
    const update = { receivedOn: d('2021-02-15'), text: 'Half done.', commitments: [inTwoMonths] };
    accepted(await recordUpdate(deskOf(table, '2021-02-16'), caseId, 1, 1, update));
    const { deadlines, recommendation, updates } = await entryOf();
    expect(deadlines.filter(({ kind }) => kind === 'update')).toMatchObject([
      { sequence: 1, state: 'met', metOn: '2021-02-15' },
      { sequence: 2, state: 'open', dueOn: '2021-04-15', anchorOn: '2021-02-15' },
    ]);
    expect(recommendation.closure).toBeUndefined();
    expect(updates).toEqual([
      { caseId, number: 1, sequence: 1, receivedOn: '2021-02-15', text: 'Half done.' },
    ]);
  });
});

describe('the response period', () => {
  beforeEach(() => atTheDesk(table, undefined, '2020-10-01'));

  test('is paused and resumed: the standing says so, and the last days are later by the days of the proceedings', async () => {
    expect(
      accepted(await pause(deskOf(table, '2020-11-02'), caseId, 1, { from: d('2020-11-01') })),
    ).toMatchObject({
      pausedOn: '2020-11-01',
      version: 2,
    });
    expect(await extend(deskOf(table, '2020-11-02'), caseId, 1, extension)).toMatchObject({
      refused: 'not-from-here',
      message: expect.stringContaining('Paused for judicial review'),
    });
    const until = { until: d('2020-11-10') };
    expect(accepted(await resume(deskOf(table, '2020-11-12'), caseId, 1, until))).toMatchObject({
      pausedOn: null,
      dueOn: '2020-12-03',
      lateAfterOn: '2020-12-04',
      version: 3,
    });
    expect(await resume(deskOf(table, '2020-11-12'), caseId, 1, until)).toMatchObject({
      refused: 'not-from-here',
    });
    expect((await entryOf()).revisions.map(({ how }) => how)).toEqual(['pause', 'resume']);
  });

  test('is extended in one write with its history', async () => {
    accepted(await extend(deskOf(table, '2020-10-26'), caseId, 1, extension));
    expect(await dutyOf('response')).toMatchObject({ lawOn: '2020-12-18', publishedOn: null, revision: 2 });
    expect((await entryOf()).revisions).toMatchObject([{ how: 'extend', appliedOn: '2020-10-20' }]);
    expect((await eventsOf()).at(-1)).toMatchObject({ move: 'extend', number: 1 });
  });
});
