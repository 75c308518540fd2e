import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reckonAll } from '../../../functions/reconcile/reckon.ts';
import { changeStages } from '../../../functions/web/moves/change-stages.ts';
import { addDays, asDay, type Day } from '../../../shared/domain/day.ts';
import { balances } from '../../../shared/domain/night.ts';
import { defaultStagePlan, type StagePlan } from '../../../shared/domain/stage-plan.ts';
import { withPlan } from '../../../shared/domain/stage-plans.ts';
import { previewOf } from '../../../shared/domain/stage-preview.ts';
import { reschedule } from '../../../shared/store/agenda.ts';
import { deadlineKey } from '../../../shared/store/keys.ts';
import { openDeadlines } from '../../../shared/store/open-deadlines.ts';
import { planMail } from '../../../shared/store/plan-mail.ts';
import { read } from '../../../shared/store/read.ts';
import { readCalendar, readStagePlans } from '../../../shared/store/stage-plans.ts';
import type { Table } from '../../../shared/store/table.ts';
import { deskOf } from '../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { calendar, mailsPlanned, nightsOf } from '../../support/nights-of.ts';
import { type Asked, asked, board, contacts } from '../../support/recorded.ts';
import { accepted, sampleContact, sampleLine, sampleMail } from '../../support/sample-records.ts';

let tables: EmbeddedTables;
let table: Table;
let one: Asked;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
// Made on 29 September 2020, so due by law on 23 November; first mailed on 26 October, 28 days before.
beforeEach(async () => {
  table = await tables.newTable();
  await contacts(table, sampleContact());
  one = await asked(table, 'one');
  await asked(table, 'two');
});

const remindedBefore = (...response: number[]): StagePlan => ({
  ...defaultStagePlan,
  before: { ...defaultStagePlan.before, response },
});

async function change(plan: StagePlan, on: string, to: Table = table): Promise<void> {
  const version = (await readStagePlans(to))?.version ?? 0;
  accepted(await changeStages(deskOf(to, on), { plan, version }));
}

const agendaOf = async ({ deadline }: Asked) => {
  const { nextActionOn, stagesEdition } = (await read(table, 'deadline', deadlineKey(deadline)))!;
  return [nextActionOn, stagesEdition];
};

/** A table that a run reaches until it has put one deadline back on the agenda, and then no more. */
function dyingAfterOneDeadline({ client, ...table }: Table): Table {
  let writes = 0;
  const send = async (command: object) => {
    if (command instanceof UpdateCommand) writes += 1;
    if (writes > 1) throw new Error('The run was cut off');
    return client.send(command as never);
  };
  return { ...table, client: { send } as never };
}

/** Every reminder planned in some months, in order: 'day recipient case stage'. */
async function sent(from: Table, ...months: string[]): Promise<string[]> {
  const mails = (await Promise.all(months.map((month) => mailsPlanned(from, `${month}-01`)))).flat();
  return mails
    .flatMap(({ plannedOn, recipientId, lines }) =>
      lines.map(({ caseId, stage }) => `${plannedOn} ${recipientId} ${caseId} ${stage}`),
    )
    .sort();
}

describe('after a change of the stages', () => {
  test('the next run looks at every open deadline, though none is due, and the new stage is told on its day', async () => {
    const { night } = nightsOf(table);
    await night('2020-10-02');
    expect(await agendaOf(one)).toEqual(['2020-10-26', 1]);
    await change(remindedBefore(45, 28), '2020-10-02');
    const statement = await night('2020-10-05');
    expect(statement).toMatchObject({
      examined: 2,
      reminded: 0,
      skipped: { 'not-yet': 2 },
      stagesEdition: 1,
    });
    expect(balances(statement)).toBe(true);
    expect(await agendaOf(one)).toEqual(['2020-10-09', 2]);
    await night('2020-10-09');
    expect(await sent(table, '2020-10')).toEqual(['2020-10-09 anna one -45', '2020-10-09 anna two -45']);
  });

  test('a run that finds none left says so, and those after it look at what is due alone', async () => {
    const { night } = nightsOf(table);
    await night('2020-10-02');
    await change(remindedBefore(45, 28), '2020-10-02');
    const statements = [await night('2020-10-05'), await night('2020-10-06'), await night('2020-10-07')];
    expect(statements.map(({ examined, stagesEdition }) => [examined, stagesEdition])).toEqual([
      [2, 1],
      [0, 2],
      [0, 2],
    ]);
  });

  test('a run that dies on the way leaves the rest to the next', async () => {
    const { night } = nightsOf(table);
    await night('2020-10-02');
    await change(remindedBefore(45, 28), '2020-10-02');
    await expect(night('2020-10-05', dyingAfterOneDeadline(table))).rejects.toThrow('cut off');
    const statement = await night('2020-10-06');
    expect(statement).toMatchObject({ examined: 1, stagesEdition: 1 });
    expect(await agendaOf(one)).toEqual(['2020-10-09', 2]);
    expect(await night('2020-10-07')).toMatchObject({ examined: 0, stagesEdition: 2 });
  });

  test('changed twice in a day, the last edition counts', async () => {
    const { night } = nightsOf(table);
    await change(remindedBefore(45, 28), '2020-10-02');
    await change(remindedBefore(40, 28), '2020-10-02');
    await night('2020-10-05');
    expect(await agendaOf(one)).toEqual(['2020-10-14', 3]);
  });

  test('a deadline that nobody owns is ready for its owner', async () => {
    const nobodys = await asked(table, 'three', {});
    const { night } = nightsOf(table);
    await night('2020-10-02');
    await change(remindedBefore(45, 28), '2020-10-02');
    expect(await night('2020-10-05')).toMatchObject({ skipped: { 'not-yet': 2, 'no-owner': 1 } });
    expect((await agendaOf(nobodys))[1]).toBe(2);
    expect(await night('2020-10-06')).toMatchObject({ skipped: { 'no-owner': 1 }, stagesEdition: 2 });
  });

  test('a run that still goes by the plans before cannot undo what was worked out since', async () => {
    const { night } = nightsOf(table);
    await change(remindedBefore(45, 28), '2020-10-02');
    const stale = (await read(table, 'deadline', deadlineKey(one.deadline)))!;
    await night('2020-10-05');
    await reschedule(table, stale, asDay('2020-10-26'), 1);
    expect(await agendaOf(one)).toEqual(['2020-10-09', 2]);
    const line = sampleLine(stale);
    const advance = {
      deadline: stale,
      people: {},
      recipient: sampleContact(),
      line,
      nextActionOn: asDay('2020-10-26'),
      edition: 1,
    };
    expect(await planMail(table, sampleMail('late', [line]), [advance])).toEqual([0]);
    expect(await agendaOf(one)).toEqual(['2020-10-09', 2]);
  });

  test('the ledger still agrees, with what left by the old plan and what came by the new', async () => {
    const { night } = nightsOf(table);
    for (const day of ['2020-10-26', '2020-11-09']) await night(day);
    await change(remindedBefore(10, 6, 1), '2020-11-12');
    for (const day of ['2020-11-13', '2020-11-16', '2020-11-17', '2020-11-20']) await night(day);
    expect(await sent(table, '2020-10', '2020-11')).toEqual(
      ['2020-10-26', '2020-11-09', '2020-11-13', '2020-11-17', '2020-11-20'].flatMap((on, index) =>
        ['one', 'two'].map(
          (reference) => `${on} anna ${reference} ${['-28', '-14', '-10', '-6', '-1'][index]}`,
        ),
      ),
    );
    const found = await Array.fromAsync(reckonAll(table, await readCalendar(table, calendar.holidays)));
    expect(found.filter((each) => !('differences' in each) || each.differences.length > 0)).toEqual([]);
  });
});

describe('the preview of a change', () => {
  const today = asDay('2020-10-30');
  const from = addDays(today, 1);
  const until = addDays(today, 90);
  const nightsAhead = Array.from({ length: 90 }, (_, index) => addDays(today, index + 1));
  const plan: StagePlan = {
    ...remindedBefore(20, 14, 3),
    after: { first: [1, 10], repeats: [{ from: 10, every: 20 }] },
    joins: { manager: 10, chair: 30 },
  };

  async function small(): Promise<Table> {
    const made = await tables.newTable();
    await contacts(
      made,
      sampleContact('anna', { managerId: 'mary' }),
      sampleContact('mary'),
      sampleContact('bert', { managerId: 'mary' }),
      sampleContact('carl'),
    );
    await board(made, 'learning', { chairId: 'carl' });
    await asked(made, 'one', { ownerId: 'anna', boardId: 'learning' });
    await asked(made, 'two', { ownerId: 'bert' });
    await asked(made, 'three', {});
    await nightsOf(made).night('2020-10-26');
    return made;
  }

  const live = async (on: Table, days: readonly Day[]): Promise<string[]> => {
    for (const day of days) await nightsOf(on).night(day);
    return (await sent(on, '2020-10', '2020-11', '2020-12', '2021-01')).filter((each) => each > `${today} z`);
  };

  test('is what the nights then send, with the change and without it', async () => {
    const [left, changed] = [await small(), await small()];
    const holidays = calendar.holidays;
    const preview = previewOf(
      await openDeadlines(changed),
      from,
      until,
      { holidays, plans: calendar.plans },
      { holidays, plans: withPlan(calendar.plans, plan, today) },
    );
    await change(plan, today, changed);
    const [old, now] = (await Promise.all([live(left, nightsAhead), live(changed, nightsAhead)])) as [
      string[],
      string[],
    ];
    const named = (which: 'added' | 'left-out') =>
      preview.lines
        .filter((line) => line.which === which)
        .flatMap(({ on, caseId, reminders }) => reminders.map(({ stage }) => `${on} ${caseId} ${stage}`))
        .sort();
    const only = (these: string[], those: string[]) =>
      these
        .filter((each) => !those.includes(each))
        .map((each) => each.replace(/ (anna|bert|mary|carl) /, ' '))
        .sort();
    expect(named('added')).toEqual(only(now, old));
    expect(named('left-out')).toEqual(only(old, now));
    const mails = (reminders: string[]) =>
      new Set(reminders.map((each) => each.split(' ', 2).join(' '))).size;
    expect(preview).toMatchObject({
      added: only(now, old).length,
      leftOut: only(old, now).length,
      same: now.filter((each) => old.includes(each)).length,
      mailsBefore: mails(old),
      mailsAfter: mails(now),
    });
    expect([preview.added, preview.leftOut].every((count) => count > 5)).toBe(true);
  }, 120_000);

  test('of no change says that nothing differs', async () => {
    const subjects = await openDeadlines(table);
    const same = previewOf(subjects, from, until, calendar, calendar);
    expect(same).toMatchObject({ added: 0, leftOut: 0, lines: [] });
    expect(same.same).toBeGreaterThan(0);
    expect(same.mailsAfter).toBe(same.mailsBefore);
  });
});
