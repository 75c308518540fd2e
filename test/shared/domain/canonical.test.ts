import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../shared/domain/canonical.ts';

/** The same value with the keys of every object in another order. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turned(inner)])
      .reverse(),
  );
};

describe('the canonical text of a value', () => {
  test('has its keys in order at every level, keeps the order of lists and leaves out what is undefined', () => {
    const value = { b: [2, { d: null, c: 'é' }], a: 1, e: undefined };
    expect(canonical(value)).toBe('{"a":1,"b":[2,{"c":"é","d":null}]}');
    expect(canonical([3, 1, 2])).toBe('[3,1,2]');
  });

  test('is the same in whatever order the keys come', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonical(turned(value) as object)).toBe(canonical(value));
      }),
    );
  });

  test('is another for another value: text is not number, nothing is not empty, a key is not part of its value', () => {
    const values = [
      { a: 1 },
      { a: '1' },
      { a: null },
      {},
      { a: '' },
      { a: [] },
      { a: {} },
      { 'a":1,"b': 1 },
      { a: 1, b: 1 },
    ];
    expect(new Set(values.map(canonical)).size).toBe(values.length);
  });

  test('can be read back to the value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
