import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName, longestFileName, sizeInWords } from '../../../shared/domain/file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['minutes.pdf', 'minutes.pdf'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\fakepath\\minutes.pdf', 'minutes.pdf'],
    ['a/b\\..\\c.pdf', 'c.pdf'],
    ['..', 'file'],
    ['.. ..minutes.pdf', 'minutes.pdf'],
    ['minutes.a-long-word', 'minutes.a-long-word'],
    ['', 'file'],
    ['.pdf', 'pdf'],
    ['minutes.pdf. . ', 'minutes.pdf'],
    ['the "final" <minutes>?.pdf', 'the _final_ _minutes__.pdf'],
    ['a\r\nContent-Type: text/html.pdf', 'html.pdf'],
    ['a\r\nX-Header: 1.pdf', 'aX-Header_ 1.pdf'],
    ['minutes\u202efdp.exe', 'minutesfdp.exe'],
    ['mi\u0000nu\u200btes.pdf', 'minutes.pdf'],
    ['Cafe\u0301 plan  2021.pdf', 'Café plan 2021.pdf'],
    ['план 🚓.pdf', 'план 🚓.pdf'],
    ['broken\ud800.pdf', 'broken.pdf'],
  ])('%j is kept as %j', (name, kept) => expect(cleanFileName(name)).toBe(kept));

  it('keeps its extension where it is cut at 120 characters', () => {
    expect(cleanFileName(`${'a'.repeat(116)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`);
    expect(cleanFileName(`${'a'.repeat(117)}.pdf`)).toBe(`${'a'.repeat(116)}.pdf`);
    expect(cleanFileName(`${'a'.repeat(119)} b`)).toBe('a'.repeat(119));
    expect([...cleanFileName('🚓'.repeat(300))]).toHaveLength(longestFileName);
  });

  it('is clean once it was cleaned, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const once = cleanFileName(name);
        expect(cleanFileName(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}/\\"<>:|?*%;]/u);
        expect(once).not.toBe('');
      }),
    );
  });
});

describe('the size of a file in words', () => {
  it.each([
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1 KB'],
    [1_048_063, '1023 KB'],
    [1_048_064, '1.0 MB'],
    [10_485_760, '10.0 MB'],
  ])('%i is %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));
});
