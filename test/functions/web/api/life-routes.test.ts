import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
let colleague: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  form = openStaffForm(table, '2020-12-01');
  const other = sampleStaff({ id: 'colleague', name: 'Sam Okoye' });
  colleague = openStaffForm(table, '2020-12-01', undefined, undefined, undefined, other);
});

const recommendations = '/cases/2019-127918/recommendations';

type Said = {
  age: string;
  detail: string;
  items: object[];
  recommendations: { standing: string; rag: string; links: object[] }[];
};

async function call(path: string, body?: object, by = form) {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const reply = await by.request(`/api/v1${path}`, init);
  return { status: reply.status, body: (await reply.json()) as Said };
}
const standing = async () => {
  const { age, recommendations: all } = (await call('/cases/2019-127918')).body;
  return [all[0]!.standing, all[0]!.rag, age];
};

describe('the life of a recommendation over the API', () => {
  test('from a promise to its closing and a review of the effect', async () => {
    const at = `${recommendations}/1`;
    expect(await standing()).toEqual(['promise-running', 'green', 'under-1-year']);
    const change = { acceptance: 'partly-accepted', changedOn: '2020-11-30' };
    expect(await call(`${at}/acceptance`, change)).toMatchObject({
      status: 200,
      body: { acceptance: 'partly-accepted', version: 3 },
    });
    await call(`${at}/closure`, { proposedBy: 'Sam Okoye' });
    expect(await standing()).toEqual(['proposed-for-closure', 'amber', 'under-1-year']);
    await call(`${at}/closure/decline`, { why: 'The training has not been seen.' });
    expect(await standing()).toEqual(['promise-running', 'green', 'under-1-year']);
    await call(`${at}/closure`, { proposedBy: 'Sam Okoye' });
    const own = { status: 422, body: { code: 'same-person', errors: [{ field: 'closedBy' }] } };
    expect(await call(`${at}/close`, { closedBy: 'Kim Lee', note: 'Seen.' })).toMatchObject(own);
    await call(`${at}/closure/decline`, { why: 'A colleague proposes it.' });
    await call(`${at}/closure`, { proposedBy: 'Sam Okoye' }, colleague);
    expect(await call(`${at}/close`, { closedBy: 'SAM OKOYE', note: 'Seen.' })).toMatchObject(own);
    expect(await call(`${at}/close`, { closedBy: 'Kim Lee' })).toMatchObject({
      status: 422,
      body: { code: 'nothing-shows-it', errors: [{ field: 'note' }] },
    });
    const closing = { closedBy: 'Kim Lee', note: 'Seen.', links: ['https://force.example/procedure'] };
    expect(await call(`${at}/close`, closing)).toMatchObject({
      status: 200,
      body: { closed: { on: '2020-12-01', by: 'Kim Lee', links: ['https://force.example/procedure'] } },
    });
    form.moveTo('2021-09-30');
    expect(await standing()).toEqual(['closed', undefined, 'over-1-year']);
    const review = { reviewedOn: '2021-09-29', note: 'Complaints have halved.' };
    expect((await call(`${at}/effect-reviews`, review)).status).toBe(200);
    expect((await call(`${at}/reopen`, { why: 'It happened again.', dueOn: '2021-12-24' })).status).toBe(200);
    expect((await call(`${at}/withdraw`, { why: 'It was replaced.' })).status).toBe(200);
    expect(await standing()).toEqual(['withdrawn', undefined, 'over-1-year']);
  });

  test('links, and finds by what is linked', async () => {
    const at = `${recommendations}/1/links`;
    expect((await call(at, { kind: 'risk', ref: '1606' })).status).toBe(201);
    expect((await call(at, { kind: 'risk', ref: '1606' })).status).toBe(409);
    expect((await call('/links?kind=risk&ref=1606')).body.items).toMatchObject([{ number: 1, ref: '1606' }]);
    expect((await call('/cases/2019-127918')).body.recommendations[0]!.links).toHaveLength(1);
    expect((await call(`${at}/remove`, { kind: 'risk', ref: '1606' })).status).toBe(200);
    expect((await call(`${at}/remove`, { kind: 'risk', ref: '1606' })).status).toBe(404);
    expect((await call('/links?kind=risk&ref=1606')).body.items).toEqual([]);
    expect((await call('/links?kind=house&ref=1606')).status).toBe(422);
  });

  test('records one recommendation for several bodies', async () => {
    const recipients = [{ addressee: 'Kent Police', ownerId: 'anna' }, { addressee: 'Essex Police' }];
    const made = await call(`${recommendations}/for-several-bodies`, { text: 'Review.', recipients });
    expect(made).toMatchObject({ status: 201, body: { items: [{ number: 2 }, { number: 3 }] } });
  });
});

test.each([
  ['close', { closedBy: 'Kim Lee', note: 'Seen.' }, 409],
  ['close', { note: 'Seen.' }, 422],
  ['close', { closedBy: 'Kim Lee', note: 'Seen.', links: ['javascript:alert(1)'] }, 422],
  ['closure', {}, 422],
  ['closure', { proposedBy: 'Sam', proposedOn: '2020-01-01' }, 422],
  ['closure/decline', { why: 'No.' }, 409],
  ['reopen', { why: 'Again.' }, 409],
  ['reopen', { why: 'Again.', dueOn: '2020-02-30' }, 422],
  ['withdraw', { why: '' }, 422],
  ['withdraw', { why: 'x'.repeat(2_001) }, 422],
  ['effect-reviews', { reviewedOn: '2020-12-01', note: 'Good.' }, 409],
  ['acceptance', { acceptance: 'awaiting', changedOn: '2020-12-01' }, 422],
])('%s with %j is refused with %i and changes nothing', async (path, body, status) => {
  const before = await wholeTable(table);
  const refused = await call(`${recommendations}/1/${path}`, body);
  expect(refused.status).toBe(status);
  expect(refused.body.detail).toMatch(/^[A-Z“]/);
  expect(await wholeTable(table)).toEqual(before);
});
