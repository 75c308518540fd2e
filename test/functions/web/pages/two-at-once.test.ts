import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { close } from '../../../../functions/web/moves/close.ts';
import { proposeClosure } from '../../../../functions/web/moves/propose-closure.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { contacts } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const path = `/cases/${caseId}/recommendations/1`;
const promise = `${path}/promises/1`;
const title = 'This was changed while you were at it';
const on = (name: string, [day, month, year]: [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const fileOf = async () => (await readCaseFile(table, caseId))!.recommendations[0]!;

/** Two people open a form each; both then save. */
type Typed = { address: string; fields: Record<string, string> };

const seenIn = ({ elements }: Answer) =>
  elements.find(({ attributes }) => attributes.name === 'seen')!.attributes.value!;
const hidden = ({ elements }: Answer) =>
  Object.fromEntries(
    elements
      .filter(({ attributes }) => attributes.type === 'hidden')
      .map(({ attributes }) => [attributes.name!, attributes.value ?? '']),
  );

const open = async (typed: Typed): Promise<Typed> => ({
  ...typed,
  fields: { ...typed.fields, seen: seenIn(await form.get(typed.address)) },
});
const post = ({ address, fields }: Typed) => form.post(address, fields);

async function start(today: string, response?: Parameters<typeof atTheDesk>[1]): Promise<void> {
  table = await tables.newTable();
  await atTheDesk(table, response);
  await contacts(table, sampleContact('bill'), sampleContact('carol'));
  form = openStaffForm(table, today);
}

const answered = () => start('2021-01-22', typedResponse());

const respond = (text: string): Typed => ({
  address: `${path}/response`,
  fields: { do: 'save', ...on('respondedOn', ['20', '11', '2020']), acceptance: 'accepted', text },
});
const move = (month: string, why: string): Typed => ({
  address: `${promise}/re-plan`,
  fields: { ...on('dueOn', ['30', month, '2021']), why, decidedBy: 'Kim Lee' },
});
const give = (ownerId: string, reason: string): Typed => ({
  address: `${path}/owner`,
  fields: { ownerId, reason },
});
const shut = (why: string): Typed => ({
  address: `${path}/close`,
  fields: { closedBy: 'Kim Lee', note: why },
});
const withdraw = (why: string): Typed => ({ address: `${path}/withdraw`, fields: { why } });
const reopen = (why: string): Typed => ({ address: `${path}/reopen`, fields: { why } });
const update = (text: string): Typed => ({
  address: `${promise}/update`,
  fields: { do: 'save', ...on('receivedOn', ['20', '1', '2021']), text, more: 'no' },
});
const extend = (why: string): Typed => ({
  address: `${path}/extend`,
  fields: {
    ...on('appliedOn', ['20', '11', '2020']),
    ...on('grantedOn', ['20', '11', '2020']),
    ...on('newDueOn', ['29', '1', '2021']),
    why,
  },
});

const pairs: {
  name: string;
  begin(): Promise<unknown>;
  one: Typed;
  other: Typed;
  ones: string;
  others: string;
}[] = [
  {
    name: 'two responses',
    begin: () => start('2020-11-20'),
    one: respond('We accept it, says one.'),
    other: respond('We accept it, says the other.'),
    ones: 'New: Response',
    others: 'We accept it, says the other.',
  },
  {
    name: 'two dates for one promise',
    begin: answered,
    one: move('4', 'says one'),
    other: move('6', 'says the other'),
    ones: 'Date of promise 1, due on Before: 20 February 2021 After: 30 April 2021',
    others: '30 6 2021',
  },
  {
    name: 'closing it, and declining to',
    begin: async () => {
      await answered();
      accepted(await proposeClosure(deskOf(table, '2021-01-22'), caseId, 1, { proposedBy: 'Sam Okoye' }));
    },
    one: shut('The policy is in force'),
    other: { address: `${path}/decline-closure`, fields: { why: 'It is not yet' } },
    ones: 'Closed',
    others: 'It is not yet',
  },
  {
    name: 'reopening it, and reopening it with another reason',
    begin: async () => {
      await answered();
      const desk = deskOf(table, '2021-01-22');
      accepted(await proposeClosure(desk, caseId, 1, { proposedBy: 'Sam Okoye' }));
      accepted(await close(desk, caseId, 1, { closedBy: 'Kim Lee', note: 'Seen.', links: [] }));
    },
    one: reopen('It happened again'),
    other: reopen('Closed by mistake'),
    ones: 'It happened again',
    others: 'Closed by mistake',
  },
  {
    name: 'an update, and another date for the promise it meets',
    begin: answered,
    one: update('It is done'),
    other: move('6', 'More time, says the other'),
    ones: 'New: Update on promise 1',
    others: 'More time, says the other',
  },
  {
    name: 'more time for the response, and the response',
    begin: () => start('2020-11-20'),
    one: extend('A new chief'),
    other: respond('We accept it, says the other.'),
    ones: 'After: 29 January 2021',
    others: 'We accept it, says the other.',
  },
  {
    name: 'two owners',
    begin: answered,
    one: give('bill', 'says one'),
    other: give('carol', 'says the other'),
    ones: 'After: Bill Reed',
    others: 'says the other',
  },
  {
    name: 'withdrawing it, and its owner',
    begin: answered,
    one: withdraw('Made by mistake'),
    other: give('carol', 'says the other'),
    ones: 'Made by mistake',
    others: 'says the other',
  },
];

describe.each(pairs)('two people at once: $name', ({ begin, one, other, ones, others }) => {
  beforeEach(begin);

  it('the second to save sees what the first saved and what they entered, and nothing of it is saved', async () => {
    const [first, second] = [await open(one), await open(other)];
    expect((await post(first)).status).toBe(303);
    const before = await fileOf();
    const page = await post(second);
    expect([page.status, page.heading]).toEqual([409, title]);
    const [, now, entered] = /What is there now(.*)What you entered(.*)/.exec(page.words) ?? [];
    expect(now).toContain(ones);
    expect(entered).toContain(others);
    expect(await fileOf()).toEqual(before);
    expect(hidden(page)).toMatchObject({
      ...second.fields,
      seen: expect.not.stringMatching(`^${second.fields.seen}$`),
    });
  });

  it('both saving in the same moment, one of them wins and the other sees that page', async () => {
    const both = await Promise.all((await Promise.all([one, other].map(open))).map(post));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(both.find(({ status }) => status === 409)?.heading).toBe(title);
  });
});

describe('whoever came second', () => {
  beforeEach(answered);

  it('may save what they entered all the same, knowing what is there', async () => {
    const [first, second] = [await open(give('bill', 'one')), await open(give('carol', 'the other'))];
    await post(first);
    const page = await post(second);
    const again = await form.post(second.address, hidden(page));
    expect(again.status).toBe(303);
    expect((await fileOf()).recommendation.ownerId).toBe('carol');
  });

  it('is refused with the reason where it can no longer be done', async () => {
    const [first, second] = [await open(update('One.')), await open(update('The other.'))];
    await post(first);
    const again = await form.post(second.address, hidden(await post(second)));
    expect([again.status, again.heading]).toEqual([
      409,
      'An update for this promise has already been recorded',
    ]);
  });

  it('is not kept back by a link, which takes nothing away', async () => {
    const mine = await open(give('carol', 'leave'));
    await form.save(`${path}/link`, { kind: 'risk', ref: '1606', note: '' });
    expect((await post(mine)).status).toBe(303);
  });

  it('is not kept back by what is done to another recommendation', async () => {
    const mine = await open(give('carol', 'leave'));
    await form.save(`/cases/${caseId}/recommendations`, { text: 'Review cells.', ownerId: 'anna' });
    expect((await post(mine)).status).toBe(303);
  });
});

it('the day a form was opened on is no matter: a run of reminders changes nothing that people decide', async () => {
  await answered();
  const mine = await open(move('4', 'leave'));
  form.moveTo('2021-02-15');
  expect((await post(mine)).status).toBe(303);
  expect((await fileOf()).deadlines.find(({ kind }) => kind === 'update')?.dueOn).toBe(asDay('2021-04-30'));
});
