import { describe, expect, test } from 'vitest';
import type { Found } from '../../../../shared/extract/page/found.ts';
import { type ReadPage, readPage } from '../../../../shared/extract/page/read-page.ts';
import { accepted } from '../../../support/sample-records.ts';
import { republished, source, unnumbered } from './learning-pages.ts';

const read = (pasted: string): ReadPage => accepted(readPage(pasted));
const valuesOf = (of: object) =>
  Object.fromEntries(
    Object.entries(of).map(([field, found]) => [
      field,
      Array.isArray(found) ? found.map((each) => each.value ?? each) : (found?.value ?? found),
    ]),
  );
const notes = ({ unread }: ReadPage) => unread.map(({ field, number, message }) => [field, number, message]);

describe('a republished learning page', () => {
  const page = read(republished);

  test('gives the case', () =>
    expect(valuesOf(page.case)).toEqual({
      reference: '2019/127918',
      title: 'Police response to a domestic incident - Essex Police, September 2020',
      summary: expect.stringMatching(/^Essex Police received .* had happened …$/),
      topics: ['Domestic abuse', 'Welfare and vulnerable people'],
      body: 'Essex Police',
      linkedBodies: ['Kent Police'],
      madeOn: '2020-09-29',
      publishedDueOn: '2020-11-24',
    }));

  test('gives each recommendation with its answer, word for word', () =>
    expect(page.recommendations.map(valuesOf)).toEqual([
      {
        number: 1,
        printedNumber: 1,
        text: 'The IOPC recommends that Essex Police should review its training with specific reference to: In this case, no checks were made.',
        addressee: 'Essex Police',
        linkedBodies: ['Essex Police', 'Kent Police'],
        acceptance: 'accepted',
        response:
          'We accept the recommendation in full. The intention is to report progress back to the IOPC in 4-6mths.',
        suggestions: [],
      },
      {
        number: 2,
        printedNumber: 2,
        text: 'The IOPC recommends that any new policy should include: a) clear direction once it becomes availableb) instructions about the checks.',
        addressee: 'Essex Police',
        linkedBodies: ['Essex Police'],
        acceptance: 'accepted',
        response: 'It is our intention to update you with the new policy within 3 months.',
        suggestions: [],
      },
    ]));

  test('says what could not be read and what is doubtful', () =>
    expect(notes(page)).toEqual([
      [
        'reference',
        undefined,
        'The page calls this “Essex Police Ref”. It has the form of the IOPC’s own reference: check it',
      ],
      ['link', undefined, 'The address of the page is not in what was pasted'],
      ['summary', undefined, 'It is cut off on the page. The page itself may have more'],
      ['text', 1, expect.stringContaining('A list seems to be missing after “…cific reference to:')],
      ['respondedOn', 1, 'The page does not print the date of the response: ask for it'],
      ['text', 2, expect.stringContaining('Words are joined at “…e it becomes availableb)')],
      ['respondedOn', 2, 'The page does not print the date of the response: ask for it'],
    ]));

  test('is the same with other line ends, hard spaces and joined labels', () => {
    const joined = republished
      .replaceAll('\n', '\r\n')
      .replaceAll('Essex Police Ref', 'Essex\u00a0Police Ref')
      .replace('2019/127918 Recommended', '2019/127918Recommended')
      .replace('2020 Response due', '2020Response due')
      .replace('Domestic abuse Welfare', 'Domestic abuseWelfare')
      .replace('Addressed to: Essex Police\r\nLinked', 'Addressed to: Essex PoliceLinked')
      .replace('Accepted\r\nForce response', 'AcceptedForce response');
    const other = read(joined);
    expect(valuesOf(other.case)).toEqual(valuesOf(page.case));
    expect(other.recommendations.map(valuesOf)).toEqual(page.recommendations.map(valuesOf));
  });
});

describe('a page of the IOPC', () => {
  test('needs no numbers', () => {
    const page = read(unnumbered);
    expect(valuesOf(page.case)).toMatchObject({
      reference: '2014/012345',
      title: 'Recommendation - Kent Police, May 2015',
      summary: expect.stringMatching(/^A man was arrested .* night\.$/),
      body: 'Kent Police',
      madeOn: '2015-05-19',
      publishedDueOn: '2015-07-14',
    });
    expect(page.recommendations.map(valuesOf)).toEqual([
      {
        number: 1,
        text: 'The IPCC recommends that Kent Police looks at its policy.\nTwo paragraphs belong to it.',
        linkedBodies: [],
        acceptance: 'not-accepted',
        response: 'The policy was looked at last year.',
        suggestions: [],
      },
    ]);
  });

  test('can be its source: nothing of it is run, and its address is kept', () => {
    const page = read(source);
    expect(valuesOf(page.case)).toMatchObject({
      reference: '2014/012345',
      title: 'Recommendation - Kent Police, May 2015',
      topics: ['Custody and detention'],
      linkedBodies: ['Surrey Police'],
      madeOn: '2015-05-19',
      link: 'https://www.policeconduct.gov.uk/our-work/learning/kent-may-2015',
    });
    expect(page.recommendations[0]!.text!.value.split(/\n+/)).toEqual([
      'The IPCC recommends that Kent Police does:',
      '• one thing',
      '• another',
    ]);
    expect(page.kept).not.toMatch(/color|document|Home|© IOPC/);
  });

  test('may have its parts in another order', () => {
    const [head, ...rest] = unnumbered.split('\nIOPC reference\n');
    const labels = 'IOPC reference: 2014/012345\nDate of recommendation: Tuesday, 19 May, 2015';
    const page = read(`${labels}\n${head}\n${rest[0]!.slice(rest[0]!.indexOf('Recommendations'))}`);
    expect(valuesOf(page.case)).toMatchObject({
      reference: '2014/012345',
      body: 'Kent Police',
      madeOn: '2015-05-19',
    });
    expect(notes(page)).toContainEqual([
      'publishedDueOn',
      undefined,
      'The date the response is due was not found',
    ]);
  });

  test('says that a label has no date, and that a weekday is wrong', () => {
    const page = read(
      unnumbered.replace('Tuesday, 19 May', 'Friday, 19 May').replace('Tuesday, 14 July, 2015', ''),
    );
    expect(page.case.madeOn).toBeUndefined();
    expect(page.case.publishedDueOn).toBeUndefined();
    expect(notes(page)).toEqual(
      expect.arrayContaining([
        ['madeOn', undefined, expect.stringContaining('“Friday, 19 May, 2015” was a Tuesday')],
        ['publishedDueOn', undefined, 'The date the response is due has a label and no date'],
      ]),
    );
  });

  test('that says yes and no at once leaves the answer open', () => {
    const page = read(republished.replace('recommendation? Yes', 'recommendation? No'));
    expect(page.recommendations[0]!.acceptance).toBeUndefined();
    expect(notes(page)).toContainEqual([
      'acceptance',
      1,
      'The page says both “No” and “Accepted”. Choose which it is',
    ]);
  });

  test('takes a sentence about another recommendation for no heading', () => {
    const page = read(
      republished.replace('in full. The', 'in full.\nRecommendation 2 is answered below.\nThe'),
    );
    expect(page.recommendations).toHaveLength(2);
    expect(page.recommendations[0]!.response!.value).toContain('Recommendation 2 is answered below.');
  });

  test('asks the reader of promises for each response', () => {
    const asked = accepted(
      readPage(republished, (text, respondedOn) => [{ text: text.slice(0, 9), respondedOn }]),
    );
    expect(asked.recommendations.flatMap(({ suggestions }) => suggestions)).toEqual([
      { text: 'We accept', respondedOn: null },
      { text: 'It is our', respondedOn: null },
    ]);
  });
});

describe('every place', () => {
  test.each([republished, unnumbered, source])('points at the words it was read from', (pasted) => {
    const { kept, case: of, recommendations } = read(pasted);
    const found = [of, ...recommendations]
      .flatMap((each) => Object.entries(each))
      .flatMap(([field, value]) =>
        [value]
          .flat()
          .filter((each) => Object(each) === each)
          .map((each) => [field, each as Found<unknown>] as const),
      );
    expect(found.length).toBeGreaterThan(8);
    for (const [field, { value, start, end }] of found) {
      const words = kept.slice(start, end);
      if (/On$/.test(field)) expect(words).toMatch(/\d{4}$/);
      else if (field === 'printedNumber') expect(words).toBe(`Recommendation ${value}`);
      else if (field === 'acceptance') expect(words).toMatch(/^(Yes|No|Accepted)$/);
      else expect(words).toBe(value);
    }
  });
});

describe('what is refused', () => {
  test.each([
    ['nothing', ' \u00a0\u200b\r\n', 'nothing-pasted'],
    ['what is no learning page', 'Dear colleague, please find the minutes attached.', 'no-learning-page'],
    ['a page of too many tags', `<html>${'<div>'.repeat(10_000)}`, 'too-long'],
    ['a page of too many lines', 'Recommendation 1\n'.repeat(3_001), 'too-long'],
    ['a page that is too long', `Recommendation 1\n${'x '.repeat(60_000)}`, 'too-long'],
  ])('%s', (_, pasted, code) => expect(readPage(pasted)).toMatchObject({ refused: code, field: 'page' }));

  test('is not a page of exactly 100,000 characters', () => {
    const page = `Recommendation 1\n${'x'.repeat(100_000 - 'Recommendation 1\n'.length)}`;
    expect(read(page).kept).toHaveLength(100_000);
    expect(readPage(`${page}x`)).toMatchObject({ refused: 'too-long' });
  });
});
