import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsInForce } from '../../../../shared/domain/mail-words.ts';
import { toItem } from '../../../../shared/store/records.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { caseForm, casePath, contactForm, recordEssex } from '../../../support/essex-forms.ts';
import { putItem } from '../../../support/recorded.ts';
import { sampleCase } from '../../../support/sample-records.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
});

const typed = () => new URLSearchParams({ ...contactForm, ...form.proof() }).toString();
const post = (
  path: string,
  type: string | undefined,
  body: string | Blob | FormData,
  headers: Record<string, string> = { origin },
) =>
  form.request(path, {
    method: 'POST',
    body,
    headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
  });
const nobodyWasAdded = async () =>
  expect((await form.get('/contacts')).words).toContain('No contact has been added yet.');

describe('what kind of content is taken', () => {
  it.each(['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8'])(
    'a page takes %s',
    async (type) => {
      expect((await post('/contacts', type, typed())).status).toBe(303);
    },
  );

  it('a page takes a form in parts, and a file is no answer', async () => {
    const parts = new FormData();
    for (const [name, value] of Object.entries({ ...contactForm, ...form.proof() })) parts.set(name, value);
    expect((await post('/contacts', undefined, parts)).status).toBe(303);
    parts.set('name', new File(['Jane'], 'name.txt'));
    expect((await post('/contacts', undefined, parts)).status).toBe(422);
  });

  it.each(['application/json', 'text/plain', 'application/octet-stream', 'text/html'])(
    'a page refuses %s',
    async (type) => {
      const refused = await post('/contacts', type, typed());
      expect(refused.status).toBe(415);
      expect(await refused.text()).toContain('This kind of content is not accepted here');
      await nobodyWasAdded();
    },
  );

  it('a page refuses content of no kind', async () => {
    expect((await post('/contacts', undefined, new Blob([typed()]))).status).toBe(415);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'])(
    'the API refuses %s',
    async (type) => {
      const refused = await post('/api/v1/contacts', type, JSON.stringify(contactForm));
      expect(refused.status).toBe(415);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
      await nobodyWasAdded();
    },
  );

  it('the API takes JSON, and says so when it is not', async () => {
    expect((await post('/api/v1/contacts', 'application/json', JSON.stringify(contactForm))).status).toBe(
      201,
    );
    const broken = await post('/api/v1/contacts', 'application/json', '{"name":');
    expect([broken.status, broken.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  });

  it('a form in parts that is torn is a page, not a fault', async () => {
    const torn = await post(
      '/contacts',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form',
    );
    expect(torn.status).toBe(400);
    expect(await torn.text()).toContain('What was sent could not be read');
  });
});

const urlencoded = 'application/x-www-form-urlencoded';

describe('where a form comes from', () => {
  const elsewhere: [string, Record<string, string>][] = [
    ['another website', { origin: 'https://elsewhere.example' }],
    ['another website whose name begins with ours', { origin: `${origin}.elsewhere.example` }],
    ['this address on another port', { origin: `${origin}:8443` }],
    ['a page that hides where it is', { origin: 'null' }],
    ['another website, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour of this site', { 'sec-fetch-site': 'same-site' }],
    ['no page at all', { 'sec-fetch-site': 'none' }],
    [
      'another website that says it is here',
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['here, on a way through another website', { origin, 'sec-fetch-site': 'cross-site' }],
  ];

  it.each([...elsewhere, ['nowhere', {}]] as typeof elsewhere)(
    'from %s it is refused on a plain page',
    async (_, headers) => {
      const refused = await post('/contacts', urlencoded, typed(), headers);
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('This form was sent from another website');
      await nobodyWasAdded();
    },
  );

  const here: [string, Record<string, string>][] = [
    ['this address', { origin }],
    ['the address the service is known by', { origin: 'https://tracker.example.police.uk' }],
    ['here, as the browser says', { 'sec-fetch-site': 'same-origin' }],
    ['here, as the browser says twice', { origin, 'sec-fetch-site': 'same-origin' }],
  ];

  it.each(here)('from %s it is taken', async (_, headers) => {
    expect((await post('/contacts', urlencoded, typed(), headers)).status).toBe(303);
  });

  it.each(elsewhere)('JSON for the API from %s is refused as a problem', async (_, headers) => {
    const refused = await post('/api/v1/contacts', 'application/json', JSON.stringify(contactForm), headers);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([403, 'application/problem+json']);
    await nobodyWasAdded();
  });

  it.each([...here, ['a program, which says nothing of it', {}]] as typeof here)(
    'JSON for the API from %s is taken',
    async (_, headers) => {
      const taken = await post('/api/v1/contacts', 'application/json', JSON.stringify(contactForm), headers);
      expect(taken.status).toBe(201);
    },
  );
});

describe('how much is taken', () => {
  it('more than 2 MB is refused, with how long a text may be', async () => {
    const page = await form.post('/cases', { ...caseForm, keptPage: 'x'.repeat(2_000_001) });
    expect(page.status).toBe(413);
    expect(page.words).toContain(
      'A text can be 20,000 characters long, and the kept copy of a page 100,000.',
    );
    expect(page.words).toContain('Send a list of more than 2 MB in several files.');
  });

  it('the API answers the same in its own words', async () => {
    const body = JSON.stringify({ ...contactForm, name: 'x'.repeat(2_000_001) });
    const refused = await post('/api/v1/contacts', 'application/json', body);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  });

  it('the longest copy of a page that may be kept is kept', async () => {
    const keptPage = 'ü'.repeat(100_000);
    expect((await form.save('/cases', { ...caseForm, keptPage })).words).toContain(keptPage);
  });
});

describe('every answer', () => {
  const everyHeader = {
    'content-security-policy':
      "default-src 'none'; script-src 'none'; object-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  };
  const forbids = (headers: Headers) => {
    for (const [name, value] of Object.entries(everyHeader)) expect(headers.get(name), name).toBe(value);
    expect(headers.get('permissions-policy')).toMatch(/\bcamera=\(\), .*\bgeolocation=\(\), /);
  };

  it.each([
    ['a page', '/contacts', 200],
    ['a static file', '/assets/tracker.css', 200],
    ['an answer of the API', '/api/v1/contacts', 200],
    ['a list for a spreadsheet', '/recommendations.csv', 200],
    ['a paper to print', '/paper', 200],
    ['a static file that does not exist', '/assets/other.css', 404],
    ['a page that does not exist', '/nothing', 404],
    ['a record that does not exist', '/cases/unknown', 404],
    ['an address of the API that does not exist', '/api/v1/nothing', 404],
    ['one that leads elsewhere', '/paper?asAt-day=1&asAt-month=11&asAt-year=2020', 303],
    ['a damaged record', '/cases/broken', 500],
    ['a damaged record in the API', '/api/v1/cases/broken', 500],
  ])('forbids scripts, frames, foreign windows and guessing: %s', async (_, path, status) => {
    await putItem(table, { ...toItem('case', sampleCase('broken')), madeOn: 'never' });
    const answer = await form.request(path);
    expect(answer.status).toBe(status);
    forbids(answer.headers);
    if (status >= 400) expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['what was saved', urlencoded, { origin }, 303],
    ['a refusal of another website', urlencoded, { origin: 'https://elsewhere.example' }, 403],
    ['a refusal of a kind of content', 'text/plain', { origin }, 415],
  ])('forbids them after a form as well: %s', async (_, type, headers, status) => {
    const answer = await post('/contacts', type, typed(), headers);
    expect(answer.status).toBe(status);
    forbids(answer.headers);
  });

  it('lets the one page that shows a mail have the styles of that mail, and no others', async () => {
    const words = wordsInForce(undefined)['update-due'].words;
    const page = await form.post('/settings/wording/update-due', {
      version: '0',
      words: `${words} Thank you.`,
      why: 'To be polite',
      do: 'check',
    });
    expect(page.heading).toBe('Check the wording');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).not.toContain('unsafe-inline');
    const allowed = /style-src-attr 'unsafe-hashes' ([^;]*)/.exec(policy)![1]!.split(' ');
    const styles = page.elements.flatMap(({ attributes }) => attributes.style ?? []);
    const digests = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(styles.length).toBeGreaterThan(5);
    expect(new Set(allowed)).toEqual(new Set(digests));
  });

  it('is not kept by the browser, but for the static files by their present address', async () => {
    const page = await form.get('/cases');
    const cacheOf = async (path: string) => (await form.request(path)).headers.get('cache-control');
    const { href } = page.elements.find(({ attributes }) => attributes.rel === 'stylesheet')!.attributes;
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(href).toMatch(/^\/assets\/tracker\.css\?v=/);
    expect(await cacheOf(href!)).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/assets/tracker.css?v=old')).toBe('no-cache');
    expect((await form.request('/assets/icon.svg')).headers.get('content-type')).toBe(
      'image/svg+xml; charset=utf-8',
    );
  });

  it.each(['/assets/other.css', '/assets/__proto__', '/assets/..%2Fweb.ts'])(
    'has no other file: %s',
    async (path) => {
      expect((await form.request(path)).status).toBe(404);
    },
  );
});

describe('an address that leads nowhere', () => {
  it.each([
    ['/nothing', 'Page not found'],
    ['/cases/unknown', 'There is no case with this reference'],
    ['/cases/UNKNOWN%20%2F', 'There is no case with this reference'],
    [`/cases/${'x'.repeat(3_000)}`, 'There is no case with this reference'],
    ['/cases/unknown/recommendations/1', 'There is no case with this reference'],
    ['/cases/unknown/recommendations/new', 'There is no case with this reference'],
    ['/cases/unknown/recommendations/1/response', 'There is no case with this reference'],
    [`${casePath}/recommendations/9`, 'This case has no recommendation with this number'],
    [`${casePath}/recommendations/one`, 'This case has no recommendation with this number'],
    [`${casePath}/recommendations/9/response`, 'This case has no recommendation with this number'],
    [`${casePath}/recommendations/9/promises/1/update`, 'This case has no recommendation with this number'],
    ['/mails/unknown', 'There is no such mail'],
    ['/mails/%00', 'There is no such mail'],
    ['/nights/2020-11-09T06:10:00.000Z-x', 'There is no such run'],
    ['/nights/%3Cscript%3E', 'There is no such run'],
  ])('%s says so', async (path, heading) => {
    await recordEssex(form);
    const page = await form.get(path);
    expect(page.status).toBe(404);
    expect(page.heading).toBe(heading);
  });

  it.each(['/cases/unknown/recommendations', '/cases/unknown/recommendations/1/response'])(
    'a form sent to %s says so',
    async (path) => {
      const page = await form.post(path, {});
      expect([page.status, page.heading]).toEqual([404, 'There is no case with this reference']);
    },
  );

  it('of the API is problem details', async () => {
    const { status, headers } = await form.request('/api/v1/nothing');
    expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});

describe('a fault', () => {
  it('shows a reference and nothing else of itself; the log holds the rest under it', async () => {
    await putItem(table, {
      ...toItem('case', sampleCase('broken', { title: 'Secret title' })),
      madeOn: 'never',
    });
    const page = await form.get('/cases/broken');
    expect(page.status).toBe(500);
    expect(page.heading).toBe('Sorry, something went wrong');
    // The page was only opened: there was nothing to save.
    expect(page.words).toContain('Go back and try again in a few minutes.');
    expect(page.words).not.toContain('Nothing was saved.');
    expect((await form.post('/cases/broken/amend', {})).words).toContain('Nothing was saved.');
    expect(page.html).not.toMatch(/Damaged|Secret|at \w+ \(/);
    const [line] = form.log.lines;
    expect(line).toMatchObject({ level: 'error', facts: { path: '/cases/broken', method: 'GET' } });
    expect(page.words).toContain((line!.facts as { reference: string }).reference);
    const api = await form.request('/api/v1/cases/broken');
    expect([api.status, api.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
  });
});
