import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { close } from '../../../../functions/web/moves/close.ts';
import { proposeClosure } from '../../../../functions/web/moves/propose-closure.ts';
import { proposeDate } from '../../../../functions/web/moves/propose-date.ts';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { reopen } from '../../../../functions/web/moves/reopen.ts';
import { withdraw } from '../../../../functions/web/moves/withdraw.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listAttention, listExceptions } from '../../../../shared/store/lists.ts';
import { readMail } from '../../../../shared/store/outbox.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedCase, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { senderOf } from '../../../support/sender-of.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

const shown = { note: 'The new procedure.', links: [] };
/** Not to be published, so that nobody but the owner is written to. */
const response = () => typedResponse({ representations: true });
const proposal = { proposedBy: 'Sam Okoye' };
const attention = async (day: string) => (await listAttention(table, asDay(day))).items;

/** What becomes of the mails planned on a day, when the sender gets to them; nothing may reach the mail service. */
async function fatesOf(day: string): Promise<string[]> {
  const sent: string[] = [];
  const service = {
    async send({ to }: { to: string }) {
      sent.push(to);
      return { kind: 'accepted', messageId: `message-${sent.length}` } as const;
    },
  };
  const { send } = senderOf(table, { service, day });
  const fates = [];
  for (const { id } of await mailsPlanned(table, day))
    fates.push(await send(id), (await readMail(table, id))!.state);
  return [...fates, `${sent.length} sent`];
}

describe('a mail that waits', () => {
  test('is not sent once the recommendation is withdrawn', async () => {
    await atTheDesk(table, undefined, '2020-10-01');
    expect(await nightsOf(table).night('2020-10-26')).toMatchObject({ mails: 1 });
    accepted(await withdraw(deskOf(table, '2020-10-26'), caseId, 1, { why: 'Made by mistake.' }));
    expect(await fatesOf('2020-10-26')).toEqual(['superseded', 'SUPERSEDED', '0 sent']);
  });

  test('is still sent while closure is only proposed, and not once it is closed', async () => {
    await atTheDesk(table, response());
    const desk = deskOf(table, '2021-01-22');
    accepted(await proposeClosure(desk, caseId, 1, proposal));
    expect(await nightsOf(table).night('2021-01-22')).toMatchObject({ mails: 1 });
    expect(await fatesOf('2021-01-22')).toEqual(['sent', 'SENT', '1 sent']);
    expect(await nightsOf(table).night('2021-02-12')).toMatchObject({ mails: 1 });
    accepted(await close(deskOf(table, '2021-02-12'), caseId, 1, { closedBy: 'Kim Lee', ...shown }));
    expect(await fatesOf('2021-02-12')).toEqual(['superseded', 'SUPERSEDED', '0 sent']);
    expect(await nightsOf(table).night('2021-02-22')).toMatchObject({ examined: 0, mails: 0 });
  });

  test('of before a withdrawal stays unsent after reopening; what comes next is planned anew', async () => {
    await atTheDesk(table, undefined, '2020-10-01');
    await nightsOf(table).night('2020-10-26');
    accepted(await withdraw(deskOf(table, '2020-10-26'), caseId, 1, { why: 'Made by mistake.' }));
    accepted(await reopen(deskOf(table, '2020-10-26'), caseId, 1, { why: 'It stands after all.' }));
    expect(await nightsOf(table).night('2020-10-26')).toMatchObject({ mails: 1 });
    expect((await fatesOf('2020-10-26')).toSorted()).toEqual(
      ['1 sent', 'SENT', 'SUPERSEDED', 'sent', 'superseded'].toSorted(),
    );
  });
});

describe('the list of what needs attention', () => {
  test('has a proposal until it is decided, and nothing of what is closed', async () => {
    await atTheDesk(table, response());
    const desk = deskOf(table, '2021-01-22');
    accepted(await proposeClosure(desk, caseId, 1, proposal));
    expect(await attention('2021-01-22')).toMatchObject([{ recommendation: { number: 1 } }]);
    accepted(await close(desk, caseId, 1, { closedBy: 'Kim Lee', ...shown }));
    expect(await attention('2022-01-22')).toEqual([]);
  });

  test('has nothing of what is withdrawn, nor another date that was proposed for it', async () => {
    await atTheDesk(table, typedResponse());
    const desk = deskOf(table, '2021-01-22');
    const date = { dueOn: asDay('2021-06-30'), why: 'A new system.', proposedBy: 'Jo' };
    accepted(await proposeDate(desk, caseId, 1, 1, date));
    accepted(await withdraw(desk, caseId, 1, { why: 'Made by mistake.' }));
    expect(await attention('2022-01-22')).toEqual([]);
    expect((await readCaseFile(table, caseId))!.recommendations[0]!.proposals).toMatchObject([
      { state: 'dropped' },
    ]);
  });
});

describe('an update while closure is proposed', () => {
  test('leaves the proposal to the one who made it', async () => {
    await atTheDesk(table, response());
    const desk = deskOf(table, '2021-01-22');
    accepted(await proposeClosure(desk, caseId, 1, proposal));
    accepted(await recordUpdate(desk, caseId, 1, 1, { receivedOn: asDay('2021-01-22'), text: 'Done.' }));
    const { recommendation } = (await readCaseFile(table, caseId))!.recommendations[0]!;
    expect(recommendation.closure).toEqual({ ...proposal, proposedOn: '2021-01-22' });
    const own = await close(desk, caseId, 1, { closedBy: 'sam okoye', ...shown });
    expect(own).toMatchObject({ refused: 'same-person' });
  });
});

describe('a promise that was ended', () => {
  test('takes no update, and the response keeps its answer', async () => {
    await atTheDesk(table, typedResponse({ reasons: 'As the report asks.' }));
    const desk = deskOf(table, '2021-01-22');
    accepted(await withdraw(desk, caseId, 1, { why: 'Made by mistake.' }));
    accepted(await reopen(desk, caseId, 1, { why: 'It stands after all.' }));
    const update = { receivedOn: asDay('2021-01-22'), text: 'Done.' };
    expect(await recordUpdate(desk, caseId, 1, 1, update)).toMatchObject({ refused: 'already-ended' });
    const { recommendation } = (await readCaseFile(table, caseId))!.recommendations[0]!;
    expect(recommendation.acceptanceHistory).toEqual([
      { acceptance: 'accepted', on: '2020-11-20', by: 'liaison', reasons: 'As the report asks.' },
    ]);
  });
});

describe('what nobody owns', () => {
  const exceptions = async () => (await listExceptions(table)).map(({ id }) => id);

  test('is an exception while it is open, none while it is withdrawn, and one again once it is reopened', async () => {
    const desk = deskOf(table, '2020-10-01');
    await contacts(table, sampleContact('anna'));
    accepted(await recordCase(desk, typedCase()));
    accepted(await recordRecommendation(desk, caseId, { text: 'Review searches.' }));
    expect(await exceptions()).toEqual(['no-owner-2019-127918.1']);
    accepted(await withdraw(desk, caseId, 1, { why: 'Made by mistake.' }));
    expect(await exceptions()).toEqual([]);
    accepted(await reopen(desk, caseId, 1, { why: 'It stands after all.' }));
    expect(await exceptions()).toEqual(['no-owner-2019-127918.1']);
    accepted(await reassignOwner(desk, caseId, 1, { ownerId: 'anna' }));
    expect(await exceptions()).toEqual([]);
    accepted(await withdraw(desk, caseId, 1, { why: 'Made by mistake.' }));
    accepted(await reopen(desk, caseId, 1, { why: 'It stands after all.' }));
    expect(await exceptions()).toEqual([]);
  });
});

test('a response and a withdrawal at once never leave a promise that nobody waits for', async () => {
  await atTheDesk(table);
  const desk = deskOf(table);
  await Promise.all([
    recordResponse(desk, caseId, 1, typedResponse()),
    withdraw(desk, caseId, 1, { why: 'Made by mistake.' }),
  ]);
  const { recommendation, deadlines } = (await readCaseFile(table, caseId))!.recommendations[0]!;
  expect(recommendation.withdrawn).toBeDefined();
  expect(deadlines.filter(({ state }) => state === 'open')).toEqual([]);
});
