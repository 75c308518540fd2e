import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordForSeveral } from '../../../../functions/web/moves/record-for-several.ts';
import { sharedRecommendationInput } from '../../../../shared/domain/recommendation.ts';
import { atTheDesk, caseId } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { accepted } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  const table = await tables.newTable();
  const desk = await atTheDesk(table);
  const recipients = [{ addressee: 'Kent Police' }, { addressee: 'Surrey Police' }];
  accepted(
    await recordForSeveral(desk, caseId, sharedRecommendationInput.parse({ text: 'Train.', recipients })),
  );
  form = openStaffForm(table, '2020-11-20');
});

const path = `/cases/${caseId}/recommendations/1`;
const risk = { kind: 'risk', ref: '1606', note: 'On the register since May' };

describe('a link', () => {
  it('leads to everything that is linked to the same risk', async () => {
    const page = await form.save(`${path}/link`, risk);
    expect(page.words).toContain('Linked to Risk on the risk register: 1606 On the register since May');
    await form.save(`/cases/${caseId}/recommendations/2/link`, { ...risk, note: '' });
    expect(page.elements.some(({ attributes }) => attributes.href === '/links?kind=risk&ref=1606')).toBe(
      true,
    );
    const linked = await form.get('/links?kind=risk&ref=1606');
    expect(linked.heading).toBe('Risk on the risk register: 1606');
    expect(linked.words).toContain('2019/127918 recommendation 1');
    expect(linked.words).toContain('2019/127918 recommendation 2 Kent Police Train.');
  });

  it('is refused at its field, with what was typed kept', async () => {
    const typed = { ...risk, ref: '<1606>' };
    const page = await form.post(`${path}/link`, typed);
    expect([page.status, page.problems[0]?.href]).toEqual([422, '#ref']);
    expect(page.fields).toEqual(typed);
    const none = await form.post(`${path}/link`, {});
    expect(none.problems.map(({ href }) => href)).toEqual(['#kind', '#ref']);
    const unknown = await form.post(`${path}/link`, { kind: 'same-as', ref: '2020-1/1', note: '' });
    expect(unknown.problems[0]?.href).toBe('#ref');
  });

  it('made twice is a conflict', async () => {
    await form.save(`${path}/link`, risk);
    const again = await form.post(`${path}/link`, risk);
    expect([again.status, again.problems]).toEqual([
      409,
      [{ message: 'It is linked to this already', href: '#ref' }],
    ]);
  });

  it('is removed by choosing it, and then stands nowhere', async () => {
    await form.save(`${path}/link`, risk);
    expect((await form.post(`${path}/unlink`, { which: 'risk:1' })).problems[0]?.href).toBe('#which');
    const page = await form.save(`${path}/unlink`, { which: 'risk:1606' });
    expect(page.words).toContain('Link removed');
    expect(page.words).not.toContain('Linked to');
    expect((await form.get('/links?kind=risk&ref=1606')).words).toContain('Nothing is linked to it.');
  });
});

it('a recommendation made to several bodies names the others', async () => {
  const page = await form.get(`/cases/${caseId}/recommendations/2`);
  expect(page.words).toContain('Also made to Surrey Police (recommendation 3)');
});

it('there is no page of links to what cannot be linked to', async () => {
  for (const query of ['', '?kind=risk', '?kind=horse&ref=1', `?kind=risk&ref=${encodeURIComponent('<b>')}`])
    expect([query, (await form.get(`/links${query}`)).status]).toEqual([query, 404]);
});

it('the colour by date stands beside its rule, and the age beside the day it was made', async () => {
  const page = await form.get(path);
  expect(page.words).toContain('Red, amber or green Amber By date: red is late');
  expect(page.words).toContain('Age 1 month, made on Tuesday 29 September 2020');
});
