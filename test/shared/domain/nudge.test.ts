import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { People } from '../../../shared/domain/night.ts';
import { isNudge, nudge, nudgeInput } from '../../../shared/domain/nudge.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import { contact, everyone, responseDuty } from './essex.ts';

const on = asDay('2020-11-17');
const response = responseDuty();
const owner = { owner: everyone.owner };
const row = (of: Partial<Reminder> = {}): Reminder => ({
  ...(nudge(response, owner, on, []) as Reminder),
  recipientId: 'owner-1',
  plannedOn: on,
  mailId: 'mail-1',
  ...of,
});
const refusalOf = (deadline: Deadline, people: People = owner, ledger: Reminder[] = []) =>
  (nudge(deadline, people, on, ledger) as { refused?: string }).refused;

describe('reminding an owner at once', () => {
  test('is one line of its own day, which settles no stage of any plan', () => {
    expect(nudge(response, everyone, on, [])).toMatchObject({
      stage: 'nudge-2020-11-17',
      stageOn: on,
      mailOn: on,
      role: 'owner',
      late: false,
      coalesced: [],
      revision: response.revision,
    });
  });

  test.each<[string, Partial<Reminder>, string | undefined]>([
    ['that day already', {}, 'already-nudged'],
    ['that day already, for a date that has moved since', { revision: 2 }, 'already-nudged'],
    ['the day before', { stage: 'nudge-2020-11-16' }, undefined],
    ['about another date', { deadlineId: 'other' }, undefined],
    ['before somebody else took over', { recipientId: 'owner-0' }, undefined],
    ['by a usual reminder', { stage: '-7' }, undefined],
  ])('where they were reminded %s', (_, of, refused) => {
    expect(refusalOf(response, owner, [row(of)])).toBe(refused);
  });

  const hold = { since: on, until: on, why: 'Leave', by: 'Lena Moss' };
  test.each<[string, Partial<Deadline>, string]>([
    ['is held back', { hold }, 'held'],
    ['is paused for judicial review', { pausedOn: on }, 'paused'],
    ['is over', { state: 'met' }, 'nothing-to-remind-of'],
    ['is for liaison staff', { kind: 'publication' }, 'nothing-to-remind-of'],
  ])('is refused where the date %s', (_, of, refused) => {
    expect(refusalOf({ ...response, ...of })).toBe(refused);
  });

  test.each<[string, People, string]>([
    ['nobody owns it', { manager: everyone.manager }, 'no-owner'],
    [
      'mail to the owner comes back',
      { owner: contact('o', { delivery: 'bounced' }) },
      'cannot-be-written-to',
    ],
    ['the owner has left', { owner: contact('o', { status: 'departed' }) }, 'cannot-be-written-to'],
  ])('is refused where %s', (_, people, refused) => {
    expect(refusalOf(response, people)).toBe(refused);
  });

  test('is refused with a sentence that says what stands in the way', () => {
    const left = contact('o', { name: 'Ann Reed', status: 'departed' });
    const until = { ...hold, until: asDay('2020-11-20') };
    const said = (of: Partial<Deadline>, people: People = owner, ledger: Reminder[] = []) =>
      (nudge({ ...response, ...of }, people, on, ledger) as { message?: string }).message;
    expect([
      said({ state: 'ended' }),
      said({ pausedOn: on }),
      said({ hold: until }),
      said({}, {}),
      said({}, { owner: left }),
      said({}, owner, [row()]),
    ]).toEqual([
      'Nothing is waited for from the owner at this date',
      'No response is due while the judicial review lasts, so the owner cannot be asked for one now',
      'Reminders of this date are held back until 20 November 2020: release them first',
      'Nobody owns this recommendation: choose an owner first',
      'Ann Reed cannot be written to: choose another owner first',
      `Liaison staff have had ${everyone.owner.name} reminded of this date today already: once a day is enough`,
    ]);
  });

  test('is possible again once the hold is over', () => {
    const over = { ...hold, since: asDay('2020-11-10'), until: asDay('2020-11-16') };
    expect(refusalOf({ ...response, hold: over })).toBeUndefined();
  });

  test('quotes one line at most', () => {
    expect(nudgeInput.parse({ note: '' })).toEqual({ note: undefined });
    expect(nudgeInput.safeParse({ note: 'one\ntwo' }).success).toBe(false);
  });
});

test.each([
  ['nudge-2020-11-17', true],
  ['+14', false],
  ['nudge', false],
  ['nudge-', false],
  ['nudge-soon', false],
  ['nudge-20201-11-17', false],
  ['nudge-2020-11-171', false],
  ['a nudge-2020-11-17', false],
  ['nudge-xxxx-11-17', false],
  ['nudge-2020-xx-17', false],
  ['nudge-2020-11-xx', false],
])('%s is asked for by staff: %s', (stage, is) => {
  expect(isNudge({ stage })).toBe(is);
});
