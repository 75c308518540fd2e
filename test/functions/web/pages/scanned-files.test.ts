import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex } from '../../../support/essex-forms.ts';
import { evidencePath, sendFile } from '../../../support/evidence-pages.ts';
import { openFileStore, sendForm } from '../../../support/file-store.ts';
import { sampleFiles } from '../../../support/sample-files.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let opened: Awaited<ReturnType<typeof openFileStore>>;
let form: StaffForm;
let looks: number;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  opened = await openFileStore();
  looks = 0;
  form = openStaffForm(await tables.newTable(), '2020-11-02', opened.files);
  await recordEssex(form);
});
afterEach(() => opened.close());

const clean = 'NO_THREATS_FOUND';
/** A scan that says this from a certain look on, and nothing before. */
const fromLook = (first: number, word: string) => () => {
  looks += 1;
  return looks < first ? undefined : word;
};

const noneAdded = async () => {
  expect((await form.get(recommendationPath)).words).toContain('No evidence has been added.');
  expect(opened.store.keys().filter((key) => key.startsWith('kept/'))).toEqual([]);
};

it('a file is shown at once where five looks, two seconds apart, find it scanned', async () => {
  opened.scanBy(fromLook(5, clean));
  const { page } = await sendFile(form, 'minutes.pdf', sampleFiles.pdf);
  expect([page.status, page.heading]).toEqual([200, 'Check the file']);
});

it('one that takes longer is looked at again by a link, and added then', async () => {
  opened.scanBy(fromLook(6, clean));
  const { page } = await sendFile(form, 'minutes “1”.pdf', sampleFiles.pdf);
  expect([page.status, page.heading]).toEqual([409, 'The file is being checked']);
  expect(looks).toBe(5);
  expect(page.words).toContain('still being checked for viruses. Look again in a minute.');
  const link = page.elements.findLast(
    ({ tag, attributes }) => tag === 'a' && attributes.class?.includes('govuk-button'),
  )!;
  const again = await form.get(link.attributes.href!);
  expect([again.status, again.heading]).toEqual([200, 'Check the file']);
  const [at] = link.attributes.href!.split('?');
  expect((await form.save(at!, again.fields)).words).toContain('Evidence added: minutes “1”.pdf');
});

it.each([
  ['THREATS_FOUND', 'A virus was found in this file, so it cannot be added. Do not open the file'],
  ['UNSUPPORTED', 'If it has a password, save it without one and choose it again.'],
  ['FAILED', 'The check of this file for viruses did not work, so it cannot be added. Choose it again.'],
])('what the scan calls %s is never added, neither at once nor by the button', async (word, sentence) => {
  opened.scanBy(fromLook(1, word));
  const { at, page } = await sendFile(form, 'minutes.pdf', sampleFiles.pdf);
  expect([page.status, page.heading]).toEqual([422, 'This file cannot be added']);
  expect(page.words).toContain(sentence);
  expect(looks).toBe(1);
  const pressed = await form.post(at, { fileName: 'minutes.pdf' });
  expect([pressed.status, pressed.heading]).toEqual([422, 'This file cannot be added']);
  await noneAdded();
});

it('a file that takes the place of a scanned one is not added by the button of the first', async () => {
  const { at, page } = await sendFile(form, 'minutes.pdf', sampleFiles.pdf);
  expect(page.heading).toBe('Check the file');
  opened.scanBy(() => undefined);
  const pressed = await form.post(at, page.fields);
  expect([pressed.status, pressed.heading]).toEqual([409, 'The file is being checked']);
  await noneAdded();
});

it('a program is told to ask again, and adds the file once it is scanned', async () => {
  const api = `/api/v1${evidencePath}`;
  const post = (to: string, body: object) =>
    form.request(to, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  // biome-ignore lint/suspicious/noExplicitAny: what a reply holds is what the test looks at
  const signed: any = await (await post(`${api}-uploads`, { fileName: 'minutes.pdf' })).json();
  opened.scanBy(fromLook(2, clean));
  await sendForm(signed, 'any', sampleFiles.pdf);
  const received = () => post(`${api}/${signed.id}/received`, { fileName: signed.fileName });
  const early = await received();
  expect([early.status, await early.json()]).toMatchObject([409, { code: 'not-yet-scanned' }]);
  expect((await received()).status).toBe(201);
});
