import { describe, expect, test } from 'vitest';
import { asDay, type Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Mail } from '../../../shared/domain/mail.ts';
import { decide, nextActionOn, type People, settle } from '../../../shared/domain/night.ts';
import { type Account, differences } from '../../../shared/domain/reconcile.ts';
import { sampleMail } from '../../support/sample-records.ts';
import { calendar, contact, everyone, inFourToSixMonths, promisedDuty, respondedOn } from './essex.ts';

const d = asDay;
const { owner, manager } = everyone;

/** The Essex window, opening on 20 March 2021 and closing on 20 May, after nights on some days that all told whom they had to. */
function lived(days: readonly string[], people: People = { owner }, start = promisedDuty(inFourToSixMonths)) {
  const account = { deadline: start, reminders: [] as Account['reminders'][number][], people };
  const mails = new Map<string, Mail>();
  for (const on of days) {
    const decision = decide(account.deadline, people, d(on), calendar);
    for (const { line, recipient } of 'reminders' in decision ? decision.reminders : []) {
      const mailId = `${on}-${recipient.id}`;
      account.reminders.push({ ...line, recipientId: recipient.id, plannedOn: d(on), mailId });
      mails.set(mailId, sampleMail(mailId, [line], { state: 'SENT', recipientId: recipient.id }));
      account.deadline = settle(account.deadline, line);
    }
    const next = nextActionOn(account.deadline, people, calendar);
    account.deadline = { ...account.deadline, nextActionOn: next };
  }
  return { ...account, mails };
}

const found = (account: Account, lastRunOn: string | undefined) =>
  differences(account, lastRunOn as Day | undefined, calendar).map(({ says }) => says);

const toApril = ['2021-03-22', '2021-04-22'];
const april = lived(toApril);

describe('a ledger that agrees', () => {
  test.each<[string, Account, string | undefined]>([
    ['night by night', april, '2021-04-22'],
    ['on the day before the next stage', april, '2021-05-12'],
    ['where older stages were settled with a later one', lived(['2021-05-18']), '2021-05-18'],
    ['before any run', lived([]), undefined],
    [
      'where nobody has the manager’s role any more',
      { ...lived([...toApril, '2021-06-03'], everyone), people: { owner } },
      '2021-06-03',
    ],
    ['with manager and chair copied', lived([...toApril, '2021-07-15'], everyone), '2021-07-15'],
    [
      'of a promise recorded late: what came before is nobody’s',
      lived(['2021-05-13'], { owner }, promisedDuty(inFourToSixMonths, respondedOn, d('2021-05-01'))),
      '2021-05-13',
    ],
  ])('%s has no difference', (_, account, lastRunOn) => {
    expect(found(account, lastRunOn)).toEqual([]);
  });
});

describe('what should have been told and is not in the ledger', () => {
  test('is each stage up to the one that is settled', () => {
    const [, second] = april.reminders;
    expect(differences({ ...april, reminders: [second!] }, d('2021-04-22'), calendar)).toEqual([
      {
        deadlineId: '2019-127918.1.update-1',
        says: 'is settled past opens for the owner, who has no reminder of it',
      },
    ]);
    expect(found({ ...april, reminders: [] }, '2021-04-22')).toEqual([
      'is settled past opens for the owner, who has no reminder of it',
      'is settled past -28 for the owner, who has no reminder of it',
    ]);
  });

  test('is reckoned for each role from the stage it joins at', () => {
    const account = lived([...toApril, '2021-06-03'], everyone);
    const ofManager = account.reminders.filter(({ role }) => role === 'manager');
    const without = account.reminders.filter(({ role }) => role !== 'manager');
    expect(ofManager.map(({ stage }) => stage)).toEqual(['+14']);
    expect(found({ ...account, reminders: without }, '2021-06-03')).toEqual([
      'is settled past +14 for the manager, who has no reminder of it',
    ]);
  });

  test('goes by the present revision of its dates: an earlier one was another duty', () => {
    const reminders = april.reminders.map((row) => ({ ...row, revision: 0 }));
    expect(found({ ...april, reminders }, '2021-04-22')).toHaveLength(2);
    const moved = { ...april, deadline: { ...april.deadline, revision: 2 } };
    const armed: Deadline = { ...moved.deadline, settledThrough: lived([]).deadline.settledThrough };
    expect(found({ ...moved, deadline: armed }, undefined)).toEqual([]);
  });

  test('was told where an earlier holder of the role was, or the present one in another role', () => {
    const people = { owner: contact('successor') };
    expect(found({ ...april, people }, '2021-04-22')).toEqual([]);
    const account = lived([...toApril, '2021-06-03'], everyone);
    const asChair = account.reminders.map((row) =>
      row.role === 'manager' ? { ...row, role: 'chair' as const } : row,
    );
    const chair = contact('somebody-else');
    expect(found({ ...account, people: { ...everyone, chair }, reminders: asChair }, '2021-06-03')).toEqual(
      [],
    );
    expect(
      found(
        { ...account, people: { owner, chair, manager: contact('new') }, reminders: asChair },
        '2021-06-03',
      ),
    ).toEqual(['is settled past +14 for the manager, who has no reminder of it']);
  });
});

describe('what is in the ledger and was never settled', () => {
  const settledOnce = {
    ...april.deadline,
    settledThrough: { owner: d('2021-03-20'), manager: null, chair: null },
  };

  test('is a difference', () => {
    expect(found({ ...april, deadline: settledOnce }, '2021-04-21')).toEqual([
      'has a reminder of -28 for the owner that is not settled',
    ]);
    const unsettled = { ...settledOnce, settledThrough: { ...settledOnce.settledThrough, owner: null } };
    expect(found({ ...april, deadline: unsettled }, undefined)).toEqual([
      'has a reminder of opens for the owner that is not settled',
      'has a reminder of -28 for the owner that is not settled',
    ]);
  });

  test('is none where it was an earlier holder’s, or its mail was never sent', () => {
    const people = { owner: contact('successor') };
    expect(found({ ...april, deadline: settledOnce, people }, '2021-04-21')).toEqual([]);
    const mails = new Map(
      [...april.mails].map(([id, mail]) => [id, { ...mail, state: 'SUPERSEDED' as const }]),
    );
    expect(found({ ...april, deadline: settledOnce, mails }, '2021-04-21')).toEqual([]);
  });
});

test('a reminder whose mail is not in the register is a difference', () => {
  const mails = new Map([...april.mails].slice(1));
  expect(found({ ...april, mails }, '2021-04-22')).toEqual([
    'has a reminder of opens whose mail 2021-03-22-owner-1 is not in the register',
  ]);
});

describe('what the last run should have planned', () => {
  test('is a difference from the day its mail was to go', () => {
    expect(found(lived(['2021-03-22']), '2021-04-21')).toEqual([]);
    expect(found(lived(['2021-03-22']), '2021-04-22')).toEqual([
      'was not planned by the last run: -28 to the owner',
    ]);
  });

  test('is told for everybody it was due to', () => {
    const account = lived([...toApril, '2021-05-28'], everyone);
    expect(found(account, '2021-06-03')).toEqual([
      'was not planned by the last run: +14 to the owner, +14 to the manager',
    ]);
  });

  test.each<[string, Partial<Deadline>, string | undefined]>([
    ['before any run has finished', {}, undefined],
    ['once it is met', { state: 'met' }, '2021-04-22'],
    ['recorded on the day of the run', { plannedFromOn: d('2021-04-22') }, '2021-04-22'],
  ])('is nothing %s', (_, of, lastRunOn) => {
    const account = lived([]);
    expect(found({ ...account, deadline: { ...account.deadline, ...of } }, lastRunOn)).toEqual([]);
  });

  test('is what was recorded the day before the run', () => {
    const account = lived([]);
    const deadline = { ...account.deadline, plannedFromOn: d('2021-04-21') };
    expect(found({ ...account, deadline }, '2021-04-22')).toEqual([
      'was not planned by the last run: -28 to the owner',
    ]);
  });

  test.each<[string, string | null, number]>([
    ['was not yet to be looked at again', '2021-06-18', 0],
    ['was to be looked at that day', '2021-06-17', 1],
    ['was to be looked at the day before', '2021-06-16', 1],
    ['is looked at no more', null, 0],
  ])('a manager entered since hears of it with the owner: the duty %s', (_, next, differ) => {
    const account = lived([...toApril, '2021-06-17']);
    const deadline = { ...account.deadline, nextActionOn: next as Day | null };
    expect(found({ ...account, deadline, people: { owner, manager } }, '2021-06-17')).toHaveLength(differ);
  });

  test('the owner is always told, whenever it was to be looked at', () => {
    const account = lived(['2021-03-22']);
    const deadline = { ...account.deadline, nextActionOn: d('2021-05-13') };
    expect(found({ ...account, deadline }, '2021-04-22')).toHaveLength(1);
  });

  test('is nothing where nobody could be told', () => {
    expect(found({ ...lived([]), people: {} }, '2021-04-22')).toEqual([]);
  });
});
