import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseIdOf, caseInput, learningCase, recordCase } from '../../../shared/domain/case.ts';
import { asDay } from '../../../shared/domain/day.ts';

const typed = {
  reference: '2019/127918',
  title: 'Response to a report of domestic abuse',
  source: 'iopc',
  legalBasis: 'paragraph-28A',
  body: 'Essex Police',
  madeOn: '2020-09-29',
  publishedDueOn: '2020-11-24',
};
const recorded = (more: object = {}, today = '2020-10-01') =>
  recordCase(caseInput.parse({ ...typed, ...more }), asDay(today));
const messages = (more: object) =>
  caseInput.safeParse({ ...typed, ...more }).error?.issues.map(({ message }) => message);

describe('recording a case', () => {
  test('keeps what was typed under the id of its reference', () => {
    expect(recorded()).toEqual({ ...typed, id: '2019-127918', topics: [], linkedBodies: [], version: 1 });
  });

  test.each([
    ['2020-09-28', 'made-in-the-future'],
    ['2020-09-29', undefined],
    ['2020-09-30', undefined],
  ])('made 29 September 2020 and recorded %s: %s', (today, refused) => {
    const result = recorded({}, today);
    expect('refused' in result ? result.refused : undefined).toBe(refused);
    if (refused)
      expect(result).toMatchObject({
        field: 'madeOn',
        message: expect.stringContaining('today or in the past'),
      });
  });

  test.each([
    ['2020-09-28', 'due-before-made'],
    ['2020-09-29', undefined],
    ['2020-09-30', undefined],
    ['', undefined],
  ])('made 29 September 2020 and published for %j: %s', (publishedDueOn, refused) => {
    const result = recorded({ publishedDueOn });
    expect('refused' in result ? result.refused : undefined).toBe(refused);
    if (refused)
      expect(result).toMatchObject({
        field: 'publishedDueOn',
        message: 'The published response date must be on or after the day the recommendations were made',
      });
  });
});

describe('the id of a case', () => {
  test.each([
    ['2019/127918', '2019-127918'],
    [' IX/123 (b) ', 'ix-123-b'],
    ['--a--', 'a'],
    ['Ŵ', 'w'],
    ['Ünit 7', 'unit-7'],
    ['Önit 7', 'onit-7'],
    ['警察', ''],
  ])('%s is %j', (reference, id) => {
    expect(caseIdOf(reference)).toBe(id);
  });

  test('can stand in an address and a key, and is the id of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (reference) => {
        const id = caseIdOf(reference);
        expect(id).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(caseIdOf(id)).toBe(id);
      }),
      { numRuns: 500 },
    );
  });

  test('a reference that gives none is refused', () => {
    const needsLetters = 'The reference must contain letters or numbers, like 2019/127918';
    expect(messages({ reference: '///' })).toEqual([needsLetters]);
    expect(messages({ reference: '/1/' })).toBeUndefined();
  });
});

describe('what a person types', () => {
  test.each([
    [{ source: 'newspaper' }, ['Choose where the learning comes from']],
    [{ legalBasis: undefined }, ['Choose what the recommendations were made under']],
    [{ title: '' }, ['Enter the title']],
    [{ body: ' ' }, ['Enter the body the case is addressed to']],
    [{ madeOn: '2020-02-30' }, ['“2020-02-30” is not a real date']],
    [{ link: 'javascript:alert(1)' }, ['The link must be a web address that starts with https://']],
    [{ topics: Array(20).fill('x') }, undefined],
    [{ topics: Array(21).fill('x') }, ['Enter 20 topics or fewer']],
    [{ linkedBodies: Array(50).fill('x') }, undefined],
    [{ linkedBodies: Array(51).fill('x') }, ['Enter 50 linked bodies or fewer']],
    [{ reference: 'x'.repeat(60) }, undefined],
    [{ reference: 'x'.repeat(61) }, ['The reference must be 60 characters or fewer']],
    [{ reference: '㎯'.repeat(10) }, undefined],
    [
      { reference: '㎯'.repeat(60) },
      ['The reference must be 60 characters or fewer when its signs are written out in letters and numbers'],
    ],
    [{ link: 'https://user:pw@evil.example' }, [expect.stringContaining('without a user name or password')]],
    [{ keptPage: 'x'.repeat(100_000) }, undefined],
    [{ keptPage: 'x'.repeat(100_001) }, ['The kept copy of the page must be 100,000 characters or fewer']],
  ])('case %#', (more, expected) => {
    expect(messages(more)).toEqual(expected);
  });

  test('a published date left empty is not given', () => {
    expect(caseInput.parse({ ...typed, publishedDueOn: '' }).publishedDueOn).toBeUndefined();
  });
});

describe('a reference whose id could not be opened', () => {
  // '㎏' is written out as 'kg'. An id of 60 is the longest that an address takes.
  test.each([
    ['ab', 60, undefined],
    ['abc', 61, expect.stringContaining('60 characters or fewer')],
  ])('%s and 29 times two letters make an id of %i', (end, length, refused) => {
    const reference = `${'㎏'.repeat(29)}${end}`;
    expect(caseIdOf(reference)).toHaveLength(length);
    expect(messages({ reference })).toEqual(refused && [refused]);
  });

  test.each(['New', 'paste', '/new/', 'ＮＥＷ', 'Pásté'])(
    '%s is refused: a form has its address',
    (reference) => {
      expect(messages({ reference })).toEqual([
        'The reference must be more than the word “new” or “paste”, which is the address of a form here',
      ]);
    },
  );

  test.each(['New 1', 'renew', 'paste/2', 'newpaste'])('%s is taken', (reference) => {
    expect(messages({ reference })).toBeUndefined();
  });

  test('that was recorded before such were refused is still read', () => {
    const before = { ...recorded(), reference: 'New', id: 'new', link: 'https://user@example.org' };
    expect(learningCase.parse(before)).toEqual(before);
  });
});
