import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { asInstant } from '../../../shared/domain/london.ts';
import type { Mail, MailState } from '../../../shared/domain/mail.ts';
import { mailStates } from '../../../shared/domain/mail.ts';
import {
  afterReport,
  blamesAddress,
  type Report,
  type Verdict,
  verdictOn,
} from '../../../shared/domain/mail-life.ts';

const line: Mail['lines'][number] = {
  deadlineId: 'case.1.response-1',
  caseId: 'case',
  number: 1,
  revision: 1,
  stage: '-28',
  role: 'owner',
  stageOn: asDay('2020-10-26'),
  mailOn: asDay('2020-10-26'),
  late: false,
  coalesced: [],
};

const mailThat = (of: Partial<Mail>): Mail => ({
  id: 'mail',
  nightId: 'night',
  plannedOn: asDay('2020-10-26'),
  recipientId: 'anna',
  state: 'PENDING',
  lines: [line],
  attempt: 0,
  ...of,
});

const states = Object.keys(mailStates) as MailState[];

describe('a claimed mail of which nothing is heard', () => {
  const claimedAt = '2020-10-26T06:10:00Z';
  const at = (minute: string) => asInstant(`2020-10-26T${minute}:00Z`);
  test.each<[string, string, Verdict]>([
    ['59 minutes', '07:09', 'wait'],
    ['60 minutes', '07:10', 'send-again'],
    ['61 minutes', '07:11', 'send-again'],
  ])('after %s: %s → %s', (_, minute, verdict) => {
    expect(verdictOn(mailThat({ state: 'CLAIMED', claimedAt, attempt: 1 }), at(minute))).toBe(verdict);
  });

  test.each<[number, Verdict]>([
    [1, 'send-again'],
    [2, 'send-again'],
    [3, 'needs-human'],
    [4, 'needs-human'],
  ])('at claim %i, an hour later: %s', (attempt, verdict) => {
    expect(verdictOn(mailThat({ state: 'CLAIMED', claimedAt, attempt }), at('07:10'))).toBe(verdict);
    expect(verdictOn(mailThat({ state: 'CLAIMED', claimedAt, attempt }), at('07:09'))).toBe('wait');
  });

  // 01:30 in British Summer Time and 01:30 an hour later, when the clocks have gone back.
  test.each<[string, Verdict]>([
    ['2020-10-25T01:29:00Z', 'wait'],
    ['2020-10-25T01:30:00Z', 'send-again'],
  ])('waits a real hour while the clocks go back: at %s → %s', (now, verdict) => {
    const mail = mailThat({ state: 'CLAIMED', claimedAt: '2020-10-25T00:30:00Z', attempt: 1 });
    expect(verdictOn(mail, asInstant(now))).toBe(verdict);
  });
});

describe('a sent mail whose delivery is not confirmed', () => {
  const settledAt = '2020-10-26T06:10:00Z';
  test.each<[string, string, Verdict]>([
    ['71 hours', '2020-10-29T05:10:00Z', 'wait'],
    ['a minute less than 72 hours', '2020-10-29T06:09:00Z', 'wait'],
    ['72 hours', '2020-10-29T06:10:00Z', 'unconfirmed'],
    ['73 hours', '2020-10-29T07:10:00Z', 'unconfirmed'],
  ])('after %s (%s): %s', (_, now, verdict) => {
    expect(verdictOn(mailThat({ state: 'SENT', settledAt }), asInstant(now))).toBe(verdict);
  });
});

describe('every other mail', () => {
  const now = asInstant('2020-11-26T06:10:00Z');
  test('that waits to be sent is handed to the sender, whenever it was planned', () => {
    expect(verdictOn(mailThat({ state: 'PENDING' }), now)).toBe('hand-over');
    expect(verdictOn(mailThat({ state: 'PENDING', attempt: 9 }), now)).toBe('hand-over');
  });

  const settled = states.filter((state) => !['PENDING', 'CLAIMED', 'SENT'].includes(state));
  test.each(settled)('%s is left as it is', (state) => {
    const long = '2020-10-26T06:10:00Z';
    expect(verdictOn(mailThat({ state, claimedAt: long, settledAt: long, attempt: 3 }), now)).toBe('wait');
  });
});

describe('a report', () => {
  const at = asInstant('2020-10-26T06:12:00Z');
  const nothingNew = undefined;
  // What each state becomes by each report, worked out by hand.
  const table: Record<MailState, Record<Report, MailState | undefined>> = {
    PENDING: all('SENT', 'DELIVERED', 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    CLAIMED: all('SENT', 'DELIVERED', 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    NEEDS_HUMAN: all('SENT', 'DELIVERED', 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    SUPPRESSED: all('SENT', 'DELIVERED', 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    SENT: all(nothingNew, 'DELIVERED', 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    NO_CONFIRMATION: all(nothingNew, 'DELIVERED', 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    DELIVERED: all(nothingNew, nothingNew, 'BOUNCED', 'BOUNCED', 'COMPLAINED', 'FAILED'),
    FAILED: all(nothingNew, nothingNew, nothingNew, nothingNew, 'COMPLAINED', nothingNew),
    BOUNCED: all(nothingNew, nothingNew, nothingNew, nothingNew, 'COMPLAINED', nothingNew),
    COMPLAINED: all(nothingNew, nothingNew, nothingNew, nothingNew, nothingNew, nothingNew),
    SUPERSEDED: all(nothingNew, nothingNew, nothingNew, nothingNew, nothingNew, nothingNew),
  };
  function all(...after: (MailState | undefined)[]): Record<Report, MailState | undefined> {
    const [sent, delivered, bounced, soft, complained, rejected] = after;
    return { sent, delivered, bounced, 'not-delivered': soft, complained, rejected };
  }
  const every = states.flatMap((state) =>
    Object.entries(table[state]).map(([report, after]) => [state, report as Report, after] as const),
  );

  test.each(every)('%s + %s → %s', (state, report, after) => {
    const found = afterReport(mailThat({ state }), report, 'message-1', at);
    expect(found?.state).toBe(after);
    if (after) expect(found).toMatchObject({ messageId: 'message-1', settledAt: at });
  });

  test('leaves the moment of sending as it was', () => {
    const sent = mailThat({ state: 'SENT', settledAt: '2020-10-26T06:11:00Z' });
    expect(afterReport(sent, 'delivered', 'message-1', at)?.settledAt).toBe('2020-10-26T06:11:00Z');
  });
});

describe('a report that is of an earlier sending', () => {
  const sentAgain = mailThat({ state: 'DELIVERED', messageId: 'second' });

  test.each<[Report, boolean]>([
    ['bounced', true],
    ['complained', true],
    ['not-delivered', false],
    ['rejected', false],
    ['sent', false],
    ['delivered', false],
  ])('%s says something of the address: %s', (report, blames) => {
    expect(blamesAddress(sentAgain, report, 'first')).toBe(blames);
  });

  test('says nothing where the mail’s own end is of that sending', () => {
    expect(blamesAddress(sentAgain, 'bounced', 'second')).toBe(false);
  });

  test('is heard once for each sending', () => {
    const heard = { ...sentAgain, heardLate: ['first'] };
    expect(blamesAddress(heard, 'complained', 'first')).toBe(false);
    expect(blamesAddress(heard, 'complained', 'another')).toBe(true);
  });
});
