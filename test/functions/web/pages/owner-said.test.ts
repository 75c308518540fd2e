import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../../shared/domain/report.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openOwnerPages } from '../../../support/owner-pages.ts';
import { contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const today = '2021-02-13';
const page = `/cases/${caseId}/recommendations/1`;
const api = `/api/v1/cases/${caseId}`;

let tables: EmbeddedTables;
let table: Table;
let staff: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  await contacts(table, sampleContact('sue', { name: 'Sue Park', email: 'Sue.Park@force.example' }));
  staff = openStaffForm(table, today);
});

const say = (answer: string, form: Record<string, string>) =>
  openOwnerPages(table, today).save(`/mine/${caseId}/1/${answer}`, form);

const hrefs = ({ elements }: Answer) =>
  elements.flatMap(({ tag, attributes }) => (tag === 'a' && attributes.href ? [attributes.href] : []));

const buttons = ({ elements }: Answer) =>
  elements.flatMap(({ attributes }) =>
    attributes.class?.includes('govuk-button') && attributes.href ? [attributes.href] : [],
  );

async function reports(): Promise<Report[]> {
  const reply = await staff.request(api);
  return ((await reply.json()) as { recommendations: { reports: Report[] }[] }).recommendations[0]!.reports;
}

test('where nothing was said, nothing of it is shown or offered', async () => {
  const { words } = await staff.get(page);
  expect(words).not.toMatch(/the owner said|Say that|acknowledge|Decline:/);
});

describe('that it is done', () => {
  beforeEach(async () => {
    await say('done', { text: 'All 240 were trained.' });
  });

  test('stands on the first page, which leads to what they say', async () => {
    const home = await staff.get('/');
    expect(home.words).toContain('1 Owner waits for you');
    expect(home.words).toMatch(
      /Owners wait for your answer \(1\) What they say About Since What to do The owner says that this is done/,
    );
    expect(home.words).not.toMatch(/Exception|What is wrong/);
    expect(hrefs(home)).toContain('#owners-wait');
    expect(hrefs(home)).toContain(`${page}#said`);
  });

  test('is on the page of the recommendation in their words, with recording it as the next thing to do', async () => {
    const shown = await staff.get(page);
    expect(shown.words).toContain('Anna Reed says that it is done Waits for the liaison team');
    expect(shown.words).toContain('All 240 were trained.');
    const [{ id }] = (await reports()) as [Report];
    expect(buttons(shown)).toEqual([
      `${page}/promises/1/update?report=${id}`,
      `${page}/promises/1/update?report=${id}`,
      `${page}/reports/${id}/decline-report`,
    ]);
  });

  test('is recorded as an update that is filled in with their day and words, and is then confirmed', async () => {
    const [{ id }] = (await reports()) as [Report];
    staff.moveTo('2021-02-15');
    const form = await staff.get(`${page}/promises/1/update?report=${id}`);
    expect(form.fields).toMatchObject({
      'receivedOn-day': '13',
      'receivedOn-month': '2',
      'receivedOn-year': '2021',
      text: 'All 240 were trained.',
    });
    const saved = await staff.save(`${page}/promises/1/update`, { ...form.fields, more: 'no', do: 'save' });
    expect(saved.words).toContain('Confirmed on 15 February 2021 by Liaison staff');
    expect((await staff.get('/')).words).not.toContain('The owner says that this is done');
    expect((await openOwnerPages(table, '2021-02-15').get(`/mine/${caseId}/1`)).words).toContain(
      'Confirmed on 15 February 2021',
    );
  });

  test('of another promise, or of nothing, fills nothing in', async () => {
    for (const id of ['no-such', '', '%00']) {
      const form = await staff.get(`${page}/promises/1/update?report=${id}`);
      expect([form.status, form.fields.text]).toEqual([200, '']);
    }
  });

  test('is declined with a reason, which the owner reads', async () => {
    const [{ id }] = (await reports()) as [Report];
    const asked = await staff.get(`${page}/reports/${id}/decline-report`);
    expect(asked.words).toContain(
      '13 February 2021: Anna Reed says that it is done. “All 240 were trained.”',
    );
    expect((await staff.post(`${page}/reports/${id}/decline-report`, { why: '' })).problems).toEqual([
      { message: 'Enter the reason', href: '#why' },
    ]);
    await staff.save(`${page}/reports/${id}/decline-report`, { why: 'The register is missing.' });
    const mine = await openOwnerPages(table, today).get(`/mine/${caseId}/1`);
    expect(mine.words).toContain('Declined on 13 February 2021: The register is missing.');
    expect(mine.heading).toBe('Update due Saturday 20 February 2021');
    expect((await staff.get(`${page}/reports/${id}/decline-report`)).status).toBe(409);
    expect((await staff.get(`${page}/reports/no-such/decline-report`)).status).toBe(404);
  });

  test('is declined by a program in the same way', async () => {
    const [{ id }] = (await reports()) as [Report];
    const post = (report: string, body: object) =>
      staff.request(`${api}/recommendations/1/reports/${report}/decline`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    expect((await post(id, {})).status).toBe(422);
    expect((await post('no-such', { why: 'No.' })).status).toBe(404);
    const declined = await post(id, { why: 'The register is missing.' });
    expect([declined.status, await declined.json()]).toMatchObject([
      200,
      { state: 'declined', why: 'The register is missing.' },
    ]);
    expect((await post(id, { why: 'Again.' })).status).toBe(409);
  });
});

test('who takes over is shown where the new owner is chosen, and chosen already where they are a contact', async () => {
  await say('hand-over', { name: 'Sue Park', email: 'sue.park@force.example', text: 'I am moving on.' });
  const shown = await staff.get(page);
  expect(buttons(shown)[0]).toBe(`${page}/owner`);
  const form = await staff.get(`${page}/owner`);
  expect(form.words).toContain(
    'Anna Reed says that somebody else takes over. Sue Park, sue.park@force.example',
  );
  expect(form.fields.ownerId).toBe('sue');
  await staff.save(`${page}/owner`, { ownerId: 'sue', reason: '' });
  expect(await reports()).toMatchObject([{ kind: 'hand-over', state: 'accepted' }]);
  expect((await openOwnerPages(table, today).get(`/mine/${caseId}/1`)).status).toBe(404);
});

test('that it is somebody else’s leads to choosing the new owner', async () => {
  await say('not-mine', { text: 'It is for custody.' });
  expect(buttons(await staff.get(page))[0]).toBe(`${page}/owner`);
  const form = await staff.get(`${page}/owner`);
  expect(form.words).toContain('Anna Reed says that it is not theirs. It is for custody.');
  expect(form.fields.ownerId).toBe('');
});

test('the proof pack tells it in full', async () => {
  const long = `Half are trained. ${'And more to come. '.repeat(60)}`.trim();
  await say('progress', { text: long });
  const proof = await staff.get(`${page}/proof`);
  expect(proof.words).toContain('What the owner said');
  expect(proof.words).toContain(long);
});
