import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reckonAll } from '../../../../functions/reconcile/reckon.ts';
import { holdReminders } from '../../../../functions/web/moves/hold.ts';
import { nudgeOwner } from '../../../../functions/web/moves/nudge.ts';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import type { Mail } from '../../../../shared/domain/mail.ts';
import { isRefusal } from '../../../../shared/domain/refusal.ts';
import type { Outcome } from '../../../../shared/runtime/mail-service.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { contentKey, deadlineKey } from '../../../../shared/store/keys.ts';
import { readMail } from '../../../../shared/store/outbox.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { calendar, mailsPlanned, nightsOf } from '../../../support/nights-of.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { senderOf } from '../../../support/sender-of.ts';

let tables: EmbeddedTables;
let table: Table;
let nights: ReturnType<typeof nightsOf>;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  nights = nightsOf(table);
  sent.length = 0;
  await atTheDesk(table, undefined, '2020-11-06');
});

const sent: string[] = [];
const service = {
  async send({ to }: { to: string }): Promise<Outcome> {
    sent.push(to);
    return { kind: 'accepted', messageId: `message-${sent.length}` };
  },
};
const at = { caseId, number: 1, duty: 'response-1' };
const deadline = { caseId, number: 1, id: '2019-127918.1.response-1' };
const day = '2020-11-11';
const ask = (input: { note?: string } = {}, on = day) =>
  nudgeOwner(deskOf(table, on), nights.depsOn(on), at, input);
const send = (mail: Mail, on = day) => senderOf(table, { service, day: on }).send(mail.id);
const ledger = async () => (await readCaseFile(table, caseId))!.recommendations[0]!.reminders;

describe('an owner who is reminded at once', () => {
  test('gets one mail, handed to the sender there and then, which says who asked and quotes the note', async () => {
    const mail = accepted(await ask({ note: 'The inspector comes on Friday.' }));
    expect(nights.handedOver).toEqual([mail.id]);
    expect(await send(mail)).toBe('sent');
    const { subject, text } = (await read(table, 'content', contentKey(mail.id)))!;
    expect(subject).toBe('2019/127918 recommendation 1: response due in 12 days, by 23 November 2020');
    expect(text).toContain(
      'Liaison staff have asked for this reminder to be sent to you now, besides the usual ones.\n\nThey write: “The inspector comes on Friday.”',
    );
    expect(sent).toEqual(['anna@force.example']);
  });

  test('stands in the ledger and the history, and settles no stage: the usual reminders come as before', async () => {
    const before = await read(table, 'deadline', deadlineKey(deadline));
    accepted(await ask());
    expect(await ledger()).toEqual([
      expect.objectContaining({ stage: 'nudge-2020-11-11', recipientId: 'anna', plannedOn: day }),
    ]);
    expect(await read(table, 'deadline', deadlineKey(deadline))).toEqual({ ...before, version: 2 });
    expect((await readCaseFile(table, caseId))!.events.map(({ move }) => move)).toContain('nudge');
    await nights.night('2020-11-16');
    expect((await ledger()).map(({ stage }) => stage).toSorted()).toEqual(['-7', 'nudge-2020-11-11']);
  });

  test('is not reminded again on that day, and can be on the next', async () => {
    accepted(await ask());
    expect(await ask()).toMatchObject({ refused: 'already-nudged' });
    accepted(await ask({}, '2020-11-12'));
    expect(nights.handedOver).toHaveLength(2);
  });

  test('gets one mail where two ask at once', async () => {
    const both = await Promise.all([ask({ note: 'One' }), ask({ note: 'Two' })]);
    expect(both.filter((each) => isRefusal(each) && each.refused === 'already-nudged')).toHaveLength(1);
    expect(await mailsPlanned(table, day)).toHaveLength(1);
    expect(nights.handedOver).toHaveLength(1);
  });

  test('agrees with the comparison of the ledger', async () => {
    accepted(await ask());
    await nights.night('2020-11-16');
    const found = await Array.fromAsync(reckonAll(table, calendar));
    expect(found).toEqual([expect.objectContaining({ differences: [] })]);
  });
});

describe('a mail that staff asked for', () => {
  test('is sent by the next run where the queue does not take it, once', async () => {
    nights.breakQueue();
    const mail = accepted(await ask());
    expect(nights.handedOver).toEqual([]);
    nights.mendQueue();
    await nights.night('2020-11-12');
    expect(nights.handedOver.filter((id) => id === mail.id)).toHaveLength(1);
    expect([await send(mail, '2020-11-12'), await send(mail, '2020-11-12')]).toEqual(['sent', 'left-alone']);
    expect(sent).toHaveLength(1);
  });

  test('waits for a later run where the quota of the day is used up', async () => {
    nights.quotaIs({ perDay: 10, sentToday: 10 });
    const mail = accepted(await ask());
    expect(nights.handedOver).toEqual([]);
    expect(await readMail(table, mail.id)).toMatchObject({ state: 'PENDING' });
  });

  test('goes to whoever owns it by the time it leaves, with what was said', async () => {
    const mail = accepted(await ask({ note: 'The inspector comes on Friday.' }));
    await contacts(table, sampleContact('bill'));
    accepted(await reassignOwner(deskOf(table, day), caseId, 1, { ownerId: 'bill' }));
    expect(await send(mail)).toBe('superseded');
    const [instead] = (await mailsPlanned(table, day)).filter(({ id }) => id !== mail.id);
    expect(await send(instead!)).toBe('sent');
    expect(sent).toEqual(['bill@force.example']);
    const { text } = (await read(table, 'content', contentKey(instead!.id)))!;
    expect(text).toContain('The inspector comes on Friday.');
  });

  test('tells the new owner of no stage: what was not told is still to come', async () => {
    expect(await send(accepted(await ask({}, '2020-11-16')), '2020-11-16')).toBe('sent');
    await contacts(table, sampleContact('bill'));
    accepted(await reassignOwner(deskOf(table, '2020-11-16'), caseId, 1, { ownerId: 'bill' }));
    expect((await read(table, 'deadline', deadlineKey(deadline)))!.settledThrough.owner).toBeNull();
  });

  test('waits while what it is about is held back', async () => {
    const mail = accepted(await ask());
    const hold = { until: asDay('2020-11-13'), why: 'Leave.' };
    accepted(await holdReminders(deskOf(table, day), at, hold));
    expect([await send(mail), await send(mail, '2020-11-14')]).toEqual(['waits', 'sent']);
  });
});
