import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reckonAll } from '../../../functions/reconcile/reckon.ts';
import { changeBoard } from '../../../functions/web/moves/change-board.ts';
import { changeContact } from '../../../functions/web/moves/change-contact.ts';
import { clearException } from '../../../functions/web/moves/clear-exception.ts';
import { reassignOwner } from '../../../functions/web/moves/reassign-owner.ts';
import { recordDeparture } from '../../../functions/web/moves/record-departure.ts';
import { contactChange } from '../../../shared/domain/contact.ts';
import { raise } from '../../../shared/domain/exception.ts';
import { reminderKey } from '../../../shared/store/keys.ts';
import { read } from '../../../shared/store/read.ts';
import type { Table } from '../../../shared/store/table.ts';
import { deskOf } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { calendar, nightsOf } from '../../support/nights-of.ts';
import { asked, board, contacts, put } from '../../support/recorded.ts';
import { accepted, sampleContact } from '../../support/sample-records.ts';
import { senderOf } from '../../support/sender-of.ts';

let tables: EmbeddedTables;
let table: Table;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
});

/** The day of a response 14 days late, from which a manager is copied, and the Monday of the week after. */
const [copiedFrom, monday] = ['2020-12-08', '2020-12-14'];

/** The nights of some days, with a mail service that takes all but what goes to these addresses. */
async function live(days: readonly string[], refused: readonly string[] = []) {
  const { night, handedOver } = nightsOf(table);
  const service = {
    send: async ({ to }: { to: string }) =>
      refused.includes(to)
        ? { kind: 'refused' as const, reason: 'No such address', inLog: 'Refused' }
        : { kind: 'accepted' as const, messageId: `message-${to}` },
  };
  const statements = [];
  for (const day of days) {
    statements.push(await night(day));
    for (const id of handedOver.splice(0)) await senderOf(table, { service, day }).send(id);
  }
  return statements;
}

const found = async () =>
  (await Array.fromAsync(reckonAll(table, calendar))).flatMap((each) =>
    'reason' in each ? [each.reason] : each.differences.map(({ says }) => says),
  );

const duty = { plannedFromOn: '2020-12-03' as never };

describe('the ledger agrees after', () => {
  test('a manager is entered for somebody who is late already: they are copied with the next notice', async () => {
    await contacts(table, sampleContact(), sampleContact('mona'));
    await asked(table, 'one', undefined, duty);
    await live([copiedFrom]);
    const typed = contactChange.parse({
      kind: 'person',
      name: 'Anna Reed',
      post: 'Head of custody',
      email: 'anna@force.example',
      managerId: 'mona',
    });
    accepted(await changeContact(deskOf(table, '2020-12-10'), 'anna', typed));
    await live([monday]);
    expect(await found()).toEqual([]);
    expect(await live(['2020-12-22'])).toMatchObject([{ mails: 2 }]);
    expect(await found()).toEqual([]);
  });

  test('the address of an owner works again whose deputy, also their manager, was told instead', async () => {
    const anna = sampleContact('anna', { managerId: 'mona', deputyId: 'mona', delivery: 'bounced' });
    await contacts(table, anna, sampleContact('mona'));
    await put(table, 'exception', raise('bounced', { contactId: 'anna' }, '2020-12-01T06:12:00.000Z'));
    await asked(table, 'one', undefined, duty);
    await live([copiedFrom]);
    accepted(await clearException(deskOf(table, '2020-12-09'), 'bounced-anna', {}));
    await live([monday]);
    expect(await found()).toEqual([]);
  });

  describe('somebody changed after the last run, and before the next,', () => {
    test('that an owner’s address works again', async () => {
      await contacts(table, sampleContact('anna', { delivery: 'bounced' }));
      await put(table, 'exception', raise('bounced', { contactId: 'anna' }, '2020-12-01T06:12:00.000Z'));
      await asked(table, 'one', undefined, duty);
      await live([copiedFrom]);
      accepted(await clearException(deskOf(table, copiedFrom), 'bounced-anna', {}));
      expect(await found()).toEqual([]);
      expect(await live([monday])).toMatchObject([{ mails: 1 }]);
      expect(await found()).toEqual([]);
    });

    test('who took over from an owner who had left', async () => {
      await contacts(table, sampleContact('anna', { status: 'departed' }), sampleContact('sue'));
      await asked(table, 'one', undefined, duty);
      await live([copiedFrom]);
      accepted(await recordDeparture(deskOf(table, copiedFrom), 'anna', { successorId: 'sue' }));
      expect(await found()).toEqual([]);
    });

    test('who the chair of a board is', async () => {
      const late = { ...duty, plannedFromOn: '2020-10-01' as never, dueOn: '2020-10-10' as never };
      await contacts(table, sampleContact(), sampleContact('chris'));
      await board(table, 'learning');
      await asked(
        table,
        'one',
        { ownerId: 'anna', boardId: 'learning' },
        { ...late, lateAfterOn: late.dueOn },
      );
      await live([copiedFrom]);
      accepted(
        await changeBoard(deskOf(table, copiedFrom), 'learning', { name: 'learning', chairId: 'chris' }),
      );
      expect(await found()).toEqual([]);
    });

    test('but not that something of another person did', async () => {
      await contacts(table, sampleContact(), sampleContact('mona', { delivery: 'bounced' }));
      await put(table, 'exception', raise('bounced', { contactId: 'mona' }, '2020-12-01T06:12:00.000Z'));
      const { deadline } = await asked(table, 'one', undefined, duty);
      await live([copiedFrom]);
      const unsettled = { owner: null, manager: null, chair: null };
      await put(table, 'deadline', { ...deadline, settledThrough: unsettled, revision: 2 });
      accepted(await clearException(deskOf(table, copiedFrom), 'bounced-mona', {}));
      expect(await found()).toEqual([expect.stringContaining('was not planned by the last run')]);
    });
  });

  test('the owner’s mail is refused and their manager, who had a copy, becomes the owner', async () => {
    await contacts(table, sampleContact('anna', { managerId: 'mona' }), sampleContact('mona'));
    const { deadline } = await asked(table, 'one', undefined, duty);
    await live([copiedFrom], ['anna@force.example']);
    accepted(await reassignOwner(deskOf(table, '2020-12-10'), 'one', 1, { ownerId: 'mona' }));
    const nights = await live([monday, '2020-12-15', '2020-12-22']);
    expect(nights.map(({ changed, mails }) => [changed, mails])).toEqual([
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(await found()).toEqual([]);
    const next = { ...deadline, deadlineId: deadline.id, stage: '+28', recipientId: 'mona' };
    expect(await read(table, 'reminder', reminderKey(next))).toMatchObject({ role: 'owner' });
  });
});
