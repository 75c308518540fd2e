import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { line, longestLine, longestText, optional, text, webAddress } from '../../../shared/domain/text.ts';

const read = (schema: z.ZodType, value: unknown) => {
  const { data, error } = schema.safeParse(value);
  return error ? error.issues[0]!.message : data;
};

const title = () => line('the title');
const summary = () => text('the summary');

describe('verbatim text', () => {
  test('is kept as written, with its line ends as one kind and no space around it', () => {
    expect(read(summary(), '  One.\r\nTwo.\rThree:\n\n\t• four – “five”  \n')).toBe(
      'One.\nTwo.\nThree:\n\n\t• four – “five”',
    );
  });

  test.each(['', ' ', '\n\t\r\n', '\u00a0', '\u200b\u00ad'])('%j is nothing', (blank) => {
    expect(read(summary(), blank)).toBe('Enter the summary');
  });

  test.each([undefined, null, 7, ['a']])('%j is no text', (value) => {
    expect(read(summary(), value)).toBe('Enter the summary');
  });

  test('of 20,000 characters at most', () => {
    expect(read(summary(), 'x'.repeat(longestText - 1))).toHaveLength(19_999);
    expect(read(summary(), 'x'.repeat(longestText))).toHaveLength(20_000);
    expect(read(summary(), 'x'.repeat(longestText + 1))).toBe(
      'The summary must be 20,000 characters or fewer',
    );
    expect(read(text('the note', 3), ' abc ')).toBe('abc');
    expect(read(text('the note', 3), 'abcd')).toBe('The note must be 3 characters or fewer');
  });

  test.each([
    ['a null', 'a\u0000b'],
    ['an escape', 'a\u001bb'],
    ['a delete', 'a\u007fb'],
    ['a next-line control', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a reversal of direction', 'invoice\u202efdp.exe'],
    ['an isolate', 'a\u2066b'],
    ['half a character', 'a\ud83db'],
    ['the sign of lost bytes', 'caf\ufffd'],
  ])('%s is refused', (_, damaged) => {
    expect(read(summary(), damaged)).toBe('Retype the summary without the characters that cannot be shown');
    expect(read(title(), damaged)).toBe('Retype the title without the characters that cannot be shown');
  });

  test('Welsh, symbols and pictures are text like any other', () => {
    const words = 'Heddlu Gŵent – £5 ½ ✓ 🚓 é';
    expect(read(title(), words)).toBe(words);
  });

  test('what was kept is kept again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = summary().safeParse(typed);
        if (once.success) expect(read(summary(), once.data)).toBe(once.data);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a line', () => {
  test.each(['a\nb', 'a\r\nb', 'a\rb', 'Subject\nBcc: someone@example.com'])(
    '%j has more than one',
    (lines) => {
      expect(read(title(), lines)).toBe('The title must be on one line');
    },
  );

  test('may end with a line end, which goes', () => {
    expect(read(title(), 'A title\r\n')).toBe('A title');
  });

  test('of 200 characters at most', () => {
    expect(read(title(), 'x'.repeat(longestLine))).toHaveLength(200);
    expect(read(title(), 'x'.repeat(longestLine + 1))).toBe('The title must be 200 characters or fewer');
  });
});

describe('an empty box', () => {
  test.each(['', '   ', '\n', undefined])('%j means not given', (value) => {
    expect(read(optional(title()), value)).toBeUndefined();
  });

  test('what is typed is read as ever', () => {
    expect(read(optional(title()), ' x ')).toBe('x');
    expect(read(optional(title()), 'a\nb')).toBe('The title must be on one line');
  });
});

describe('a web address', () => {
  const link = () => webAddress('the link');

  test.each(['https://policeconduct.gov.uk/a?b=c#d', 'http://example.org', 'HTTPS://EXAMPLE.ORG'])(
    '%s',
    (address) => {
      expect(read(link(), address)).toBe(address);
    },
  );

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,<script>',
    'file:///etc/passwd',
    'mailto:a@b.uk',
    'xhttps://example.org',
    'httpsx://example.org',
    'www.example.org',
    '//example.org',
    'https://',
    'http:evil',
    'https:/example.org',
  ])('%s is none', (address) => {
    expect(read(link(), address)).toBe('The link must be a web address that starts with https://');
  });

  test.each([
    'https://user:pw@evil.example',
    'https://www.gov.uk@evil.example/',
    'https://:pw@evil.example',
    'HTTP://user@evil.example',
  ])('%s says another host than it leads to', (address) => {
    expect(read(link(), address)).toBe(
      'The link must be a web address without a user name or password in it',
    );
  });

  test.each(['https://example.org/@user', 'https://example.org/?to=a:b@c'])(
    '%s has its sign after the host',
    (address) => {
      expect(read(link(), address)).toBe(address);
    },
  );
});
