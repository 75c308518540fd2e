import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { mail, mailLine, mailStates, neverTells } from '../../../shared/domain/mail.ts';
import { decide } from '../../../shared/domain/night.ts';
import { calendar, everyone, inFourToSixMonths, promisedDuty } from './essex.ts';

const decision = decide(promisedDuty(inFourToSixMonths), everyone, asDay('2021-07-15'), calendar);
const lines = 'reminders' in decision ? decision.reminders.map(({ line }) => line) : [];
const pending = {
  id: 'mail-1',
  nightId: 'night-1',
  plannedOn: '2021-07-15',
  recipientId: 'owner-1',
  state: 'PENDING',
  lines,
  attempt: 0,
};

describe('a mail', () => {
  test('carries the lines a night decides on', () => {
    expect(lines).toHaveLength(3);
    expect(mail.parse(pending).lines).toEqual(lines);
  });

  test('has at least one line', () => {
    expect(mail.safeParse({ ...pending, lines: [] }).success).toBe(false);
    expect(mail.safeParse({ ...pending, lines: lines.slice(0, 1) }).success).toBe(true);
  });

  test('that is a summary has none, because its words are kept beside it', () => {
    const summary = { ...pending, kind: 'summary' };
    expect(mail.safeParse({ ...summary, lines: [] }).success).toBe(true);
    expect(mail.safeParse(summary).error?.issues).toMatchObject([
      { path: ['lines'], message: 'A mail of reminders has lines, a summary has none' },
    ]);
    expect(mail.safeParse({ ...pending, kind: 'reminders', lines: [] }).success).toBe(false);
    expect(mail.safeParse({ ...pending, kind: 'reminders' }).success).toBe(true);
  });

  test('is in one of the states people can be told of', () => {
    for (const state of Object.keys(mailStates))
      expect(mail.safeParse({ ...pending, state }).success).toBe(true);
    expect(mail.safeParse({ ...pending, state: 'LOST' }).success).toBe(false);
  });

  test('keeps no line whose days are not real or whose role is unknown', () => {
    expect(mailLine.safeParse({ ...lines[0], stageOn: '2021-02-30' }).success).toBe(false);
    expect(mailLine.safeParse({ ...lines[0], role: 'deputy' }).success).toBe(false);
  });
});

describe('a reminder that a mail never tells of', () => {
  const sent = mail.parse({ ...pending, state: 'SENT' });
  const [first] = sent.lines;

  test('is one it was superseded with, or one that was dropped from it', () => {
    for (const line of sent.lines) {
      expect(neverTells(sent, line)).toBe(false);
      expect(neverTells({ ...sent, state: 'PENDING' }, line)).toBe(false);
      expect(neverTells({ ...sent, state: 'SUPERSEDED' }, line)).toBe(true);
    }
    expect(neverTells({ ...sent, lines: [] }, first!)).toBe(true);
  });

  test.each([
    ['another deadline', { deadlineId: '2019-127918.1.update-2' }],
    ['another revision of its dates', { revision: 2 }],
    ['another stage', { stage: '+7' }],
  ])('is one of %s', (_, other) => {
    expect(neverTells(sent, { ...first!, ...other })).toBe(true);
  });
});
