import { describe, expect, test } from 'vitest';
import {
  chained,
  chainStart,
  endOf,
  fingerprint,
  hashOf,
  headAfter,
} from '../../../shared/domain/audit-chain.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { hash, historyOf, move } from './chain.ts';

const { events } = historyOf(3);
const [first, second, third] = events as [AuditEvent, AuditEvent, AuditEvent];

describe('the place of an event in its chain', () => {
  test('of the first follows the start, sixty-four noughts', () => {
    expect(chained(move(1), undefined, hash)).toMatchObject({ position: 1, previous: '0'.repeat(64) });
    expect(chainStart).toHaveLength(64);
  });

  test('of the next is one further, and names the hash of the last', () => {
    const head = { caseId: '2019-127918', number: 1, length: 7, hash: 'abc' };
    expect(chained(move(8), head, hash)).toMatchObject({ position: 8, previous: 'abc' });
  });

  test('is hashed with all it says, but without the hash itself', () => {
    const { hash: own, ...content } = chained(move(1), undefined, hash);
    expect(own).toBe(hashOf(content, hash));
    expect(hashOf({ ...content, hash: 'another' }, hash)).toBe(own);
    for (const altered of [{ by: 'Sam' }, { position: 2 }, { previous: 'f' }, { at: '2021-02-16' }])
      expect(hashOf({ ...content, ...altered }, hash)).not.toBe(own);
  });
});

test('the head of a chain says what it is about, how long it is and what its last hash is, and nothing more', () => {
  const { hash: own, ...event } = chained(move(1), undefined, hash);
  expect(headAfter({ ...event, hash: own })).toEqual({
    caseId: '2019-127918',
    number: 1,
    length: 1,
    hash: own,
  });
});

describe('how a chain stood at a moment', () => {
  const at = (until: string) => endOf('case 1', events, until);

  test.each([
    ['10:00:59.999', undefined],
    ['10:01:00', `case 1 1 ${first.hash}`],
    ['10:02:59.999', `case 1 2 ${second.hash}`],
    ['10:03:00', `case 1 3 ${third.hash}`],
    ['23:59:59', `case 1 3 ${third.hash}`],
  ])('at %s is %s: an event of that very moment counts', (time, end) => {
    expect(at(`2021-02-15T${time}Z`)).toBe(end);
  });

  test('is by the order of the events: one that follows a later one does not count', () => {
    expect(endOf('case 1', [second, third, first], '2021-02-15T10:02:00Z')).toMatch(/^case 1 2 /);
    expect(endOf('case 1', [third, first, second], '2021-02-15T10:02:00Z')).toBeUndefined();
  });
});

describe('the digest of how many chains stood', () => {
  test('is the same in whatever order they are read', () => {
    expect(fingerprint(['b 1 y', 'a 1 x'], hash)).toBe(fingerprint(['a 1 x', 'b 1 y'], hash));
  });

  test('is another where one is dropped, is altered, or ends where another begins', () => {
    const ends = [['ab', 'c'], ['a', 'bc'], ['ab'], ['abc'], ['ab', 'd'], []];
    expect(new Set(ends.map((each) => fingerprint(each, hash))).size).toBe(ends.length);
  });
});
