import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defused, undefused } from '../../../../shared/extract/list/formula.ts';

describe('a cell that a spreadsheet would run', () => {
  test.each(['=1+1', '+44', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1+1', "'=1", "''+1"])(
    '%j gets an apostrophe in front',
    (cell) => {
      expect(defused(cell)).toBe(`'${cell}`);
      expect(undefused(defused(cell))).toBe(cell);
    },
  );

  test.each(['', 'Essex Police', '2019/127918', 'a = b', "'quoted'", ' text', "'"])(
    '%j is left alone',
    (cell) => {
      expect(defused(cell)).toBe(cell);
      expect(undefused(cell)).toBe(cell);
    },
  );

  test('comes back exactly, whatever it is', () => {
    const nasty = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', '\n', 'a', '＝'),
    });
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), (cell) => undefused(defused(cell)) === cell));
  });
});
