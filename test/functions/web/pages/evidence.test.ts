import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  casePath,
  recommendationForm,
  recommendationPath,
  recordEssex,
} from '../../../support/essex-forms.ts';
import { evidencePath as path, sendFile, uploadFormOf } from '../../../support/evidence-pages.ts';
import { openFileStore, sendForm } from '../../../support/file-store.ts';
import { sampleFiles } from '../../../support/sample-files.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let opened: Awaited<ReturnType<typeof openFileStore>>;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  opened = await openFileStore();
  form = openStaffForm(await tables.newTable(), '2020-11-02', opened.files);
  await recordEssex(form);
});
afterEach(() => opened.close());

const serviceUrl = 'https://tracker.example.police.uk';
const send = (name: string, bytes: Uint8Array) => sendFile(form, name, bytes);

const noneAdded = async () =>
  expect((await form.get(recommendationPath)).words).toContain('No evidence has been added.');

describe('a text or a link', () => {
  it('is added at once, and stands with its day and who added it', async () => {
    const text = await form.save(`${path}/new`, { kind: 'text', text: 'Agreed on 1 November.', link: 'x' });
    expect(text.words).toContain('Evidence added');
    expect(text.words).toContain('Agreed on 1 November. 2 November 2020 Liaison staff');
    const link = await form.save(`${path}/new`, {
      kind: 'link',
      text: '',
      link: 'https://essex.example/policy?a=1&b=<2>',
      shows: 'The policy as agreed',
    });
    expect(link.words).toContain('https://essex.example/policy?a=1&b=<2> The policy as agreed Link');
    expect(link.words).toContain('Evidence added: text Recommendation 1');
    expect(link.words).toContain('Evidence added: link to essex.example Recommendation 1');
  });

  it.each([
    ['no kind', {}, 'Choose what kind of evidence it is', '#kind'],
    ['an unknown kind', { kind: 'video' }, 'Choose what kind of evidence it is', '#kind', { kind: '' }],
    ['no text', { kind: 'text', text: '' }, 'Enter the evidence', '#text'],
    [
      'too long a text',
      { kind: 'text', text: 'x'.repeat(20_001) },
      'The evidence must be 20,000 characters or fewer',
      '#text',
    ],
    [
      'a link that runs a script',
      { kind: 'link', link: 'javascript:alert(1)' },
      'The web address must be a web address that starts with https://',
      '#link',
    ],
    [
      'too long a line about it',
      { kind: 'link', link: 'https://a.example', shows: 'x'.repeat(201) },
      'What it shows must be 200 characters or fewer',
      '#shows',
    ],
  ])('%s is refused, and what was typed is kept', async (_, typed, message, href, kept: object = typed) => {
    const page = await form.post(`${path}/new`, typed);
    expect([page.status, page.problems]).toEqual([422, [{ message, href }]]);
    expect(page.fields).toMatchObject(kept);
    await noneAdded();
  });
});

describe('a file', () => {
  it('is chosen on the next page, which alone may send a form to the store', async () => {
    const next = await form.request(`${path}/new`, {
      method: 'POST',
      body: new URLSearchParams({ kind: 'file', ...form.proof() }),
      headers: { origin: 'http://tracker.example' },
    });
    expect([next.status, next.headers.get('location')]).toEqual([303, `${path}/file`]);
    const page = await form.get(`${path}/file`);
    expect(page.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'none'; object-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' ${opened.store.endpoint} ${serviceUrl}; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect((await form.get(`${path}/new`)).headers.get('content-security-policy')).toContain(
      "form-action 'self';",
    );
  });

  it('is checked, added, and then saved from the page as an attachment', async () => {
    const { back, at, page } = await send('Board “minutes”.pdf', sampleFiles.pdf);
    expect(back.origin).toBe(serviceUrl);
    expect(page.heading).toBe('Check the file');
    expect(page.words).toContain('Name Board “minutes”.pdf Kind PDF Size 193 bytes');
    await noneAdded();
    const added = await form.save(at, { ...page.fields, shows: 'The board agreed it' });
    expect(added.words).toContain('Board “minutes”.pdf The board agreed it PDF, 193 bytes 2 November 2020');
    expect(added.words).toContain('Evidence added: Board “minutes”.pdf');
    const link = added.elements.findLast(({ attributes }) => attributes.href?.startsWith(`${path}/`));
    const led = await form.request(link!.attributes.href!);
    expect(led.status).toBe(302);
    const saved = await fetch(led.headers.get('location')!);
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(sampleFiles.pdf);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Board%20/);
  });

  it('is what was checked, whatever the form sends there afterwards', async () => {
    const sending = await uploadFormOf(form);
    const sent = await sendForm(sending, 'a.txt', sampleFiles.txt);
    const back = new URL(sent.headers.get('location')!);
    const page = await form.get(back.pathname + back.search);
    const added = await form.save(back.pathname, page.fields);
    await sendForm(sending, 'a.txt', sampleFiles.csv);
    const link = added.elements.findLast(({ attributes }) => attributes.href?.startsWith(`${path}/`));
    const led = await form.request(link!.attributes.href!);
    const saved = await fetch(led.headers.get('location')!);
    expect(new Uint8Array(await saved.arrayBuffer())).toEqual(sampleFiles.txt);
  });

  it('that changed between the check and the button is checked again', async () => {
    const sending = await uploadFormOf(form);
    const sent = await sendForm(sending, 'a.txt', sampleFiles.txt);
    const back = new URL(sent.headers.get('location')!);
    const page = await form.get(back.pathname + back.search);
    await sendForm(sending, 'a.txt', new TextEncoder().encode('<script>alert(1)</script>'));
    const refused = await form.post(back.pathname, page.fields);
    expect([refused.status, refused.heading]).toEqual([422, 'This file cannot be added']);
    await noneAdded();
    expect(opened.store.keys().filter((key) => key.startsWith('kept/'))).toEqual([]);
  });

  it('that was sent and never added leaves no record', async () => {
    const { at } = await send('minutes.pdf', sampleFiles.pdf);
    await form.get(at);
    await noneAdded();
    expect((await form.get(recommendationPath)).words).not.toContain('Evidence added');
  });

  it('is added once, however often the button is pressed', async () => {
    const { at, page } = await send('minutes.pdf', sampleFiles.pdf);
    await form.save(at, page.fields);
    const again = await form.post(at, page.fields);
    expect([again.status, again.heading]).toEqual([409, 'This file has already been added']);
    const { words } = await form.get(recommendationPath);
    expect(words.match(/Evidence added: minutes\.pdf/g)).toHaveLength(1);
  });

  it.each([
    ['page.html', sampleFiles.txt, 'Files of this kind are not kept. Choose a PDF'],
    ['minutes.pdf', sampleFiles.txt, 'The file is named .pdf, but its content is something else. Choose'],
    ['minutes\u202etxt.exe', sampleFiles.txt, 'Files of this kind are not kept.'],
  ])('%s is refused with what may be chosen', async (name, bytes, sentence) => {
    const { at, page } = await send(name, bytes);
    expect([page.status, page.heading]).toEqual([422, 'This file cannot be added']);
    expect(page.words).toContain(sentence);
    expect((await form.post(at, { fileName: name })).status).toBe(422);
    await noneAdded();
  });

  it.each([
    ['<b>“x”</b>\u202e\u200b.pdf', 'b_.pdf'],
    ['a"; filename="evil.exe".pdf', 'a__ filename=_evil.exe_.pdf'],
  ])('named %j is kept under a plain name', async (name, plain) => {
    const { at, page } = await send(name, sampleFiles.pdf);
    expect((await form.save(at, page.fields)).words).toContain(`${plain} PDF`);
  });

  it('sent for one recommendation cannot be added to another', async () => {
    await form.save(`${casePath}/recommendations`, recommendationForm);
    const { at, page } = await send('minutes.pdf', sampleFiles.pdf);
    const other = at.replace('/recommendations/1/', '/recommendations/2/');
    const refused = await form.post(other, page.fields);
    expect([refused.status, refused.heading]).toEqual([404, 'This file cannot be added']);
    const key = `waiting/2019-127918/1/x/minutes.pdf`;
    expect((await form.get(`${other}?key=${encodeURIComponent(key)}`)).status).toBe(404);
  });

  it.each(['', '../../1/x/minutes.pdf', 'a\\b.pdf', 'x'.repeat(2_000)])(
    'with the name %j in the form is no file',
    async (fileName) => {
      const { at } = await send('minutes.pdf', sampleFiles.pdf);
      expect((await form.post(at, { fileName })).status).toBeGreaterThanOrEqual(404);
      await noneAdded();
    },
  );
});

describe('an address of evidence that leads nowhere', () => {
  it.each([
    [
      `${recommendationPath.replace('/1', '/9')}/evidence/new`,
      'This case has no recommendation with this number',
    ],
    [
      `${recommendationPath.replace('/1', '/9')}/evidence/file`,
      'This case has no recommendation with this number',
    ],
    [`${path}/uploads/nothing`, 'This file cannot be added'],
    [`${path}/uploads/%00`, 'This file cannot be added'],
    [`${path}/nothing`, 'There is no such file among the evidence'],
  ])('%s says so', async (address, heading) => {
    const page = await form.get(address);
    expect([page.status, page.heading]).toEqual([404, heading]);
  });
});

describe('the API', () => {
  const api = `/api/v1${path}`;
  const post = async (to: string, body: object) => {
    const reply = await form.request(to, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    // biome-ignore lint/suspicious/noExplicitAny: what a reply holds is what the tests look at
    return { status: reply.status, body: (await reply.json()) as any };
  };

  it('takes a text and a link, and lists them in the case', async () => {
    const text = await post(api, { kind: 'text', text: 'Agreed.' });
    expect([text.status, text.body]).toMatchObject([
      201,
      { kind: 'text', text: 'Agreed.', addedOn: '2020-11-02' },
    ]);
    const link = await post(api, { kind: 'link', link: 'https://essex.example/' });
    const file = await (await form.request(`/api/v1${casePath}`)).json();
    expect(file).toMatchObject({
      recommendations: [{ evidence: expect.arrayContaining([text.body, link.body]) }],
    });
    const wrong = await post(api, { kind: 'link', link: 'https://essex.example/', text: 'x' });
    expect([wrong.status, wrong.body.detail]).toEqual([422, 'There is no field called text']);
  });

  it('takes a file in two steps', async () => {
    const signed = await post(`${api}-uploads`, { fileName: 'minutes “final”.pdf' });
    expect(signed.status).toBe(201);
    const { id, fileName } = signed.body;
    const early = await post(`${api}/${id}/received`, { fileName });
    expect([early.status, early.body.code]).toEqual([404, 'unknown-upload']);
    expect((await sendForm(signed.body, 'any', sampleFiles.pdf)).status).toBe(204);
    const added = await post(`${api}/${id}/received`, { fileName, shows: 'The minutes' });
    expect([added.status, added.body]).toMatchObject([
      201,
      { kind: 'file', fileName, type: 'application/pdf', size: 193, shows: 'The minutes' },
    ]);
    const led = await form.request(`${api}/${id}/file`);
    expect((await fetch(led.headers.get('location')!)).status).toBe(200);
    expect((await post(`${api}/${id}/received`, { fileName })).status).toBe(409);
  });

  it('signs nothing that could not be added', async () => {
    const page = await post(`${api}-uploads`, { fileName: 'page.html' });
    expect([page.status, page.body.code]).toEqual([422, 'not-allowed-type']);
    const folder = await post(`${api}-uploads`, { fileName: '../minutes.pdf' });
    expect(folder.status).toBe(422);
    const none = await post(`${api.replace('/1/', '/9/')}-uploads`, { fileName: 'minutes.pdf' });
    expect(none.status).toBe(404);
    expect((await form.request(`${api}/nothing/file`)).status).toBe(404);
  });
});
