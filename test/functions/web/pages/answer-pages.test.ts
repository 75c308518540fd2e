import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atTheDesk, caseId, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  const table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  form = openStaffForm(table, '2021-01-22');
});

const path = `/cases/${caseId}/recommendations/1`;
const on = (name: string, [day, month, year]: [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

describe('changing the acceptance', () => {
  const change = {
    acceptance: 'not-accepted',
    ...on('changedOn', ['20', '1', '2021']),
    reasons: 'It costs too much',
  };

  it('offers the other answers, and says what becomes of what was promised', async () => {
    const page = await form.get(`${path}/change-acceptance`);
    expect(page.words).toContain('It is recorded as accepted.');
    expect(page.words).toContain('Partly accepted');
  });

  it('to not accepted needs reasons, asked for at their field', async () => {
    const typed = { ...change, reasons: '' };
    const page = await form.post(`${path}/change-acceptance`, typed);
    expect(page.problems).toEqual([
      { message: 'Enter the reasons the recommendation is not accepted', href: '#reasons' },
    ]);
    expect(page.fields).toEqual(typed);
  });

  it('ends the promise, and keeps what was said before', async () => {
    const page = await form.save(`${path}/change-acceptance`, change);
    expect(page.words).toContain('Acceptance changed The recommendation was not accepted');
    expect(page.words).toContain(
      'Since 20 January 2021 the answer is: not accepted. Every answer so far 20 November 2020: Accepted 20 January 2021: Not accepted It costs too much',
    );
  });

  it('asks for an answer and a date where none is given', async () => {
    const page = await form.post(`${path}/change-acceptance`, {});
    expect(page.problems.map(({ href }) => href)).toEqual(['#acceptance', '#changedOn-day']);
  });
});

describe('adding a promise of the response', () => {
  const promise = {
    'promise-1-quote': 'and train every officer within 6 months',
    'promise-1-kind': 'within',
    'promise-1-within-latest': '6',
    'promise-1-within-unit': 'month',
  };

  it('counts it from the day of the response', async () => {
    const page = await form.save(`${path}/confirm-commitment`, promise);
    expect(page.words).toContain('Promise confirmed');
    expect(page.words).toContain('6 months after 20 November 2020');
    expect(page.words).toContain('Last day Thursday 20 May 2021');
    expect(page.words).toContain('Move the date: promise 2');
  });

  it('can wait for an event, and then has no date', async () => {
    const waits = { ...promise, 'promise-1-kind': 'on-event', 'promise-1-on-event-event': '' };
    expect((await form.post(`${path}/confirm-commitment`, waits)).problems).toEqual([
      { message: 'Enter what it waits for', href: '#promise-1-on-event-event' },
    ]);
    const said = { ...waits, 'promise-1-on-event-event': 'the end of the inquest' };
    const page = await form.save(`${path}/confirm-commitment`, said);
    expect(page.words).toContain('The response names no date: it waits for “the end of the inquest”');
    expect(page.words).toContain('Set a date: promise 2');
  });

  it.each([
    ['nothing', { 'promise-1-quote': '', 'promise-1-kind': '' }, ['#promise-1-quote', '#promise-1-kind']],
    ['no number', { 'promise-1-within-latest': 'six' }, ['#promise-1-within-latest']],
    [
      'a date before the response',
      { 'promise-1-kind': 'by-date', ...on('promise-1-by-date-dueOn', ['19', '11', '2020']) },
      ['#promise-1-by-date-dueOn-day'],
    ],
  ])('names the box of %s', async (_, wrong, hrefs) => {
    const page = await form.post(`${path}/confirm-commitment`, { ...promise, ...wrong });
    expect(page.status).toBe(422);
    expect(page.problems.map(({ href }) => href)).toEqual(hrefs);
  });
});

describe('publication', () => {
  it('is recorded once, not before the response and not to come', async () => {
    expect((await form.get(`${path}/record-publication`)).words).toContain(
      'By law the IOPC must publish the response by Thursday 10 December 2020, unless representations against it were made with the response.',
    );
    const early = await form.post(`${path}/record-publication`, on('publishedOn', ['19', '11', '2020']));
    expect(early.problems).toEqual([
      {
        message: 'The day of publication must be on or after 20 November 2020, the day of the response',
        href: '#publishedOn-day',
      },
    ]);
    const page = await form.save(`${path}/record-publication`, on('publishedOn', ['20', '11', '2020']));
    expect(page.words).toContain('Response published The update is due by');
    expect((await form.get(`${path}/record-publication`)).status).toBe(422);
    expect(page.words).not.toContain('Record representations');
  });

  it('is no longer waited for once representations were made', async () => {
    const madeOn = on('madeOn', ['23', '1', '2021']);
    expect((await form.post(`${path}/record-representations`, madeOn)).problems[0]?.href).toBe('#madeOn-day');
    const page = await form.save(`${path}/record-representations`, on('madeOn', ['22', '1', '2021']));
    expect(page.words).toContain('Representations against publication recorded');
    expect(page.words).toContain('Publication of the response No longer asked');
  });
});
