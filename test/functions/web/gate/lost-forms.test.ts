import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWeb } from '../../../../functions/web/app.tsx';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { gateOf, sampleStaff } from '../../../support/gate-of.ts';
import { textOf } from '../../../support/html-tree.ts';
import { notedLog } from '../../../support/noted-log.ts';
import { morningOf } from '../../../support/sample-records.ts';
import { type Answer, answerOf, origin } from '../../../support/staff-form.ts';
import { webDeps } from '../../../support/web-deps.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let log: ReturnType<typeof notedLog>;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  log = notedLog();
});

const summary = 'A long summary, typed for half an hour.\nIt has two lines & a <b>sign</b>.';
const form = {
  token: 'a token of thirty characters or more, with spaces',
  once: 'a showing of thirty characters or more, with spaces',
  seen: 'a history of thirty characters or more, with spaces',
  reference: '2019/127918',
  title: 'Searches of young people at night',
  summary,
};
const responsePath = '/cases/2019-127918/recommendations/1/response';

type Sent = { person?: ReturnType<typeof sampleStaff>; headers?: Record<string, string> };

/** A form that is posted, by nobody without another word. */
async function sent(
  path: string,
  body: URLSearchParams | FormData | string,
  { person, headers }: Sent = {},
): Promise<Answer> {
  const app = createWeb(webDeps(table, morningOf('2020-11-20'), { log, gate: gateOf(person) }));
  return answerOf(
    await app.request(`${origin}${path}`, { method: 'POST', body, headers: { origin, ...headers } }),
  );
}

const typed = (values: Record<string, string>) => new URLSearchParams(values);

/** The texts that a page has in boxes, each with its label. */
const boxesOf = ({ elements }: Answer) =>
  elements
    .filter(({ tag }) => tag === 'textarea')
    .map(({ attributes, children }) => ({
      label: elements
        .filter((each) => each.tag === 'label' && each.attributes.for === attributes.id)
        .map((each) => textOf(each.children))
        .join(),
      isReadonly: 'readonly' in attributes,
      length: textOf(children).length,
    }));

const signInHref = ({ elements }: Answer) =>
  elements.find(({ tag, children }) => tag === 'a' && textOf(children) === 'Sign in again')?.attributes.href;

describe('a form of somebody who was signed out meanwhile', () => {
  test('is answered with what they typed, and nothing is saved', async () => {
    const before = await wholeTable(table);
    const answer = await sent('/cases', typed(form));
    expect([answer.status, answer.heading]).toEqual([401, 'You were signed out, and nothing was saved']);
    expect(answer.html).toContain(
      'A long summary, typed for half an hour.\nIt has two lines &amp; a &lt;b&gt;sign&lt;/b&gt;.',
    );
    expect(boxesOf(answer)).toMatchObject([
      { label: 'Your text 1 of 2', isReadonly: true },
      { label: 'Your text 2 of 2', isReadonly: true },
    ]);
    for (const left of [form.token, form.once, form.seen, form.reference])
      expect(answer.html).not.toContain(left);
    expect(await wholeTable(table)).toEqual(before);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('leaves nothing of it in the log', async () => {
    await sent('/cases', typed(form));
    expect(log.lines).toEqual([
      {
        level: 'warn',
        message: 'A request was refused',
        facts: { event: 'refused', status: 401, method: 'POST', path: '/cases', by: undefined },
      },
    ]);
  });

  test('shows what is long enough that nobody types it again gladly', async () => {
    const shown = async (text: string) => boxesOf(await sent('/cases', typed({ text }))).length;
    expect(await shown(`a ${'x'.repeat(27)}`)).toBe(0);
    expect(await shown(`a ${'x'.repeat(28)}`)).toBe(1);
    expect(await shown('x'.repeat(40))).toBe(0);
    expect(await shown('')).toBe(0);
  });

  test('shows one text once, and says nothing of texts where there are none', async () => {
    const [only, ...others] = boxesOf(await sent('/cases', typed({ text: summary, again: summary })));
    expect([only?.label, others]).toEqual(['Your text', []]);
    const { words } = await sent('/cases', typed({ reference: '2019/127918' }));
    expect(words).not.toContain('What you typed');
    expect(words).toContain('Sign in again, then fill the form in once more.');
  });

  test('shows 300,000 characters and 50 texts at the most, and says that there was more', async () => {
    const long = (length: number, start: string) => start + 'x'.repeat(length - start.length);
    const lengths = async (values: Record<string, string>) => {
      const answer = await sent('/cases', typed(values));
      return [
        boxesOf(answer).map(({ length }) => length),
        answer.words.includes('There was more than can be shown'),
      ];
    };
    const half = long(150_000, 'a b');
    expect(await lengths({ one: half, two: long(150_000, 'c d') })).toEqual([[150_000, 150_000], false]);
    expect(await lengths({ one: half, two: long(150_001, 'c d') })).toEqual([[150_000, 150_000], true]);
    expect(await lengths({ one: half, two: long(150_000, 'c d'), three: summary })).toEqual([
      [150_000, 150_000],
      true,
    ]);
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, `Text number ${n} ${summary}`]));
    expect(boxesOf(await sent('/cases', typed(many(50))))).toHaveLength(50);
    const tooMany = await sent('/cases', typed(many(51)));
    expect([boxesOf(tooMany).length, tooMany.words.includes('There was more')]).toEqual([50, true]);
  });

  test('in parts loses its file and keeps its texts', async () => {
    const parts = new FormData();
    parts.set('text', summary);
    parts.set('file', new File(['The words in a file that was chosen'], 'list.csv'));
    const answer = await sent('/lists', parts);
    expect(boxesOf(answer)).toHaveLength(1);
    expect(answer.html).not.toContain('words in a file');
  });

  test('that is torn is refused as ever', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await sent('/cases', '--x\r\nContent-Disposition: form-data', { headers })).status).toBe(400);
  });
});

describe('the way back to the form', () => {
  const back = async (path: string, referer?: string) =>
    signInHref(await sent(path, typed(form), referer === undefined ? {} : { headers: { referer } }));
  const to = (path: string, door = '/sign-in') => `${door}?to=${encodeURIComponent(path)}`;

  test.each([
    ['/cases', `${origin}/cases/new`, '/cases/new'],
    [responsePath, `https://tracker.example.police.uk${responsePath}?from=home`, `${responsePath}?from=home`],
    // Not on this site, no page, or no word of it: the page at the form's own address, or the nearest above.
    [responsePath, `https://evil.example${responsePath}`, responsePath],
    [responsePath, 'javascript:alert(1)', responsePath],
    [responsePath, `${origin}/nothing/at/all`, responsePath],
    [responsePath, `${origin}/sign-in?to=/cases`, responsePath],
    [responsePath, `${origin}//evil.example/cases`, responsePath],
    [responsePath, '', responsePath],
    ['/contacts', undefined, '/contacts'],
    ['/cases/2019-127918/recommendations', undefined, '/cases/2019-127918'],
    ['/boards/learning/meetings/remove', undefined, '/boards/learning'],
    ['/no/such/address', undefined, '/'],
  ])('of %s, sent from %s, is %s', async (path, referer, page) => {
    expect(await back(path, referer)).toBe(page === '/' ? '/sign-in' : to(page));
  });

  test.each([
    ['/mine/2019-127918/1/done', `${origin}/mine/2019-127918/1/done`, '/mine/2019-127918/1/done'],
    ['/mine/2019-127918/1/done', 'https://evil.example/mine', '/mine/2019-127918/1/done'],
    ['/mine/2019-127918/1/done', `${origin}/cases`, '/mine'],
  ])('of an owner, from %s sent from %s, is %s', async (path, referer, page) => {
    expect(await back(path, referer)).toBe(page === '/mine' ? '/mine/sign-in' : to(page, '/mine/sign-in'));
    expect((await sent(path, typed(form))).html).not.toContain('href="/"');
  });

  test('needs none where somebody wanted to sign out anyway', async () => {
    const answer = await sent('/mine/sign-out', typed(form));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/mine/sign-in']);
  });
});

describe('nothing that was sent is shown', () => {
  test.each([
    ['from another website', { origin: 'https://evil.example' }, 403],
    ['on the way from another website', { 'sec-fetch-site': 'cross-site' }, 403],
    ['as another kind of content', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (_, headers, status) => {
    const answer = await sent('/cases', typed(form), { headers });
    expect([answer.status, answer.html.includes('A long summary')]).toEqual([status, false]);
  });

  test('to a program', async () => {
    const body = JSON.stringify({ text: 'A long summary, typed for half an hour.' });
    const headers = { 'content-type': 'application/json' };
    const answer = await sent('/api/v1/cases', body, { headers });
    expect([answer.status, answer.headers.get('content-type'), answer.html.includes('summary')]).toEqual([
      401,
      'application/problem+json',
      false,
    ]);
  });

  test('that stands in an address', async () => {
    const path = `/cases?text=${encodeURIComponent('A long summary, typed for half an hour.')}`;
    expect((await sent(path, typed({ reference: '1' }))).words).not.toContain('A long summary');
    const app = createWeb(webDeps(table, morningOf('2020-11-20'), { log, gate: gateOf() }));
    expect(await (await app.request(`${origin}${path}`)).text()).toBe('');
  });
});

test('a form of another session comes back with its texts to who is signed in by now', async () => {
  const answer = await sent('/cases', typed(form), { person: sampleStaff() });
  expect([answer.status, answer.heading]).toEqual([403, 'This form is no longer good: open it again']);
  expect(boxesOf(answer)).toHaveLength(2);
  expect(answer.html).not.toContain(form.once);
  expect(JSON.stringify(log.lines)).not.toContain('summary');
});
