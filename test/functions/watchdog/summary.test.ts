import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runNight } from '../../../functions/nightly/night.ts';
import type { Mailbox } from '../../../infra/local/mailbox/mailbox.ts';
import { liaisonTeamId } from '../../../shared/domain/contact.ts';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import { raise } from '../../../shared/domain/exception.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import { contactKey, contentKey, mailKey } from '../../../shared/store/keys.ts';
import { readMail } from '../../../shared/store/outbox.ts';
import { planSummary } from '../../../shared/store/plan-summary.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { failTransactionsNaming } from '../../support/failing-transactions.ts';
import { loseNextReply } from '../../support/lost-replies.ts';
import { mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { asked, contacts, put, putItem } from '../../support/recorded.ts';
import { sampleContact, sampleLine, sampleMail } from '../../support/sample-records.ts';
import { letterOf, openSes, senderOf } from '../../support/sender-of.ts';
import { watchdogOf } from '../../support/watchdog-of.ts';

const monday = '2020-11-23';
const tuesday = '2020-11-24';
const summaryOf = (day: string) => `summary-${day}`;

let tables: EmbeddedTables;
let mailbox: Mailbox;
let table: Table;
let before = 0;
beforeAll(async () => {
  [tables, mailbox] = [await startTables(), await openSes()];
});
afterAll(async () => {
  await mailbox.stop();
  await tables.stop();
});
beforeEach(async () => {
  table = await tables.newTable();
  before = mailbox.messages().length;
});

const left = () => mailbox.messages().slice(before);
const summaries = async (day: string) =>
  (await mailsPlanned(table, day)).filter(({ kind }) => kind === 'summary');
const bounced = raise('bounced', { contactId: 'kim' }, '2020-11-20T06:12:00.000Z');
async function exceptional() {
  await contacts(table, sampleContact('kim', { delivery: 'bounced' }));
  await put(table, 'exception', bounced);
}

describe('the summary', () => {
  test('of a Monday is planned with its words, handed over, and leaves as it was kept', async () => {
    await nightsOf(table).night(monday);
    const { look, handedOver } = watchdogOf(table);
    await look(monday);
    expect(handedOver).toEqual([summaryOf(monday)]);
    expect(await readMail(table, summaryOf(monday))).toMatchObject({
      kind: 'summary',
      state: 'PENDING',
      recipientId: liaisonTeamId,
      lines: [],
      subject: 'Monday summary: nothing needs you',
    });
    expect(await senderOf(table, { day: monday }).send(summaryOf(monday))).toBe('sent');
    const [message] = left();
    expect(message).toMatchObject({
      destinations: ['liaison@force.example'],
      tags: { mailId: summaryOf(monday) },
    });
    const [letter, kept] = [
      await letterOf(mailbox, message!.messageId),
      await read(table, 'content', contentKey(summaryOf(monday))),
    ];
    expect(letter.subject).toBe('Monday summary: nothing needs you');
    expect(letter.text!.trim()).toBe(kept!.text.trim());
    expect(letter.html!.trim()).toBe(kept!.html!.trim());
  });

  test('is one, and leaves once, however often and by how many at once it is planned and delivered', async () => {
    await nightsOf(table).night(monday);
    const { look, handedOver } = watchdogOf(table);
    await Promise.all(Array.from({ length: 6 }, () => look(monday)));
    await look(monday);
    const fates = await Promise.all(handedOver.map((id) => senderOf(table, { day: monday }).send(id)));
    expect(fates.filter((fate) => fate === 'sent')).toHaveLength(1);
    await look(monday);
    expect(await summaries(monday)).toHaveLength(1);
    expect(await senderOf(table, { day: monday }).send(summaryOf(monday))).toBe('left-alone');
    expect(left()).toHaveLength(1);
  });

  test('that has left is not planned again by a watchdog who saw it missing', async () => {
    await nightsOf(table).night(monday);
    await watchdogOf(table).look(monday);
    const planned = await readMail(table, summaryOf(monday));
    await senderOf(table, { day: monday }).send(summaryOf(monday));
    const kept = await read(table, 'content', contentKey(summaryOf(monday)));
    await planSummary(table, planned!, { subject: 'Another', text: 'Another', html: 'Another' });
    expect(await readMail(table, summaryOf(monday))).toMatchObject({ state: 'SENT' });
    expect(await read(table, 'content', contentKey(summaryOf(monday)))).toEqual(kept);
  });

  test('says what it said first, also where the day has changed since', async () => {
    await nightsOf(table).night(monday);
    await watchdogOf(table).look(monday);
    await exceptional();
    await watchdogOf(table).look(monday);
    expect((await read(table, 'content', contentKey(summaryOf(monday))))?.subject).toBe(
      'Monday summary: nothing needs you',
    );
  });

  test('comes through the week only on the working days on which something needs somebody', async () => {
    const { look, handedOver } = watchdogOf(table);
    const days = Array.from({ length: 8 }, (_, days) => addDays(asDay(monday), days));
    for (const day of days) {
      if (day === '2020-11-26') await exceptional();
      await nightsOf(table).night(day);
      await look(day);
    }
    expect(handedOver).toEqual([monday, '2020-11-26', '2020-11-27', '2020-11-30'].map(summaryOf));
  });

  test('of a week that begins with a bank holiday comes on the Tuesday', async () => {
    const { look, handedOver } = watchdogOf(table);
    for (const day of ['2020-12-28', '2020-12-29']) {
      await nightsOf(table).night(day);
      await look(day);
    }
    expect(handedOver).toEqual([summaryOf('2020-12-29')]);
    expect((await readMail(table, summaryOf('2020-12-29')))?.subject).toMatch(/^Tuesday summary/);
  });

  test('of the first Monday misses no run before the first there ever was, and each after it', async () => {
    for (const day of ['2020-11-18', '2020-11-19', '2020-11-21', '2020-11-22', monday])
      await nightsOf(table).night(day);
    await watchdogOf(table).look(monday);
    const kept = await read(table, 'content', contentKey(summaryOf(monday)));
    expect(kept?.text).toContain('Without a run: Friday 20 November 2020.');
  });

  test('is planned before the alarm rings, and tells of the trouble first', async () => {
    await expect(watchdogOf(table).look(tuesday)).rejects.toThrow('No run has been recorded');
    expect((await readMail(table, summaryOf(tuesday)))?.subject).toBe(
      'Something needs you: trouble with today’s run',
    );
  });

  test('is silent at a weekend whatever is wrong; the alarm is not', async () => {
    await exceptional();
    await expect(watchdogOf(table).look('2020-11-22')).rejects.toThrow('No run has been recorded');
    expect(await summaries('2020-11-22')).toEqual([]);
  });

  test('counts what is late, and names the ten that have been so the longest', async () => {
    await contacts(table, sampleContact());
    for (let index = 1; index <= 12; index++)
      await asked(table, `2020/${index}`, undefined, {
        dueOn: asDay('2020-11-01'),
        lateAfterOn: addDays(asDay('2020-11-14'), -index),
      });
    await asked(table, '2020/99', undefined, {
      kind: 'update',
      dueOn: asDay('2020-10-01'),
      lateAfterOn: asDay('2020-10-01'),
    });
    await nightsOf(table).night(monday);
    await watchdogOf(table)
      .look(monday)
      .catch(() => undefined);
    const kept = await read(table, 'content', contentKey(summaryOf(monday)));
    expect(kept?.subject).toMatch(/12 overdue, 1 lapsed/);
    expect(kept?.text).toContain('The 10 most urgent are below.');
    expect(kept?.text.match(/Response overdue, \d+ days late/g)).toHaveLength(10);
    expect(kept?.text).toContain('https://tracker.example/cases/2020-12/recommendations/1');
  });
});

describe('an exception about a mail', () => {
  const trouble = raise('unconfirmed', { mailId: 'b2f6', contactId: 'kim' }, '2020-11-23T06:12:00.000Z');
  const words = async () => (await read(table, 'content', contentKey(summaryOf(tuesday))))?.text;
  beforeEach(async () => {
    await contacts(table, sampleContact('kim'));
    await put(table, 'exception', trouble);
    await nightsOf(table).night(tuesday);
  });

  test('names the reference, the recommendation, the subject and the day it was sent, and no id', async () => {
    const { deadline } = await asked(table, '2020/17', { ownerId: 'kim' });
    const subject = '2020/17 recommendation 1: response due tomorrow';
    const sent = { recipientId: 'kim', subject, claimedAt: '2020-11-20T06:11:00.000Z' };
    await put(
      table,
      'mail',
      sampleMail('b2f6', [sampleLine(deadline)], { ...sent, state: 'NO_CONFIRMATION' }),
    );
    await watchdogOf(table).look(tuesday);
    expect(await words()).toContain(
      `Mail of Friday 20 November 2020 to Kim Reed, Head of custody: “${subject}”\n`,
    );
  });

  test('whose record is damaged keeps nothing else from being told', async () => {
    await putItem(table, { ...mailKey('b2f6'), lines: 'none' });
    await watchdogOf(table).look(tuesday);
    expect(await words()).toContain('Mail to Kim Reed, Head of custody\n');
  });
});

describe('a fault', () => {
  beforeEach(() => nightsOf(table).night(monday));

  test('of the queue leaves the summary to the run at 10:10, which hands it over', async () => {
    const queue = { enqueue: () => Promise.reject(new Error('The queue is down')) };
    const { look, log } = watchdogOf(table, { queue });
    await look(monday);
    expect(log.lines.map(({ message }) => message)).toContain(
      'The summary could not be handed to the sender; the next run will',
    );
    const nights = nightsOf(table);
    const at = asInstant(`${monday}T10:10:00.000Z`);
    const night = await runNight({ ...nights.depsOn(monday), clock: { now: () => at } });
    expect([nights.handedOver, night.handedOver]).toEqual([[summaryOf(monday)], 1]);
    expect(await senderOf(table, { day: monday }).send(summaryOf(monday))).toBe('sent');
    expect(left()).toHaveLength(1);
  });

  test('of the planning rings, leaves nothing half planned, and is made good by the next try', async () => {
    const mend = failTransactionsNaming(table, liaisonTeamId);
    const { look } = watchdogOf(table);
    await expect(look(monday)).rejects.toThrow('The database is gone');
    expect(await readMail(table, summaryOf(monday))).toBeUndefined();
    expect(await read(table, 'content', contentKey(summaryOf(monday)))).toBeUndefined();
    mend();
    await look(monday);
    expect(await summaries(monday)).toHaveLength(1);
  });

  test('of the planning does not hide that the run is missing', async () => {
    failTransactionsNaming(table, liaisonTeamId);
    await expect(watchdogOf(table).look(tuesday)).rejects.toThrow('No run has been recorded');
  });

  test('that loses the reply to the planning plans it once', async () => {
    loseNextReply(table, 'TransactWriteItems');
    const { look, handedOver } = watchdogOf(table);
    await look(monday);
    expect(handedOver).toEqual([summaryOf(monday)]);
    expect(await summaries(monday)).toHaveLength(1);
  });

  test('of the mail service after it has taken the summary sends no second one by itself', async () => {
    await watchdogOf(table).look(monday);
    mailbox.behave('accept-then-reset', 1);
    expect(await senderOf(table, { day: monday }).send(summaryOf(monday))).toBe('unknown');
    await watchdogOf(table).look(monday);
    expect(await senderOf(table, { day: monday }).send(summaryOf(monday))).toBe('left-alone');
    expect(left()).toHaveLength(1);
  });
});

test('a liaison team whose mail bounces is not written to, and the summary says why it did not leave', async () => {
  await nightsOf(table).night(monday);
  await watchdogOf(table).look(monday);
  const team = await read(table, 'contact', contactKey(liaisonTeamId));
  await put(table, 'contact', { ...team!, delivery: 'bounced', version: team!.version + 1 });
  expect(await senderOf(table, { day: monday }).send(summaryOf(monday))).toBe('superseded');
  expect((await readMail(table, summaryOf(monday)))?.reason).toBe('The recipient can no longer be mailed');
  expect(left()).toEqual([]);
});

test('a liaison team whose mail came back before rings on each day on which a summary is due', async () => {
  await nightsOf(table).night(monday);
  const team = await read(table, 'contact', contactKey(liaisonTeamId));
  await put(table, 'contact', { ...team!, delivery: 'bounced', version: team!.version + 1 });
  await put(table, 'exception', raise('bounced', { contactId: liaisonTeamId }, '2020-11-20T08:01:00.000Z'));
  await nightsOf(table).night(tuesday);
  for (const day of [monday, tuesday])
    await expect(watchdogOf(table).look(day)).rejects.toThrow('The liaison team cannot be written to');
  expect(await summaries(monday)).toEqual([]);
  const mended = watchdogOf(table, { liaisonEmail: 'other@force.example' });
  await mended.look(tuesday);
  expect(mended.handedOver).toEqual([summaryOf(tuesday)]);
});
