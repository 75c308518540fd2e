import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { decide } from '../../../shared/domain/night.ts';
import { reminder } from '../../../shared/domain/reminder.ts';
import { calendar, everyone, inFourToSixMonths, promisedDuty } from './essex.ts';

const decision = decide(promisedDuty(inFourToSixMonths), everyone, asDay('2021-07-15'), calendar);
const lines = 'reminders' in decision ? decision.reminders.map(({ line }) => line) : [];

describe('a reminder', () => {
  test('is the line with its recipient, the night’s day and its mail', () => {
    const row = { ...lines[0], recipientId: 'owner-1', plannedOn: '2021-07-15', mailId: 'mail-1' };
    expect(reminder.parse(row)).toEqual(row);
  });

  test('names its revision, so that a date that moved is armed again', () => {
    const { revision: _, ...without } = lines[0]!;
    const row = { ...without, recipientId: 'owner-1', plannedOn: '2021-07-15', mailId: 'mail-1' };
    expect(reminder.safeParse(row).success).toBe(false);
  });
});
