import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { essex2020 } from '../../infra/local/sample/essex-2020.ts';
import { startSample } from '../../infra/local/sample/start-sample.ts';
import { type LocalTracker, startTracker } from '../../infra/local/tracker.ts';
import { wholeTable } from '../support/whole-table.ts';

let tracker: LocalTracker;
beforeAll(async () => {
  tracker = await startTracker({ folder: null, serviceUrl: 'http://127.0.0.1:3000' });
  await startSample(tracker);
  tracker.clock.moveTo('2020-11-20T11:00:00Z');
});
afterAll(() => tracker.stop());

const learningCase = { ...essex2020.case, reference: '2020/000001' };
const recommendation = { text: 'Review the training.' };
const response = { respondedOn: '2020-11-20', acceptance: 'accepted', text: 'We accept it.' };
const promising = (promise: unknown) => ({
  ...response,
  commitments: [{ quote: 'We will report.', promise }],
});

const cases = '/cases';
const recommendations = '/cases/2019-127918/recommendations';
const responses = `${recommendations}/1/response`;
const update = `${recommendations}/1/promises/1/update`;

const refused: [what: string, path: string, body: unknown, status: number, says: RegExp][] = [
  ['an impossible date', cases, { ...learningCase, madeOn: '2020-02-30' }, 422, /not a real date/],
  [
    '29 February in a year that has none',
    cases,
    { ...learningCase, madeOn: '2019-02-29' },
    422,
    /not a real date/,
  ],
  ['a two-digit year', cases, { ...learningCase, madeOn: '20-09-29' }, 422, /2020-09-29/],
  [
    'a two-digit year with noughts before it',
    cases,
    { ...learningCase, madeOn: '0020-09-29' },
    422,
    /between 1900/,
  ],
  [
    'a date that is a moment',
    cases,
    { ...learningCase, madeOn: '2020-09-29T00:00:00+01:00' },
    422,
    /2020-09-29/,
  ],
  ['a date that is a number', cases, { ...learningCase, madeOn: 20200929 }, 422, /Enter a date/],
  ['a case made tomorrow', cases, { ...learningCase, madeOn: '2020-11-21' }, 422, /today or in the past/],
  [
    'a published date before the case was made',
    cases,
    { ...learningCase, publishedDueOn: '2020-09-28' },
    422,
    /on or after/,
  ],
  ['a case recorded twice', cases, essex2020.case, 409, /2019\/127918 has already been recorded/],
  [
    'a reference without a letter or number',
    cases,
    { ...learningCase, reference: '///' },
    422,
    /letters or numbers/,
  ],
  ['a title of two lines', cases, { ...learningCase, title: 'One\nTwo' }, 422, /one line/],
  ['a script for a link', cases, { ...learningCase, link: 'javascript:alert(1)' }, 422, /web address/],
  ['an unknown source', cases, { ...learningCase, source: 'ombudsman' }, 422, /Choose where/],
  ['nothing at all', cases, {}, 422, /Enter the reference/],
  ['a list for a case', cases, [], 422, /./],
  ['a case that is not there', '/cases/2019-000000/recommendations', recommendation, 404, /no case/],
  ['an empty text', recommendations, { text: '' }, 422, /Enter the text of the recommendation/],
  [
    'a text of nothing but spaces',
    recommendations,
    { text: ' \n\t ' },
    422,
    /Enter the text of the recommendation/,
  ],
  ['400 KB of text', recommendations, { text: 'x'.repeat(400_000) }, 422, /20,000 characters or fewer/],
  ['a control character', recommendations, { text: 'Review\u0000 the training' }, 422, /cannot be shown/],
  ['a bell', recommendations, { text: 'Review\u0007' }, 422, /cannot be shown/],
  ['text that runs backwards', recommendations, { text: 'Review \u202egniniart' }, 422, /cannot be shown/],
  ['half a character', recommendations, { text: 'Review \ud800' }, 422, /cannot be shown/],
  [
    'an owner who is not a contact',
    recommendations,
    { ...recommendation, ownerId: 'nobody' },
    422,
    /Choose a contact/,
  ],
  [
    'an owner spelt to reach another key',
    recommendations,
    { ...recommendation, ownerId: 'a#b' },
    422,
    /Choose a contact/,
  ],
  ['a recommendation that is not there', `${recommendations}/9/response`, response, 404, /no recommendation/],
  ['a recommendation numbered in words', `${recommendations}/one/response`, response, 422, /./],
  [
    'a response before the recommendation',
    responses,
    { ...response, respondedOn: '2020-09-28' },
    422,
    /on or after 29 September 2020/,
  ],
  ['a response tomorrow', responses, { ...response, respondedOn: '2020-11-21' }, 422, /today or in the past/],
  ['a refusal without reasons', responses, { ...response, acceptance: 'not-accepted' }, 422, /reasons/],
  [
    'a window that closes before it opens',
    responses,
    promising({ kind: 'between', earliest: 6, latest: 4, unit: 'month' }),
    422,
    /close before it opens/,
  ],
  [
    'a period that ends before it starts',
    responses,
    promising({ kind: 'in-period', opensOn: '2021-04-01', dueOn: '2021-03-31' }),
    422,
    /close before it opens/,
  ],
  [
    'a promise for before the response',
    responses,
    promising({ kind: 'by-date', dueOn: '2020-11-19' }),
    422,
    /on or after the day of the response/,
  ],
  [
    'a promise of no months',
    responses,
    promising({ kind: 'within', latest: 0, unit: 'month' }),
    422,
    /1 or more/,
  ],
  [
    'a promise of half a month',
    responses,
    promising({ kind: 'within', latest: 0.5, unit: 'month' }),
    422,
    /whole number/,
  ],
  ['a promise of an unknown kind', responses, promising({ kind: 'soon' }), 422, /Choose what was promised/],
  [
    'a promise without its words',
    responses,
    { ...response, commitments: [{ quote: '', promise: { kind: 'none' } }] },
    422,
    /words of the promise/,
  ],
  [
    'an update on a promise nobody made',
    update,
    { receivedOn: '2020-11-20', text: 'Done' },
    404,
    /no promise/,
  ],
  [
    'a contact without a proper address',
    '/contacts',
    { name: 'A', post: 'B', email: 'nobody' },
    422,
    /correct format/,
  ],
  [
    'an address that smuggles a header',
    '/contacts',
    { name: 'A', post: 'B', email: 'a@example.org\nBcc: b@example.org' },
    422,
    /./,
  ],
];

describe('bad input gets a clear answer and changes nothing', () => {
  test.each(refused)('%s', async (_, path, body, status, says) => {
    const before = await wholeTable(tracker.table);
    const reply = await tracker.desk.request(`/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const problem = (await reply.json()) as { detail: string; errors?: { message: string }[] };
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect([problem.detail, ...(problem.errors ?? []).map(({ message }) => message)].join('\n')).toMatch(
      says,
    );
    expect(await wholeTable(tracker.table)).toEqual(before);
  });

  test.each([
    ['a body that is not JSON', '{"text":', 'application/json', 400],
    ['a body of another kind', 'text=hello', 'text/plain', 415],
    ['a form sent to the API', 'text=hello', 'application/x-www-form-urlencoded', 415],
  ])('%s', async (_, body, contentType, status) => {
    const before = await wholeTable(tracker.table);
    const reply = await tracker.desk.request(`/api/v1${recommendations}`, {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    });
    expect(reply.status).toBe(status);
    expect(await wholeTable(tracker.table)).toEqual(before);
  });
});
