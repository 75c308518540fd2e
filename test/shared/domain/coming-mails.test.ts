import { describe, expect, test } from 'vitest';
import { type ComingMail, comingMails } from '../../../shared/domain/coming-mails.ts';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { People } from '../../../shared/domain/night.ts';
import { calendar, contact, dutyBy, everyone, inFourToSixMonths, promisedDuty } from './essex.ts';

const coming = (deadlines: Deadline[], today: string, nights = 3, people: People = everyone) =>
  comingMails(
    deadlines.map((deadline) => ({ deadline, people })),
    asDay(today),
    calendar,
    nights,
  );
const inShort = ({ on, recipient, reminders }: ComingMail) =>
  `${on} ${recipient.id}: ${reminders.map(({ line }) => line.stage).join(', ')}`;

describe('the next mails', () => {
  test('are those of the stages to come, each on its working day', () => {
    expect(coming([promisedDuty(inFourToSixMonths)], '2020-11-20').map(inShort)).toEqual([
      '2021-03-22 owner-1: opens',
      '2021-04-22 owner-1: -28',
      '2021-05-13 owner-1: -7',
    ]);
  });

  test('start with today’s where it has not been planned, and leave out what was', () => {
    const duty = promisedDuty(inFourToSixMonths);
    expect(coming([duty], '2021-05-13', 1).map(inShort)).toEqual(['2021-05-13 owner-1: -7']);
    const told = { ...duty, settledThrough: { ...duty.settledThrough, owner: asDay('2021-05-13') } };
    expect(coming([told], '2021-05-13', 1).map(inShort)).toEqual(['2021-05-19 owner-1: -1']);
  });

  test('go to the manager and the chair once they join, each in a mail of their own', () => {
    expect(coming([promisedDuty(inFourToSixMonths)], '2021-06-03', 1).map(inShort)).toEqual([
      '2021-06-03 owner-1: +14',
      '2021-06-03 manager-1: +14',
    ]);
  });

  test('carry together what one person is told of several duties on one day', () => {
    const other = { ...dutyBy('2021-05-20'), id: 'other' };
    expect(coming([promisedDuty(inFourToSixMonths), other], '2021-05-14', 1).map(inShort)).toEqual([
      '2021-05-14 owner-1: -7, -7',
    ]);
  });

  test('wait for the next working day: what lapsed on a Saturday is told of on Monday', () => {
    const late = dutyBy('2021-05-21');
    expect(coming([late], '2021-05-22', 1).map(inShort)).toEqual(['2021-05-24 owner-1: +1']);
  });

  test('go after a hold: on the working day that follows its last day', () => {
    const duty = promisedDuty(inFourToSixMonths);
    const told = { ...duty, settledThrough: { ...duty.settledThrough, owner: asDay('2021-04-22') } };
    const hold = {
      until: asDay('2021-05-16'),
      why: 'Leave',
      by: 'Kim Lee',
      since: asDay('2021-05-10'),
    };
    expect(coming([{ ...told, hold }], '2021-05-12', 1).map(inShort)).toEqual(['2021-05-17 owner-1: -7']);
  });

  test('are none where nobody owns the duty or the owner cannot be reached', () => {
    expect(coming([promisedDuty(inFourToSixMonths)], '2021-05-13', 3, {})).toEqual([]);
    const gone = { owner: contact('owner-1', { status: 'departed' }) };
    expect(coming([promisedDuty(inFourToSixMonths)], '2021-05-13', 3, gone)).toEqual([]);
  });
});
