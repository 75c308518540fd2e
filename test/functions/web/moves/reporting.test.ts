import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEvidence } from '../../../../functions/web/moves/add-evidence.ts';
import { changeAcceptance } from '../../../../functions/web/moves/change-acceptance.ts';
import { clearException } from '../../../../functions/web/moves/clear-exception.ts';
import { close } from '../../../../functions/web/moves/close.ts';
import { confirmCommitment } from '../../../../functions/web/moves/confirm-commitment.ts';
import { declineReport } from '../../../../functions/web/moves/decline-report.ts';
import type { Desk } from '../../../../functions/web/moves/desk.ts';
import { proposeClosure } from '../../../../functions/web/moves/propose-closure.ts';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { recordResponse } from '../../../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import {
  acknowledge,
  proposeHandOver,
  reportDone,
  reportProgress,
  sayNotMine,
} from '../../../../functions/web/moves/report.ts';
import { withdraw } from '../../../../functions/web/moves/withdraw.ts';
import { asDay, type Day } from '../../../../shared/domain/day.ts';
import { raise } from '../../../../shared/domain/exception.ts';
import type { Mail } from '../../../../shared/domain/mail.ts';
import { previewMail } from '../../../../shared/engine/preview.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { exceptionKey } from '../../../../shared/store/keys.ts';
import { listExceptions } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { everyHistory, wrongIn } from '../../../support/histories.ts';
import { mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { contacts, putItem } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
let desk: Desk;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const twoPromises = [
  { quote: 'within 3 months', promise: { kind: 'within', latest: 3, unit: 'month' } },
  { quote: 'the policy by June', promise: { kind: 'by-date', dueOn: '2021-06-30' } },
];

beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table, typedResponse({}, twoPromises));
  await contacts(table, sampleContact('bill'));
  desk = deskOf(table, '2021-02-13');
});

const anna = { caseId, number: 1, byId: 'anna' };
const saying = () => ({ ...desk, by: 'Anna Reed' });
const say = {
  done: (duty = 'update-1') => reportDone(saying(), anna, { duty, text: 'All trained.' }),
  handOver: () => proposeHandOver(saying(), anna, { name: 'Sue Park', email: 'sue@force.example' }),
  notMine: () => sayNotMine(saying(), anna, { text: 'It is for custody.' }),
};
const sayEverything = async () => {
  for (const each of [say.done(), say.handOver(), say.notMine()]) accepted(await each);
};

const states = async () => {
  const { reports } = (await readCaseFile(table, caseId))!.recommendations[0]!;
  return Object.fromEntries(
    reports.map(({ kind, duty, state }) => [duty ? `${kind} ${duty.split('.').at(-1)}` : kind, state]),
  );
};
const raised = async () => (await listExceptions(table)).map(({ kind }) => kind).sort();

describe('a move of staff settles what it decides, and its exception in the same write', () => {
  beforeEach(sayEverything);

  test('recording the update: that this promise is done', async () => {
    expect(await raised()).toEqual(['hands-over', 'not-mine', 'says-done']);
    accepted(await recordUpdate(desk, caseId, 1, 1, { receivedOn: asDay('2021-02-13'), text: 'Done.' }));
    expect(await states()).toEqual({
      'done update-1': 'accepted',
      'hand-over': 'waiting',
      'not-mine': 'waiting',
    });
    expect(await raised()).toEqual(['hands-over', 'not-mine']);
  });

  test('recording the update of one promise: not that another is done', async () => {
    accepted(await say.done('update-2'));
    accepted(await recordUpdate(desk, caseId, 1, 1, { receivedOn: asDay('2021-02-13'), text: 'Done.' }));
    expect(await states()).toMatchObject({ 'done update-1': 'accepted', 'done update-2': 'waiting' });
    expect(await raised()).toContain('says-done');
  });

  test('another owner: who takes over, and whose it is not', async () => {
    accepted(await reassignOwner(desk, caseId, 1, { ownerId: 'bill' }));
    expect(await states()).toEqual({
      'done update-1': 'waiting',
      'hand-over': 'accepted',
      'not-mine': 'accepted',
    });
    expect(await raised()).toEqual(['says-done']);
  });

  test('closing: everything', async () => {
    accepted(await proposeClosure(desk, caseId, 1, { proposedBy: 'Priya Shah' }));
    expect(await raised()).toHaveLength(3);
    accepted(await close(desk, caseId, 1, { closedBy: 'Kim Lee', note: 'Seen.', links: [] }));
    expect(await states()).toEqual({
      'done update-1': 'accepted',
      'hand-over': 'dropped',
      'not-mine': 'dropped',
    });
    expect(await raised()).toEqual([]);
  });

  test('withdrawing: everything', async () => {
    accepted(await withdraw(desk, caseId, 1, { why: 'A mistake.' }));
    expect(Object.values(await states())).toEqual(['dropped', 'dropped', 'dropped']);
    expect(await raised()).toEqual([]);
  });

  test('that it is no longer accepted: whether it is done, because nothing is asked any more', async () => {
    const changed = {
      acceptance: 'not-accepted',
      changedOn: asDay('2021-02-13'),
      reasons: 'Advice.',
    } as const;
    accepted(await changeAcceptance(desk, caseId, 1, changed));
    expect(await states()).toMatchObject({ 'done update-1': 'dropped', 'not-mine': 'waiting' });
    expect(await raised()).toEqual(['hands-over', 'not-mine']);
  });

  test('what has nothing to do with it: nothing', async () => {
    accepted(await addEvidence(desk, caseId, 1, { kind: 'text', text: 'Seen on site.' }));
    expect(Object.values(await states())).toEqual(['waiting', 'waiting', 'waiting']);
    expect(await raised()).toHaveLength(3);
  });

  test('and every history stays whole', async () => {
    accepted(await recordUpdate(desk, caseId, 1, 1, { receivedOn: asDay('2021-02-13'), text: 'Done.' }));
    accepted(await reassignOwner(desk, caseId, 1, { ownerId: 'bill' }));
    const wrong = wrongIn(await everyHistory(table)).filter((each) => !/^(Contact|Board) /.test(each));
    expect(wrong).toEqual([]);
  });
});

describe('before there is a promise', () => {
  beforeEach(async () => {
    table = await tables.newTable();
    await atTheDesk(table, undefined, '2020-11-16');
    desk = deskOf(table, '2020-11-16');
  });

  test('recording the response settles that it was sent', async () => {
    accepted(await say.done('response-1'));
    expect(await raised()).toEqual(['says-done']);
    accepted(await recordResponse(desk, caseId, 1, typedResponse({ respondedOn: asDay('2020-11-16') })));
    expect(await states()).toEqual({ 'done response-1': 'accepted' });
    expect(await raised()).toEqual([]);
  });

  test('a promise that is found after all ends the request for a date, and that it was said to be done', async () => {
    accepted(await recordResponse(desk, caseId, 1, typedResponse({ respondedOn: asDay('2020-11-16') }, [])));
    accepted(await say.done('update-1'));
    const promise = { kind: 'by-date', dueOn: asDay('2021-06-30') } as const;
    accepted(await confirmCommitment(desk, caseId, 1, { quote: 'by June', promise }));
    expect(await states()).toEqual({ 'done update-1': 'dropped' });
    expect(await raised()).toEqual([]);
  });
});

describe('declining', () => {
  const decline = async (report: string) =>
    declineReport(desk, { caseId, number: 1, report }, { why: 'Nothing shows it.' });

  test('settles that one alone, says why, and leaves every date and the owner as they are', async () => {
    const [done, notMine] = [accepted(await say.done()), accepted(await say.notMine())];
    const before = (await readCaseFile(table, caseId))!.recommendations[0]!;
    expect(accepted(await decline(done.id))).toMatchObject({
      state: 'declined',
      why: 'Nothing shows it.',
      decidedBy: 'liaison',
      decidedOn: '2021-02-13',
    });
    expect(await states()).toEqual({ 'done update-1': 'declined', 'not-mine': 'waiting' });
    expect(await raised()).toEqual(['not-mine']);
    const after = (await readCaseFile(table, caseId))!.recommendations[0]!;
    expect(after.deadlines).toEqual(before.deadlines);
    expect(after.recommendation.ownerId).toBe('anna');
    accepted(await decline(notMine.id));
    expect(await raised()).toEqual([]);
  });

  test('the last of two that wait clears the exception, and not the first', async () => {
    const [one, two] = [accepted(await say.done()), accepted(await say.done('update-2'))];
    accepted(await decline(one.id));
    expect(await raised()).toEqual(['says-done']);
    accepted(await decline(two.id));
    expect(await raised()).toEqual([]);
  });

  test('what is decided, only noted, or was never said is refused', async () => {
    const done = accepted(await say.done());
    const noted = accepted(await reportProgress(saying(), anna, { text: 'Half.' }));
    accepted(await decline(done.id));
    expect(await decline(done.id)).toMatchObject({ refused: 'already-decided' });
    expect(await decline(noted.id)).toMatchObject({ refused: 'already-decided' });
    expect(await decline('no-such')).toMatchObject({ refused: 'unknown-report' });
  });

  test('lets the owner say it again, and the exception comes back', async () => {
    accepted(await decline(accepted(await say.done()).id));
    accepted(await say.done());
    expect(await raised()).toEqual(['says-done']);
  });
});

test('the exception is cleared by deciding, and in no other way', async () => {
  accepted(await say.done());
  const [exception] = await listExceptions(table);
  expect(await clearException(desk, exception!.id, {})).toMatchObject({
    refused: 'decision-needed',
    message: 'Record what the owner says, or decline it: that clears this',
  });
  expect(await raised()).toEqual(['says-done']);
});

describe('an owner’s word never silences a promise', () => {
  const planned = (mails: readonly Mail[]) =>
    mails
      .map(({ plannedOn, recipientId, lines }) => ({ plannedOn, recipientId, lines }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  /** Every mail of the nights from before the promise is due until long after; on the 13th of February something is said, or nothing. */
  async function lived(sayIt: () => Promise<void>) {
    table = await tables.newTable();
    await atTheDesk(table, typedResponse({}, twoPromises));
    const nights = nightsOf(table);
    const days = [
      '2021-01-23',
      '2021-02-13',
      '2021-02-19',
      '2021-02-22',
      '2021-03-01',
      '2021-03-08',
      '2021-04-20',
    ];
    for (const day of days as Day[]) {
      desk = deskOf(table, day);
      if (day === '2021-02-13') await sayIt();
      await nights.night(asDay(day));
    }
    const months = [...new Set(days.map((day) => day.slice(0, 7)))];
    return planned((await Promise.all(months.map((month) => mailsPlanned(table, `${month}-01`)))).flat());
  }

  test('the nights after it plan the very same mails as if nothing had been said', {
    timeout: 60_000,
  }, async () => {
    const silent = await lived(async () => undefined);
    expect(silent.length).toBeGreaterThan(3);
    const answered = await lived(async () => {
      accepted(await acknowledge(saying(), anna));
      accepted(await reportProgress(saying(), anna, { text: 'Half.' }));
      await sayEverything();
    });
    expect(answered).toEqual(silent);
  });

  test('and their words say that an answer waits, until liaison staff have decided', {
    timeout: 60_000,
  }, async () => {
    const wordsOn = async (day: string) => {
      const [mail] = (await mailsPlanned(table, day)).filter(({ recipientId }) => recipientId === 'anna');
      const asked = { serviceUrl: 'https://tracker.example', organisation: 'Sample Police' };
      return (await previewMail({ table, today: asDay(day), ...asked }, mail!)).words!.text;
    };
    const waits =
      'An answer on this recommendation waits for liaison staff. Until they decide on it, reminders go on.';
    await nightsOf(table).night('2021-02-19');
    expect(await wordsOn('2021-02-19')).not.toContain('An answer on this');
    accepted(await reportProgress(saying(), anna, { text: 'Half.' }));
    expect(await wordsOn('2021-02-19')).not.toContain('An answer on this');
    await sayEverything();
    expect(await wordsOn('2021-02-19')).toContain(waits);
    const { reports } = (await readCaseFile(table, caseId))!.recommendations[0]!;
    for (const { id, state } of reports.filter((each) => each.state === 'waiting')) {
      expect([await wordsOn('2021-02-19'), state]).toEqual([expect.stringContaining(waits), 'waiting']);
      accepted(await declineReport(desk, { caseId, number: 1, report: id }, { why: 'Not yet.' }));
    }
    expect(await wordsOn('2021-02-19')).not.toContain('An answer on this');
  });

  test('and one damaged note of it takes the reminder from nobody', { timeout: 60_000 }, async () => {
    await sayEverything();
    for (const kind of ['says-done', 'hands-over', 'not-mine'] as const)
      await putItem(table, { ...exceptionKey(raise(kind, { caseId, number: 1 }, '').id), kind: 7 });
    await nightsOf(table).night('2021-02-19');
    const [mail] = (await mailsPlanned(table, '2021-02-19')).filter(({ lines }) => lines.length > 0);
    const asked = { serviceUrl: 'https://tracker.example', organisation: 'Sample Police' };
    const { words, regard } = await previewMail({ table, today: asDay('2021-02-19'), ...asked }, mail!);
    expect([words!.text.includes('An answer on this'), regard.torn]).toEqual([false, []]);
  });
});
