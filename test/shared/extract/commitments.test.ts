import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { findingsIn } from '../../../shared/extract/commitments/sentence.ts';
import { type Token, tokenize } from '../../../shared/extract/commitments/text/tokens.ts';
import { commitmentsIn } from '../../../shared/extract/commitments.ts';

const responded = asDay('2020-11-20');
const essex =
  'We accept the recommendation in full. This recommendation has been presented to the Force’s ‘Learning the Lessons’ board. Any revised training will then be implemented. The intention of Essex Police will be to report progress back to the IOPC in 4-6mths.';

describe('a response', () => {
  test('gives its promises in order, each in its own words, and nothing for a bare acceptance', () => {
    expect(commitmentsIn(essex, responded).map(({ quote, kind }) => [quote.slice(0, 30), kind])).toEqual([
      ['This recommendation has been p', 'completed'],
      ['Any revised training will then', 'none'],
      ['The intention of Essex Police ', 'between'],
    ]);
  });

  test('of 20 November 2020 that says 4-6mths opens on 20 March and closes on 20 May 2021', () => {
    expect(commitmentsIn(essex, responded).at(-1)).toMatchObject({
      kind: 'between',
      earliest: { n: 4, unit: 'month' },
      latest: { n: 6, unit: 'month' },
      opensOn: '2021-03-20',
      dueOn: '2021-05-20',
      anchorOn: '2020-11-20',
      promise: 'report-back',
      promises: { kind: 'between', earliest: 4, latest: 6, unit: 'month' },
    });
  });

  test('waits for what comes first, not for what a review is about', () => {
    const [waiting] = commitmentsIn('Once this is complete, staff will be told.', responded);
    expect(waiting).toMatchObject({ kind: 'none', event: 'Once this is complete' });
    const [asking] = commitmentsIn(
      'We will review whether the policy can be changed or if one is to be written.',
      responded,
    );
    expect(asking).toMatchObject({ kind: 'none', event: null, promises: { kind: 'none' } });
  });

  test('with no day of its own has lengths but no dates, except those its words name', () => {
    const [length] = commitmentsIn('We will report back within 3 months.', null);
    expect(length).toMatchObject({ latest: { n: 3, unit: 'month' }, dateLatest: null, dueOn: null });
    const [month] = commitmentsIn('Training will be delivered in January.', null);
    expect(month).toMatchObject({ kind: 'in', dateLatest: null, dueOn: null, promises: null });
    const [date] = commitmentsIn('Training will be delivered by 31 March 2021.', null);
    expect(date).toMatchObject({ kind: 'by-date', dateLatest: '2021-03-31', dueOn: '2021-03-31' });
  });

  test('put before a board is a step: it may be read as nothing done yet', () => {
    const [step] = commitmentsIn('The recommendation has been presented to the board.', responded);
    expect(step?.kind).toBe('completed');
    expect(step?.alternatives.map(({ kind }) => kind)).toEqual(['none']);
  });

  test('that waits for an event says which', () => {
    const [waits] = commitmentsIn(
      'Once national guidance is available, we will amend the policy.',
      responded,
    );
    expect(waits).toMatchObject({
      kind: 'none',
      promises: { kind: 'on-event' },
      event: 'Once national guidance is available',
    });
  });

  test('with two dates for two things gives two promises', () => {
    const text = 'We will review the policy by 28 February 2021 and deliver training by 30 April 2021.';
    const found = commitmentsIn(text, responded);
    expect(found.map(({ dueOn }) => dueOn)).toEqual(['2021-02-28', '2021-04-30']);
    expect(found.map(({ quote }) => quote).join(' ')).toBe(text);
  });

  test('with a relative and an absolute time that agree gives one promise with both', () => {
    const text = 'The review will be completed in two weeks’ time, on 4th December.';
    const [both, more] = commitmentsIn(text, responded);
    expect(both).toMatchObject({ latest: { n: 2, unit: 'week' }, dateLatest: '2020-12-04' });
    expect(more).toBeUndefined();
  });

  test('keeps what a month, a season or a quarter could also mean', () => {
    const others = (text: string) =>
      commitmentsIn(text, responded)[0]?.alternatives.map(({ kind, dateLatest }) => [kind, dateLatest]);
    expect(others('We will finish by April.')).toEqual([['by-date', '2021-03-31']]);
    expect(others('We will finish in Q4.')).toEqual([['in', '2020-12-31']]);
    expect(others('This could be in place by April.')).toContainEqual([null, null]);
    expect(others('An update will follow in six months.')).toEqual([['within', '2021-05-20']]);
  });

  test('pasted with a list letter joined to the word before is two sentences', () => {
    const text = 'the nature of the call becomes availableb) We will write within 3 months';
    expect(commitmentsIn(text, responded).map(({ quote }) => quote)).toEqual([
      'We will write within 3 months',
    ]);
  });
});

const words = fc.constantFrom(
  ...'we will report by within in the end of March 2021 31/03/21 Q2 / 22 - – 4-6mths next financial year months weeks once has been completed a) ( ) . , ; every ago from between and until not should \n \n\n • ’ “ 😀 é ß İ'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(words, { maxLength: 80 }).map((each) => each.join(' ')),
  fc.tuple(words, words, fc.integer({ min: 1, max: 400 })).map(([a, b, n]) => `${a} ${b} `.repeat(n)),
);
const days = fc.constantFrom(null, responded, asDay('1900-01-01'), asDay('2999-12-31'), asDay('2020-02-29'));

describe('any text at all', () => {
  test('is read without a throw, and every quote stands where it says', () => {
    fc.assert(
      fc.property(text, days, (any, on) => {
        for (const { quote, start, end } of commitmentsIn(any, on)) {
          expect(any.slice(start, end)).toBe(quote);
          expect(end).toBeGreaterThan(start);
          expect(quote.length).toBeLessThanOrEqual(2_000);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    'we will review it by March 2021 and ',
    'we will ',
    'within 3 months ',
    'the ',
    'by ',
    '( ',
    'once it is complete , ',
    'has been ',
    '4 - 6 ',
    'March 2021 ',
    'the next quarterly ',
    'to be completed ',
    ', with results reviewed in ',
    'agreed that it be done ',
    'the last week of March ',
    'moved from March to ',
    'at the March ',
    'police ',
  ])('is read in work that grows as its length: “%s” again and again', (unit) => {
    const [once, twice] = [workOn(unit.repeat(300)), workOn(unit.repeat(600))];
    expect(twice).toBeLessThan(once * 2.1 + 500);
  });
});

/** How many tokens are looked at, all rules together, while one long sentence is read. */
function workOn(sentence: string): number {
  let looks = 0;
  const tokens = new Proxy(tokenize(sentence), {
    get(target, key) {
      if (typeof key === 'string' && key >= '0' && key <= ':') looks += 1;
      return Reflect.get(target, key);
    },
  });
  findingsIn(tokens as Token[], responded);
  return looks;
}
