import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/domain/case.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { resume } from '../../../shared/domain/judicial-review.ts';
import { wordingOf } from '../../../shared/mail/wording.ts';
import { allowed, essexCase, essexRecommendation, responseDuty } from '../domain/essex.ts';
import { itemFor } from './letters.ts';

const d = asDay;
const words = (today: string, of: Partial<Case> = {}) =>
  wordingOf(itemFor(responseDuty(of), {}, { learningCase: { ...essexCase, ...of } }), d(today));

describe('a response: the law’s last day 23 November 2020, published for 24 November', () => {
  const both = 'That is the law’s last day; the date on the published page is Tuesday 24 November 2020.';

  test.each([
    [
      '2020-10-26',
      'response due in 28 days, by 23 November 2020',
      `The response is due by Monday 23 November 2020 (in 28 days). ${both}`,
    ],
    [
      '2020-11-22',
      'response due tomorrow',
      `The response is due by Monday 23 November 2020 (tomorrow). ${both}`,
    ],
    ['2020-11-23', 'response due today', `The response is due by Monday 23 November 2020 (today). ${both}`],
    [
      '2020-11-24',
      'response due today',
      'The law’s last day, Monday 23 November 2020, has passed. The date on the published page is Tuesday 24 November 2020 (today).',
    ],
    [
      '2020-11-25',
      'response overdue, 1 day late',
      'The response was due by Tuesday 24 November 2020 and is 1 day late.',
    ],
  ])('on %s: %s', (today, state, sentence) => {
    expect(words(today)).toMatchObject({ state, sentence });
  });
});

describe('a response published for an earlier day than the law’s', () => {
  const early = { publishedDueOn: d('2020-11-16') };

  test.each([
    [
      '2020-11-16',
      'response due today',
      'The response is due by Monday 16 November 2020 (today). That is the date on the published page; the law’s last day is Monday 23 November 2020.',
    ],
    [
      '2020-11-17',
      'response due in 6 days, by 23 November 2020',
      'The date on the published page, Monday 16 November 2020, has passed. The law’s last day is Monday 23 November 2020 (in 6 days).',
    ],
    [
      '2020-11-24',
      'response overdue, 1 day late',
      'The response was due by Monday 23 November 2020 and is 1 day late.',
    ],
  ])('on %s: %s; each date is named as what it is', (today, state, sentence) => {
    expect(words(today, early)).toMatchObject({ state, sentence });
  });
});

test.each([
  ['2020-11-23', { publishedDueOn: d('2020-11-23') }],
  ['2020-11-23', { publishedDueOn: undefined }],
])('with one date for both, only that date is named', (today, of) => {
  expect(words(today, of).sentence).toBe('The response is due by Monday 23 November 2020 (today).');
});

test('without any date it says so', () => {
  expect(
    words('2020-10-27', { source: 'other', legalBasis: 'none', publishedDueOn: undefined }),
  ).toMatchObject({
    state: 'response asked for',
    sentence: 'A response is asked for. No law or page sets a date for it.',
  });
});

test('a published date that a judicial review has made later is not said to stand on the page', () => {
  const before = { ...responseDuty(), pausedOn: d('2020-11-01') };
  const ended = { until: d('2020-11-10'), why: undefined };
  const resumed = allowed(resume(before, ended, { today: d('2020-11-12'), by: 'Lee' })).deadline;
  expect(wordingOf(itemFor(resumed), d('2020-11-26')).sentence).toBe(
    'The response is due by Thursday 3 December 2020 (in 7 days). That is the law’s last day; the published date (later by the days of the judicial review) is Friday 4 December 2020.',
  );
});

describe('the way to an extension', () => {
  const extension =
    'If more time is needed, the IOPC must receive an application for an extension by the end of Monday 23 November 2020.';

  test.each([
    ['2020-11-22', true],
    ['2020-11-23', true],
    ['2020-11-24', false],
    ['2020-11-25', false],
  ])('on %s it is open: %s', (today, open) => {
    expect(words(today).action.includes(extension)).toBe(open);
    expect(words(today).action.includes('extension')).toBe(open);
  });

  test('is still open after a published day that comes before the law’s', () => {
    const early = { publishedDueOn: d('2020-11-16') };
    expect(words('2020-11-17', early).action).toContain(extension);
    expect(words('2020-11-16', early).action).toContain(extension);
    expect(words('2020-11-24', early).action).not.toContain('extension');
  });

  test.each([
    { legalBasis: 'section-10-advice' },
    { source: 'hmicfrs', legalBasis: 'section-55-report' },
    { source: 'other' },
  ] as const)('is not offered for %j, which paragraph 28B(3) does not cover', (of) => {
    expect(words('2020-10-26', of).action).not.toContain('extension');
  });

  test.each(['2020-11-24', '2020-12-01'])(
    'of a coroner’s report has no last day, so it is offered on %s too',
    (today) => {
      const of = {
        source: 'coroner',
        legalBasis: 'regulation-28-report',
        publishedDueOn: d('2020-12-24'),
      } as const;
      expect(words(today, of).action).toContain(
        'If more time is needed, apply to the coroner for an extension.',
      );
    },
  );
});

test('it asks whether the body the recommendation is addressed to accepts it', () => {
  const recommendation = { ...essexRecommendation, addressee: 'Kent Police' };
  const item = itemFor(responseDuty(), {}, { recommendation });
  expect(wordingOf(item, d('2020-11-25')).action).toBe(
    'Reply with the response. Say whether Kent Police accepts the recommendation, what it will do and by when.',
  );
});
