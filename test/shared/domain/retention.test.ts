import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import {
  dueNow,
  type LeftContact,
  removableFrom,
  retentionRules,
  wordsRemovableFrom,
} from '../../../shared/domain/retention.ts';
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
});

describe('the details of somebody who left', () => {
  test('may go two years after they left and were last written to, not a day before', () => {
    expect(removableFrom(left())).toBe('2023-03-31');
    const dueOn = (today: string) => dueNow({ left: [left()], mails: [] }, asDay(today));
    expect(dueOn('2023-03-30')).toMatchObject({ due: [], needed: 0, later: 1 });
    expect(dueOn('2023-03-31')).toMatchObject({ due: [{ contact: { id: 'anna' } }], needed: 0, later: 0 });
  });

  test('are counted to the last of a shorter month', () => {
    expect(removableFrom(left({}, { lastOn: asDay('2020-02-29') }))).toBe('2022-02-28');
  });

  test('stay as long as something needs them', () => {
    const needed = left({}, { neededBy: ['chairs a board'] });
    expect(removableFrom(needed)).toBeUndefined();
    expect(dueNow({ left: [needed], mails: [] }, asDay('2030-01-01'))).toEqual({
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

  test('that are gone are not due again, and not counted', () => {
    const gone = left({ detailsRemovedOn: asDay('2023-04-01') });
    expect(dueNow({ left: [gone], mails: [] }, asDay('2030-01-01'))).toEqual({
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
    expect(dueNow({ left: [], mails }, asDay('2026-03-02')).due).toMatchObject([
      { contactId: 'anna', mails: [{ id: 'one' }, { id: 'two' }], lastOn: '2020-03-02' },
      { contactId: 'sue', mails: [{ id: 'three' }], lastOn: '2020-02-03' },
    ]);
  });
});
