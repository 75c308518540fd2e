import { describe, expect, test } from 'vitest';
import { addDays, asDay } from '../../../shared/domain/day.ts';
import { keptHowLong, retentionRules } from '../../../shared/domain/retention.ts';
import {
  countedDue,
  dueNow,
  type LeftContact,
  lastMonthOfWords,
  removableFrom,
  wordsRemovableFrom,
} from '../../../shared/domain/retention-due.ts';
import { sampleContact, sampleMail } from '../../support/sample-records.ts';

const left = (of: Partial<LeftContact['contact']> = {}, more: Partial<LeftContact> = {}): LeftContact => ({
  contact: sampleContact('anna', { status: 'departed', ...of }),
  neededBy: [],
  lastOn: asDay('2021-03-31'),
  ...more,
});

describe('how long records are kept', () => {
  test.each(Object.entries(retentionRules))('has a reason: %s', (_, { why }) => {
    expect(why).toMatch(/^[A-Z].{10,}\.$/);
  });

  test.each([
    ['recommendation', 'Kept'],
    ['once', 'Expires after 24 hours'],
    [
      'contact',
      '2 years from the day they left or were last written to, whichever is later; then what it says of a person is removed, which leaves the id that the records name, and who took over',
    ],
  ])('is told in a sentence: %s', (kind, words) => {
    expect(keptHowLong(retentionRules[kind]!)).toBe(words);
  });
});

describe('the details of somebody who left', () => {
  test('may go two years after they left and were last written to, not a day before', () => {
    expect(removableFrom(left())).toBe('2023-03-31');
    const dueOn = (today: string) => dueNow({ on: asDay(today), left: [left()], mails: [] });
    expect(dueOn('2023-03-30')).toMatchObject({ due: [], needed: 0, later: 1 });
    expect(dueOn('2023-03-31')).toMatchObject({ due: [{ contact: { id: 'anna' } }], needed: 0, later: 0 });
  });

  test('are counted to the last of a shorter month', () => {
    expect(removableFrom(left({}, { lastOn: asDay('2020-02-29') }))).toBe('2022-02-28');
  });

  test('stay as long as something needs them', () => {
    const needed = left({}, { neededBy: ['chairs a board'] });
    expect(removableFrom(needed)).toBeUndefined();
    expect(dueNow({ on: asDay('2030-01-01'), left: [needed], mails: [] })).toEqual({
      due: [],
      needed: 1,
      later: 0,
    });
  });

  test.each([
    ['somebody in post', { status: 'active' as const }],
    ['a team mailbox', { kind: 'team' as const }],
  ])('are those of %s: never', (_, of) => {
    expect(removableFrom(left(of))).toBeUndefined();
  });

  test('stay where nobody knows when there was last anything with them', () => {
    const unknown = left({}, { lastOn: undefined });
    expect(removableFrom(unknown)).toBeUndefined();
    expect(dueNow({ on: asDay('2999-12-31'), left: [unknown], mails: [] })).toEqual({
      due: [],
      needed: 0,
      later: 1,
    });
  });

  test('that are gone are not due again, and not counted', () => {
    const gone = left({ detailsRemovedOn: asDay('2023-04-01') });
    expect(dueNow({ on: asDay('2030-01-01'), left: [gone], mails: [] })).toEqual({
      due: [],
      needed: 0,
      later: 0,
    });
  });
});

describe('the words of a mail', () => {
  test('may go six years after it was planned, not a day before', () => {
    expect(wordsRemovableFrom(asDay('2020-10-26'))).toBe('2026-10-26');
    expect(wordsRemovableFrom(asDay('2020-02-29'))).toBe('2026-02-28');
  });

  test('are due together for each contact, with the day of the last', () => {
    const mails = [
      sampleMail('one', [], { plannedOn: asDay('2020-01-06') }),
      sampleMail('two', [], { plannedOn: asDay('2020-03-02') }),
      sampleMail('three', [], { plannedOn: asDay('2020-02-03'), recipientId: 'sue' }),
      sampleMail('four', [], { plannedOn: asDay('2020-03-03') }),
    ];
    expect(dueNow({ on: asDay('2026-03-02'), left: [], mails }).due).toMatchObject([
      {
        contactId: 'anna',
        mails: [{ id: 'one' }, { id: 'two' }],
        firstOn: '2020-01-06',
        lastOn: '2020-03-02',
      },
      { contactId: 'sue', mails: [{ id: 'three' }], firstOn: '2020-02-03', lastOn: '2020-02-03' },
    ]);
  });

  test('are due in parts of forty, the oldest first, in whatever order they were read', () => {
    const mails = Array.from({ length: 45 }, (_, index) =>
      sampleMail(`mail-${String(index).padStart(2, '0')}`, [], {
        plannedOn: addDays(asDay('2020-01-06'), index),
      }),
    );
    const { due } = dueNow({ on: asDay('2026-03-02'), left: [], mails: mails.toReversed() });
    expect(due).toMatchObject([
      { firstOn: '2020-01-06', lastOn: '2020-02-14' },
      { firstOn: '2020-02-15', lastOn: '2020-02-19' },
    ]);
    expect(due.flatMap((each) => ('mails' in each ? each.mails : []))).toEqual(mails);
    expect(countedDue(due)).toEqual({ contacts: 0, mails: 45 });
  });

  test('are looked for up to the month that is six years ago', () => {
    expect(lastMonthOfWords(asDay('2026-02-28'))).toBe('2020-02');
    expect(lastMonthOfWords(asDay('2026-03-01'))).toBe('2020-03');
  });
});
