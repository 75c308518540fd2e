import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { holdReminders, releaseReminders } from '../../../../functions/web/moves/hold.ts';
import { rePlan } from '../../../../functions/web/moves/re-plan.ts';
import { reassignOwner } from '../../../../functions/web/moves/reassign-owner.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import type { Mail } from '../../../../shared/domain/mail.ts';
import type { Outcome } from '../../../../shared/runtime/mail-service.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { contentKey } from '../../../../shared/store/keys.ts';
import { readMail } from '../../../../shared/store/outbox.ts';
import { read } from '../../../../shared/store/read.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
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
  sent.length = 0;
});

const sent: string[] = [];
const service = {
  async send({ to }: { to: string }): Promise<Outcome> {
    sent.push(to);
    return { kind: 'accepted', messageId: `message-${sent.length}` };
  },
};
const response = { caseId, number: 1, duty: 'response-1' };
const promise = { caseId, number: 1, duty: 'update-1' };
const why = 'The response is being typed.';
const until = (day: string) => ({ until: asDay(day), why });
const send = (day: string, mailId: string) => senderOf(table, { service, day }).send(mailId);
const theMail = async (day: string): Promise<Mail> => (await mailsPlanned(table, day)).at(0)!;
const history = async () => (await readCaseFile(table, caseId))!.events.map(({ move }) => move);

/** The response is due on 23 November 2020: '-14' goes on Monday 9 November, '-7' on Monday the 16th, '-1' on Friday the 20th. */
const waitingForResponse = () => atTheDesk(table, undefined, '2020-11-06');

describe('a night while reminders are held back', () => {
  test('skips them and says so in its statement, and after the hold one mail makes good what was held', async () => {
    await waitingForResponse();
    const nights = nightsOf(table);
    accepted(await holdReminders(deskOf(table, '2020-11-07'), response, until('2020-11-16')));
    expect((await nights.night('2020-11-09')).skipped).toEqual({ held: 1 });
    expect((await nights.night('2020-11-16')).skipped).toEqual({ held: 1 });
    expect(nights.handedOver).toEqual([]);
    expect(await nights.night('2020-11-17')).toMatchObject({ skipped: {}, mails: 1 });
    const mail = await theMail('2020-11-17');
    expect(mail.lines).toEqual([
      expect.objectContaining({ stage: '-7', coalesced: ['-14'], heldUntil: '2020-11-16', late: false }),
    ]);
    expect(await send('2020-11-17', mail.id)).toBe('sent');
    const { text } = (await read(table, 'content', contentKey(mail.id)))!;
    expect(text).toContain('Liaison staff held this mail back until Monday 16 November 2020.');
    expect(text).not.toContain('should have had');
    expect(text).toContain('in 6 days');
  });

  test('sends them from the next run on once they are released', async () => {
    await waitingForResponse();
    const nights = nightsOf(table);
    accepted(await holdReminders(deskOf(table, '2020-11-07'), response, until('2020-11-16')));
    await nights.night('2020-11-09');
    accepted(await releaseReminders(deskOf(table, '2020-11-10'), response));
    expect((await nights.night('2020-11-10')).mails).toBe(1);
    expect((await theMail('2020-11-10')).lines).toEqual([
      expect.objectContaining({ stage: '-14', heldUntil: '2020-11-09', late: false }),
    ]);
    expect(await history()).toEqual(expect.arrayContaining(['hold', 'release']));
  });
});

describe('a mail that is planned already', () => {
  const plannedThenHeld = async () => {
    await waitingForResponse();
    await nightsOf(table).night('2020-11-09');
    accepted(await holdReminders(deskOf(table, '2020-11-09'), response, until('2020-11-11')));
    return (await theMail('2020-11-09')).id;
  };

  test('does not leave while it is held back, however often it is handed over', async () => {
    const mailId = await plannedThenHeld();
    expect([await send('2020-11-09', mailId), await send('2020-11-11', mailId)]).toEqual(['waits', 'waits']);
    expect(sent).toEqual([]);
    expect(await readMail(table, mailId)).toMatchObject({ state: 'PENDING', cannotLeave: true });
  });

  test('is not lost: the run after the hold hands it over, and it says what became of it', async () => {
    const mailId = await plannedThenHeld();
    await send('2020-11-09', mailId);
    const nights = nightsOf(table);
    await nights.night('2020-11-12');
    expect(nights.handedOver).toEqual([mailId]);
    expect(await send('2020-11-12', mailId)).toBe('sent');
    const { text } = (await read(table, 'content', contentKey(mailId)))!;
    expect(text).toContain('Liaison staff held this mail back until Wednesday 11 November 2020.');
    expect(text).not.toContain('should have had');
  });

  test('is late where the run after the hold was missed', async () => {
    const mailId = await plannedThenHeld();
    expect(await send('2020-11-13', mailId)).toBe('sent');
    const { text } = (await read(table, 'content', contentKey(mailId)))!;
    expect(text).toContain('This mail is late: you should have had it on Thursday 12 November 2020.');
  });

  test('leaves when it is released, and goes to whoever owns it by then', async () => {
    const mailId = await plannedThenHeld();
    await contacts(table, sampleContact('bill'));
    accepted(await reassignOwner(deskOf(table, '2020-11-10'), caseId, 1, { ownerId: 'bill' }));
    expect((await nightsOf(table).night('2020-11-10')).skipped).toEqual({ held: 1 });
    accepted(await releaseReminders(deskOf(table, '2020-11-10'), response));
    expect(await send('2020-11-11', mailId)).toBe('superseded');
    expect((await nightsOf(table).night('2020-11-11')).mails).toBe(1);
    const [mail] = (await mailsPlanned(table, '2020-11-11')).filter(({ id }) => id !== mailId);
    expect(await send('2020-11-11', mail!.id)).toBe('sent');
    expect(sent).toEqual(['bill@force.example']);
  });

  test('that was claimed before the hold has left; one claimed at the same moment has not', async () => {
    await waitingForResponse();
    await nightsOf(table).night('2020-11-09');
    const { id } = await theMail('2020-11-09');
    const held: Table = {
      ...table,
      client: {
        send: async (command: object) => {
          const isClaim = JSON.stringify(command).includes('CLAIMED');
          if (isClaim && sent.length === 0) {
            const hold = await holdReminders(deskOf(table, '2020-11-09'), response, until('2020-11-11'));
            accepted('refused' in hold && hold.refused === 'already-held' ? { hold } : hold);
          }
          return table.client.send(command as never);
        },
      } as never,
    };
    expect(await senderOf(held, { service, day: '2020-11-09' }).send(id)).toBe('waits');
    expect(sent).toEqual([]);
  });
});

describe('a hold and other moves', () => {
  test('ends where the date moves: the new dates are reminded of as they come', async () => {
    await atTheDesk(table, typedResponse(), '2021-02-10');
    accepted(await holdReminders(deskOf(table, '2021-02-12'), promise, until('2021-02-20')));
    const moved = accepted(
      await rePlan(deskOf(table, '2021-02-15'), caseId, 1, 1, {
        dueOn: asDay('2021-02-26'),
        why: 'New system.',
        decidedBy: 'Kim Lee',
      }),
    );
    expect(moved).not.toHaveProperty('hold');
    expect((await nightsOf(table).night('2021-02-19')).mails).toBe(1);
  });

  test('of two at once one wins, and the other is told that it is held back already', async () => {
    await waitingForResponse();
    const both = await Promise.all(
      ['2020-11-16', '2020-11-17'].map((day) =>
        holdReminders(deskOf(table, '2020-11-07'), response, until(day)),
      ),
    );
    expect(both.filter((each) => 'refused' in each && each.refused === 'already-held')).toHaveLength(1);
  });

  test.each(['response-2', 'update-1', 'publication-1', 'nonsense'])('of %s there is none', async (duty) => {
    await waitingForResponse();
    const refused = await holdReminders(
      deskOf(table, '2020-11-07'),
      { ...response, duty },
      until('2020-11-16'),
    );
    expect(refused).toMatchObject({ refused: 'unknown-date' });
  });
});
