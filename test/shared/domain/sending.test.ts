import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  maySend,
  narrowed,
  type Sending,
  sendingChangeInput,
  sendingFrom,
  sendingInput,
  sendingInWords,
  toEveryone,
} from '../../../shared/domain/sending.ts';

const only = (...allowed: string[]): Sending => ({ mode: 'only', allowed });
const nobody: Sending = { mode: 'nobody' };

describe('mail goes', () => {
  test.each<[Sending, string, boolean]>([
    [toEveryone, 'anna@force.example', true],
    [nobody, 'anna@force.example', false],
    [only('anna@force.example'), 'anna@force.example', true],
    [only('anna@force.example'), 'Anna@Force.Example', true],
    [only('anna@force.example'), 'bill@force.example', false],
    [only('anna@force.example'), 'xanna@force.example', false],
    [only('force.example'), 'bill@force.example', true],
    [only('force.example'), 'bill@sub.force.example', false],
    [only('force.example'), 'bill@otherforce.example', false],
    [only('force.example'), 'bill@force.example.org', false],
    [only(), 'anna@force.example', false],
  ])('%j to %s: %s', (to, address, may) => {
    expect(maySend(to, address)).toBe(may);
  });
});

describe('two rules together', () => {
  test.each<[Sending, Sending, Sending]>([
    [toEveryone, toEveryone, toEveryone],
    [toEveryone, only('a.example'), only('a.example')],
    [nobody, toEveryone, nobody],
    [nobody, only('a.example'), nobody],
    [only('a.example'), only('x@a.example', 'y@b.example'), only('x@a.example')],
    [only('a.example', 'b.example'), only('b.example'), only('b.example')],
    [only('a.example'), only('b.example'), nobody],
  ])('%j and %j make %j, whichever comes first', (one, other, both) => {
    expect(narrowed(one, other)).toEqual(both);
    expect(narrowed(other, one)).toEqual(both);
  });

  test('allow what both allow, and nothing else', () => {
    const domain = fc.constantFrom('a.example', 'b.example', 'sub.a.example');
    const address = fc.tuple(fc.constantFrom('x', 'y'), domain).map((parts) => parts.join('@'));
    const list = fc.array(fc.oneof(domain, address), { maxLength: 4 }).map((allowed) => only(...allowed));
    const rule = fc.oneof(list, fc.constant(nobody), fc.constant(toEveryone));
    fc.assert(
      fc.property(rule, rule, address, (one, other, to) => {
        expect(maySend(narrowed(one, other), to)).toBe(maySend(one, to) && maySend(other, to));
      }),
      { numRuns: 1_000 },
    );
  });
});

test.each<[Sending, string]>([
  [toEveryone, 'to everyone'],
  [nobody, 'to nobody'],
  [only('a.example'), 'only to a.example'],
  [only('a.example', 'b.example'), 'only to a.example and b.example'],
  [only('a.example', 'b.example', 'c.example'), 'only to a.example, b.example and c.example'],
  [
    only('a.example', 'b.example', 'c.example', 'd.example'),
    'only to a.example, b.example, c.example and 1 more',
  ],
])('%j is said: %s', (to, words) => {
  expect(sendingInWords(to)).toBe(words);
});

describe('what a person chooses', () => {
  const chosen = (given: object) => {
    const parsed = sendingInput.safeParse(given);
    return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message);
  };
  test.each([
    [{ mode: 'everyone' }, toEveryone],
    [{ mode: 'nobody', allowed: ['a.example'] }, nobody],
    [
      { mode: 'only', allowed: ['A.Example', '@a.example', 'x@a.example '] },
      only('a.example', 'x@a.example'),
    ],
  ])('%j is kept as %j', (given, kept) => {
    expect(chosen(given)).toEqual(kept);
  });
  const notOne = 'Enter each as an address, like name@example.police.uk, or a domain, like example.police.uk';
  test.each([
    [{ mode: 'some' }, 'Choose to whom mail goes'],
    [{ mode: 'only', allowed: [] }, 'Enter at least one address or domain'],
    [{ mode: 'only' }, 'Enter at least one address or domain'],
    [{ mode: 'only', allowed: ['example'] }, notOne],
    [{ mode: 'only', allowed: ['a b@c.example'] }, notOne],
    [{ mode: 'only', allowed: ['*.example'] }, notOne],
    [
      { mode: 'only', allowed: Array.from({ length: 51 }, (_, n) => `n${n}.example`) },
      'Enter 50 addresses and domains or fewer',
    ],
    [{ mode: 'everyone', who: 'x' }, 'There is no field called who'],
  ])('%j is refused', (given, message) => {
    expect(chosen(given)).toContain(message);
  });
  test('50 are not too many', () => {
    const allowed = Array.from({ length: 50 }, (_, n) => `n${n}.example`);
    expect(chosen({ mode: 'only', allowed })).toEqual(only(...allowed));
  });
  test('names the version it was decided on', () => {
    const change = { to: { mode: 'nobody' }, version: 0 };
    expect(sendingChangeInput.safeParse(change).data).toEqual({ to: nobody, version: 0 });
    for (const version of [-1, 0.5, undefined])
      expect(sendingChangeInput.safeParse({ ...change, version }).success).toBe(false);
  });
});

describe('what the environment says', () => {
  test.each<[string, Sending | undefined]>([
    ['everyone', toEveryone],
    [' nobody ', nobody],
    ['anna@force.example, force.example', only('anna@force.example', 'force.example')],
    ['', undefined],
    ['somebody', undefined],
    ['anna@force.example,', undefined],
    ['Everyone', undefined],
  ])('%j is %j', (text, to) => {
    expect(sendingFrom(text)).toEqual(to);
  });
});
