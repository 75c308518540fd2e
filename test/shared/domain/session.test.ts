import { describe, expect, test } from 'vitest';
import { asInstant } from '../../../shared/domain/london.ts';
import {
  isFresh,
  isSessionLive,
  isTouchDue,
  newSession,
  type Session,
} from '../../../shared/domain/session.ts';
import { sampleSession } from '../../support/sample-records.ts';

const at = (time: string) => asInstant(`2020-11-20T${time}Z`);
const made = { id: 'hash', formToken: 'token' };
const staff = newSession({ staffId: 'ada', staffVersion: 3 }, made, at('09:00:00'));
const owner = newSession({ email: 'anna@force.example', contactIds: ['anna'] }, made, at('09:00:00'));
const seen = (session: Session, lastSeenAt: string) => ({ ...session, lastSeenAt: at(lastSeenAt) });

describe('a session that begins at nine', () => {
  test('of staff ends at five, and is dropped then', () => {
    expect(staff).toMatchObject({
      startedAt: at('09:00:00'),
      lastSeenAt: at('09:00:00'),
      endsAt: at('17:00:00.000'),
    });
    expect(staff.expiresAt).toBe(Date.parse('2020-11-20T17:00:00Z') / 1_000);
  });

  test('of an owner ends at ten', () => {
    expect(owner.endsAt).toBe(at('10:00:00.000'));
  });

  test('over the night on which the clocks go back lasts eight hours all the same', () => {
    const late = newSession({ staffId: 'ada', staffVersion: 1 }, made, asInstant('2020-10-24T23:00:00Z'));
    expect(late.endsAt).toBe('2020-10-25T07:00:00.000Z');
  });
});

describe('a session lets somebody in', () => {
  test.each([
    ['09:29:59.999', true],
    ['09:30:00', false],
    ['09:30:00.001', false],
  ])('while idle for less than 30 minutes: seen at 09:00, at %s: %s', (now, live) => {
    expect(isSessionLive(staff, at(now))).toBe(live);
    expect(isSessionLive(owner, at(now))).toBe(live);
  });

  test.each([
    ['16:59:59.999', true],
    ['17:00:00', false],
    ['17:00:00.001', false],
  ])('for less than eight hours however busy it is: at %s: %s', (now, live) => {
    expect(isSessionLive(seen(staff, '16:59:00'), at(now))).toBe(live);
  });

  test.each([
    ['09:59:59.999', true],
    ['10:00:00', false],
  ])('for less than an hour where it is an owner’s: at %s: %s', (now, live) => {
    expect(isSessionLive(seen(owner, '09:59:00'), at(now))).toBe(live);
  });

  test('until it is ended', () => {
    expect(isSessionLive(sampleSession(), at('09:01:00'))).toBe(true);
    expect(isSessionLive(sampleSession({ endedAt: at('09:00:30') }), at('09:01:00'))).toBe(false);
  });
});

describe('that a session was seen', () => {
  test.each([
    ['09:00:59.999', false],
    ['09:01:00', true],
  ])('is written down once a minute: written at 09:00, at %s: %s', (now, due) => {
    expect(isTouchDue(staff, at(now))).toBe(due);
  });
});

test.each([
  ['09:14:59.999', true],
  ['09:15:00', false],
])('who proved at nine who they are need not do it again to change who gets in, at %s: %s', (now, fresh) => {
  expect(isFresh({ provenAt: at('09:00:00') }, at(now))).toBe(fresh);
});

test('of whom nobody knows when they proved it does it again at once', () => {
  expect(isFresh({}, at('09:00:00'))).toBe(false);
});
