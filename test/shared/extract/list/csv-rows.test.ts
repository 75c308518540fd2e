import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRows } from '../../../../shared/extract/list/csv-rows.ts';

describe('a comma-separated file', () => {
  test.each([
    [
      'a,b\n1,"x\r\ny"\n\n\n9,9',
      [
        [2, '1', 'x\r\ny'],
        [6, '9', '9'],
      ],
    ],
    [
      'a,b\r1,2\r3,4',
      [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    ['\ufeffa\r\n"say ""so"""\r\n', [[2, 'say "so"']]],
    ['a,b\n1,', [[2, '1', '']]],
  ])('%j has its rows, each with the line it begins on', (text, rows) =>
    expect(csvRows(text)).toEqual({
      header: expect.any(Array),
      rows: rows.map(([line, ...cells]) => ({ line, cells })),
    }),
  );

  test.each([
    ['a,"b\n1', 1],
    ['a\n"x"y\n', 2],
    ['a\nx"y"\n', 2],
  ])('%j has a quotation mark out of place in line %i', (text, line) =>
    expect(csvRows(text)).toMatchObject({
      refused: 'not-csv',
      message: expect.stringContaining(`out of place in line ${line}`),
    }),
  );

  test('has 200 columns or fewer', () => {
    const wide = (columns: number) => csvRows('a,'.repeat(columns - 1).concat('a\n1\n'));
    expect(wide(200)).toMatchObject({ rows: [{ cells: ['1'] }] });
    expect(wide(201)).toMatchObject({
      refused: 'too-long',
      message: 'The list must have 200 columns or fewer',
    });
  });

  test('that another program wrote is read as it was meant', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', "'"),
      minLength: 1,
      maxLength: 5,
    });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (cells) => {
        const text = stringify([['a', 'b'], ...cells], { record_delimiter: 'windows', quoted: true });
        expect(csvRows(text)).toMatchObject({ rows: cells.map((each) => ({ cells: each })) });
      }),
    );
  });
});
