import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { decide, nextActionOn, type People, settle } from '../../../shared/domain/night.ts';
import { calendar, contact, everyone, inFourToSixMonths, promisedDuty, undatedDuty } from './essex.ts';

const d = asDay;
const window = promisedDuty(inFourToSixMonths);
const { owner, manager, chair } = everyone;

const told = (deadline: Deadline, owner: string | null, manager: string | null, chair: string | null) => {
  const on = (text: string | null) => (text ? d(text) : null);
  return { ...deadline, settledThrough: { owner: on(owner), manager: on(manager), chair: on(chair) } };
};

function decided(deadline: Deadline, people: People, today: string) {
  const decision = decide(deadline, people, d(today), calendar);
  if ('skip' in decision) return decision.skip;
  return decision.reminders.map(({ line, recipient }) => `${line.role} ${recipient.id} ${line.stage}`);
}

describe('who is told', () => {
  test.each([
    ['2021-06-02', 'not-yet'],
    ['2021-06-03', ['owner owner-1 +14', 'manager manager-1 +14']],
  ])('the manager is copied from 14 days late, Thursday 3 June 2021: on %s %j', (today, expected) => {
    expect(decided(told(window, '2021-05-27', null, null), everyone, today)).toEqual(expected);
  });

  test.each([
    ['2021-07-14', 'not-yet'],
    ['2021-07-15', ['owner owner-1 +56', 'manager manager-1 +56', 'chair chair-1 +56']],
  ])('the chair from 56 days late, Thursday 15 July 2021: on %s %j', (today, expected) => {
    expect(decided(told(window, '2021-07-01', '2021-07-01', null), everyone, today)).toEqual(expected);
  });

  test.each<[string, People, string]>([
    ['nobody owns it', { manager, chair }, 'no-owner'],
    ['the owner has left', { ...everyone, owner: contact('o', { status: 'departed' }) }, 'owner-unreachable'],
    [
      'the owner’s mail bounces',
      { ...everyone, owner: contact('o', { delivery: 'bounced' }) },
      'owner-unreachable',
    ],
    [
      'the owner complained',
      { ...everyone, owner: contact('o', { delivery: 'complained' }) },
      'owner-unreachable',
    ],
  ])(
    '%s: it is left to liaison staff, manager and chair are not told in their place',
    (_, people, expected) => {
      expect(decided(window, people, '2021-07-15')).toBe(expected);
    },
  );

  test.each<[string, People]>([
    ['missing', { owner }],
    [
      'departed',
      { owner, manager: contact('m', { status: 'departed' }), chair: contact('c', { delivery: 'bounced' }) },
    ],
  ])('a manager or chair who is %s does not hold up the owner', (_, people) => {
    expect(decided(window, people, '2021-07-15')).toEqual(['owner owner-1 +56']);
    expect(nextActionOn(told(window, '2021-07-15', null, null), people, calendar)).toBe('2021-08-12');
  });

  test('an owner who also manages or chairs is told once, and the agenda moves on', () => {
    const both = { owner, manager: owner, chair: owner };
    expect(decided(window, both, '2021-07-15')).toEqual(['owner owner-1 +56']);
    expect(nextActionOn(told(window, '2021-07-15', null, null), both, calendar)).toBe('2021-08-12');
  });

  test('a manager who also chairs is told once, as manager', () => {
    expect(decided(window, { owner, manager, chair: manager }, '2021-07-15')).toEqual([
      'owner owner-1 +56',
      'manager manager-1 +56',
    ]);
  });

  test('a promise without a date is reviewed with its owner, whoever manages and chairs', () => {
    expect(decided(undatedDuty(), everyone, '2020-12-17')).toBe('not-yet');
    expect(decided(undatedDuty(), everyone, '2020-12-18')).toEqual(['owner owner-1 review+28']);
    expect(nextActionOn(undatedDuty(), everyone, calendar)).toBe('2020-12-18');
  });
});

describe('the line of a reminder', () => {
  test('says which stage of which revision, its day, the day its mail was meant for, and what it settles with it', () => {
    const decision = decide(window, everyone, d('2021-04-23'), calendar);
    expect('reminders' in decision && decision.reminders.map(({ line }) => line)).toEqual([
      {
        deadlineId: '2019-127918.1.update-1',
        caseId: '2019-127918',
        number: 1,
        revision: 1,
        stage: '-28',
        role: 'owner',
        stageOn: '2021-04-22',
        mailOn: '2021-03-22',
        late: true,
        coalesced: ['opens'],
      },
    ]);
  });
});

describe('settling', () => {
  const decision = decide(told(window, '2021-05-27', null, null), everyone, d('2021-06-03'), calendar);
  const lines = 'reminders' in decision ? decision.reminders.map(({ line }) => line) : [];

  test('is per role: telling the owner settles nothing for the manager', () => {
    const settled = settle(told(window, '2021-05-27', null, null), lines[0]!);
    expect(settled.settledThrough).toEqual({ owner: '2021-06-03', manager: null, chair: null });
    expect(decided(settled, everyone, '2021-06-03')).toEqual(['manager manager-1 +14']);
    expect(nextActionOn(settled, everyone, calendar)).toBe('2021-06-03');
  });

  test('once all are told the agenda moves to the next stage', () => {
    const settled = lines.reduce(settle, told(window, '2021-05-27', null, null));
    expect(decided(settled, everyone, '2021-06-03')).toBe('not-yet');
    expect(nextActionOn(settled, everyone, calendar)).toBe('2021-06-17');
  });

  test('a stage moved from a weekend is settled by its own day, so it is not due again on the day it was mailed', () => {
    const opened = decide(window, everyone, d('2021-03-22'), calendar);
    const settled = settle(window, 'reminders' in opened ? opened.reminders[0]!.line : lines[0]!);
    expect(settled.settledThrough.owner).toBe('2021-03-20');
    expect(decided(settled, everyone, '2021-03-22')).toBe('not-yet');
    expect(nextActionOn(settled, everyone, calendar)).toBe('2021-04-22');
  });
});

describe('the agenda', () => {
  test('comes back to a duty nobody owns as if somebody did', () => {
    expect(nextActionOn(window, {}, calendar)).toBe('2021-03-22');
  });

  test('has the manager’s and the chair’s stages on it only where there is somebody to tell', () => {
    const late = told(window, '2021-07-15', null, null);
    expect(nextActionOn(late, { owner }, calendar)).toBe('2021-08-12');
    expect(nextActionOn(late, { owner, chair }, calendar)).toBe('2021-07-15');
    expect(nextActionOn(late, everyone, calendar)).toBe('2021-06-03');
  });
});
