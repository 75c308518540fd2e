import { describe, expect, test } from 'vitest';
import { type ChainHead, chained, headAfter } from '../../../shared/domain/audit-chain.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { brokenLinks, type Entry } from '../../../shared/domain/broken-chain.ts';
import { found, hash, historyOf } from './chain.ts';

const { events, head } = historyOf(4);
const [one, two, three, four] = events as [AuditEvent, AuditEvent, AuditEvent, AuditEvent];
const wrongIn = (entries: readonly Entry[], end: ChainHead | undefined = head) =>
  brokenLinks(entries, end, hash);
const wrong = (...of: AuditEvent[]) => wrongIn(of.map(found));

/** The event as somebody who knows the rule would forge it: altered, in its place, with a hash that fits. */
const forged = ({ position, previous, hash: _, ...event }: AuditEvent, end: Partial<ChainHead> = {}) =>
  chained({ ...event, by: 'Sam' }, { length: position - 1, hash: previous, ...end }, hash);

describe('nothing is wrong', () => {
  test('with a chain that nobody has touched, in whatever order it is read', () => {
    expect(wrong(one, two, three, four)).toEqual([]);
    const long = historyOf(11);
    expect(wrongIn(long.events.toReversed().map(found), long.head)).toEqual([]);
  });

  test('with a chain that has not begun', () => {
    expect(brokenLinks([], undefined, hash)).toEqual([]);
  });
});

describe('one entry', () => {
  test('that was altered no longer has its hash', () => {
    expect(wrong(one, { ...two, by: 'Sam' }, three, four)).toEqual([
      { position: 2, says: 'has been altered: it does not match its own hash' },
    ]);
  });

  test('in whose item anything stands that was not hashed has been altered', () => {
    const more = { ...found(two), content: { ...two, more: true } };
    expect(wrongIn([found(one), more, found(three), found(four)])).toEqual([
      { position: 2, says: 'has been altered: it does not match its own hash' },
    ]);
  });

  test('that was altered and given a hash that fits is not what the next one follows', () => {
    expect(wrong(one, forged(two), three, four)).toEqual([{ position: 3, says: 'does not follow entry 2' }]);
  });

  test('that was altered so is not what the head names, where it is the last', () => {
    expect(wrong(one, two, three, forged(four))).toEqual([
      { position: 4, says: 'is not the one that the head of the chain names' },
    ]);
  });

  test('that follows something itself does not begin the chain', () => {
    const first = forged(one, { hash: 'f'.repeat(64) });
    expect(brokenLinks([found(first)], headAfter(first), hash)).toEqual([
      { position: 1, says: 'does not begin the chain' },
    ]);
  });

  test('that lies elsewhere than it belongs is in the wrong place', () => {
    const elsewhere = { ...found(two), inPlace: false };
    expect(wrongIn([found(one), elsewhere, found(three), found(four)])).toEqual([
      { position: 2, says: 'is kept in the wrong place' },
    ]);
  });

  test('can be wrong in every way at once', () => {
    const event = { ...two, by: 'Sam', previous: 'f'.repeat(64) };
    const worst = { event, content: event, inPlace: false };
    expect(wrongIn([found(one), worst, found(three), found(four)])).toEqual([
      { position: 2, says: 'has been altered: it does not match its own hash' },
      { position: 2, says: 'does not follow entry 1' },
      { position: 2, says: 'is kept in the wrong place' },
    ]);
  });
});

describe('an entry that is not there', () => {
  test.each([
    ['the first', [two, three, four], { position: 1, says: 'is missing' }],
    ['one between', [one, three, four], { position: 2, says: 'is missing' }],
    ['two between', [one, four], { position: 2, says: 'is missing, and all up to entry 3' }],
    ['the last', [one, two, three], { position: 4, says: 'is missing' }],
    ['all but the first', [one], { position: 2, says: 'is missing, and all up to entry 4' }],
    ['every one', [], { position: 1, says: 'is missing, and all up to entry 4' }],
  ])('leaves a gap: %s', (_, rest, finding) => {
    expect(wrong(...rest)).toEqual([finding]);
  });
});

describe('entries too many', () => {
  test('in one place are counted, and neither is the one that the next should follow', () => {
    expect(wrong(one, forged(two), two, three, four)).toEqual([
      { position: 2, says: 'stands there 2 times' },
    ]);
    expect(wrong(one, two, three, forged(four), four)).toEqual([
      { position: 4, says: 'stands there 2 times' },
    ]);
  });

  test('without a place stand outside the chain, each by itself, whether it has begun or not', () => {
    const outside = { says: 'an entry stands outside the chain: it was saved without a place in it' };
    const early = { ...one, position: 0 };
    expect(wrong(early, one, two, three, four, early)).toEqual([outside, outside]);
    expect(brokenLinks([found(early)], undefined, hash)).toEqual([outside]);
  });
});

describe('the head of a chain', () => {
  test('that is missing leaves its end unknown', () => {
    expect(brokenLinks([found(one)], undefined, hash)).toEqual([
      { says: 'the head of the chain is missing, so its end cannot be known' },
    ]);
  });

  test('that was set back counts fewer than there are', () => {
    expect(wrongIn(events.map(found), headAfter(three))).toEqual([
      { says: 'there are entries up to 4, but the chain ends with entry 3' },
    ]);
  });
});
