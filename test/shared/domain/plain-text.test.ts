import { describe, expect, test } from 'vitest';
import { plainText } from '../../../shared/domain/plain-text.ts';

const read = (...bytes: number[]) => plainText(new Uint8Array(bytes));
const [A, pound, eAcute] = [0x41, 0xa3, 0xe9];

describe('the text in a file', () => {
  test.each([
    ['UTF-8', [0xc2, 0xa3, 0x35], '£5'],
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, A], 'A'],
    ['an older one-byte set', [pound, 0x35], '£5'],
    ['UTF-16, the small byte first', [0xff, 0xfe, A, 0, pound, 0], 'A£'],
    ['UTF-16, the large byte first', [0xfe, 0xff, 0, A, 0, pound], 'A£'],
    ['a one-byte set whose first letter is half of that mark', [0xff, eAcute], 'ÿé'],
    ['a one-byte set whose first letter is the other half', [0xfe, eAcute], 'þé'],
    ['a one-byte set whose second letter is half of that mark', [A, 0xfe], 'Aþ'],
    ['a one-byte set whose second letter is the other half', [A, 0xff], 'Aÿ'],
    ['two halves that do not belong together', [0xff, 0xff], 'ÿÿ'],
    ['two others that do not', [0xfe, 0xfe], 'þþ'],
    ['lines, tabs and pages', [A, 0x09, 0x0a, 0x0c, 0x0d], 'A\t\n\f\r'],
    ['nothing', [], ''],
  ])('is read from %s', (_, bytes, text) => {
    expect(read(...bytes)).toBe(text);
  });

  test.each([
    ['a null', [A, 0]],
    ['an escape', [A, 0x1b]],
    ['a delete', [A, 0x7f]],
    ['a null in a one-byte set', [pound, 0]],
    ['UTF-16 cut in half', [0xff, 0xfe, A]],
    ['UTF-16 with a null', [0xfe, 0xff, 0, 0]],
  ])('is none where there is %s', (_, bytes) => {
    expect(read(...bytes)).toBeUndefined();
  });
});
