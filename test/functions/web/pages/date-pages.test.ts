import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordCase } from '../../../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedCase, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { accepted } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const path = `/cases/${caseId}/recommendations/1`;
const promise = `${path}/promises/1`;
const on = (name: string, [day, month, year]: [string, string, string]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});

/** Opens the staff form on what one desk has recorded. */
let table: Table;
async function open(today: string, response?: Parameters<typeof atTheDesk>[1]): Promise<void> {
  table = await tables.newTable();
  await atTheDesk(table, response);
  form = openStaffForm(table, today);
}

describe('the date of a promise', () => {
  beforeEach(() => open('2021-01-22', typedResponse()));

  const none = on('opensOn', ['', '', '']);
  const proposal = {
    ...on('dueOn', ['30', '4', '2021']),
    ...none,
    why: 'He is ill',
    proposedBy: 'Anna Reed',
  };
  const move = { ...on('dueOn', ['30', '4', '2021']), ...none, why: 'He is ill', decidedBy: 'Lee Marsh' };

  it('proposed anew moves nothing: it waits, and the page of the move begins with it', async () => {
    const page = await form.save(`${promise}/propose-date`, proposal);
    expect(page.words).toContain(
      'Another date proposed Anna Reed proposes 30 April 2021 instead: decide on it.',
    );
    expect(page.words).toContain('Last day Saturday 20 February 2021');
    expect(page.words).toContain('Friday 30 April 2021, proposed by Anna Reed on 22 January 2021 He is ill');
    const decide = await form.get(`${promise}/re-plan`);
    expect(decide.words).toContain('We will do this within 3 months Response of 20 November 2020');
    expect(decide.words).toContain('Anna Reed proposes Friday 30 April 2021: “He is ill”');
    expect(decide.fields).toMatchObject(on('dueOn', ['30', '4', '2021']));
  });

  it('declined stays, and nothing waits any more', async () => {
    await form.save(`${promise}/propose-date`, proposal);
    expect((await form.post(`${promise}/decline-date`, { why: '' })).problems).toEqual([
      { message: 'Enter the reason', href: '#why' },
    ]);
    const page = await form.save(`${promise}/decline-date`, { why: 'It must be in force sooner' });
    expect(page.words).toContain('Proposed date declined The update is due by Saturday 20 February 2021.');
    expect(page.words).not.toContain('proposed by Anna Reed');
    const again = await form.get(`${promise}/decline-date`);
    expect([again.status, again.heading]).toEqual([422, 'No other date is proposed for this promise']);
  });

  it('moved keeps the earlier one, and says how often and by whom', async () => {
    const page = await form.save(`${promise}/re-plan`, move);
    expect(page.words).toContain('Date moved The update is due by Friday 30 April 2021.');
    expect(page.words).toContain('This date has been moved once; first promised for 20 February 2021.');
    expect(page.words).toContain(
      'One change of dates 22 January 2021: Date moved. Before: Saturday 20 February 2021. Decided by Lee Marsh. He is ill',
    );
  });

  it('moved a second time asks who approves it, who must be somebody else', async () => {
    expect((await form.get(`${promise}/re-plan`)).words).not.toContain('Who approves it?');
    await form.save(`${promise}/re-plan`, move);
    const again = { ...move, ...on('dueOn', ['30', '6', '2021']), approvedBy: '' };
    expect((await form.post(`${promise}/re-plan`, again)).problems[0]?.href).toBe('#approvedBy');
    const same = await form.post(`${promise}/re-plan`, { ...again, approvedBy: 'lee marsh' });
    expect(same.status).toBe(422);
    expect(same.problems).toEqual([
      { message: 'Somebody other than whoever decides must approve it', href: '#approvedBy' },
    ]);
    const page = await form.save(`${promise}/re-plan`, { ...again, approvedBy: 'Sam Okoye' });
    expect(page.words).toContain('2 changes of dates');
    expect(page.words).toContain('Decided by Lee Marsh, approved by Sam Okoye.');
  });

  it.each([
    [
      'yesterday',
      { ...on('dueOn', ['21', '1', '2021']) },
      'The new date must be today or later',
      '#dueOn-day',
    ],
    ['no date', { ...on('dueOn', ['', '', '']) }, 'Enter the new last day', '#dueOn-day'],
    ['a month that is not', { ...on('opensOn', ['1', '13', '2021']) }, undefined, '#opensOn-month'],
    ['no reason', { why: '' }, 'Enter the reason', '#why'],
    ['no name', { decidedBy: '' }, 'Enter the name of whoever decides', '#decidedBy'],
  ])('is refused %s at its field, with what was typed kept', async (_, wrong, message, href) => {
    const typed = { ...move, ...wrong };
    const page = await form.post(`${promise}/re-plan`, typed);
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([{ message: message ?? page.problems[0]!.message, href }]);
    expect(page.fields).toEqual(typed);
  });

  it.each(['0', '01', '2', 'one'])('knows no promise numbered %s', async (sequence) => {
    expect((await form.get(`${path}/promises/${sequence}/re-plan`)).status).toBe(404);
  });
});

describe('the period for the response', () => {
  beforeEach(() => open('2021-01-22'));

  const extension = {
    ...on('appliedOn', ['20', '11', '2020']),
    ...on('grantedOn', ['23', '11', '2020']),
    ...on('newDueOn', ['29', '1', '2021']),
    why: '',
  };

  it('is extended where more time was applied for in time, and not a day later', async () => {
    expect((await form.get(`${path}/extend`)).words).toContain(
      'The law’s last day for the response is Monday 23 November 2020.',
    );
    const late = {
      ...extension,
      ...on('appliedOn', ['24', '11', '2020']),
      ...on('grantedOn', ['24', '11', '2020']),
    };
    const refused = await form.post(`${path}/extend`, late);
    expect(refused.problems).toEqual([
      {
        message: 'An extension must be applied for before the period ends: its last day was 23 November 2020',
        href: '#appliedOn-day',
      },
    ]);
    expect(refused.fields).toEqual(late);
    const page = await form.save(`${path}/extend`, extension);
    expect(page.words).toContain('Response period extended The response is due by Friday 29 January 2021.');
    expect(page.words).toContain('Applied for on 20 November 2020, granted on 23 November 2020.');
  });

  it('to a coroner is extended also where more time was applied for after the period had ended', async () => {
    const desk = deskOf(table);
    const report = { reference: 'C/1', source: 'coroner', legalBasis: 'regulation-28-report' } as const;
    const { id } = accepted(await recordCase(desk, typedCase({ ...report, publishedDueOn: undefined })));
    accepted(await recordRecommendation(desk, id, { text: 'Review cells.', ownerId: 'anna' }));
    form.moveTo('2020-12-02');
    const address = `/cases/${id}/recommendations/1/extend`;
    expect((await form.get(address)).words).toContain(
      'is Tuesday 24 November 2020. More time can be given also where it was applied for after the period had ended.',
    );
    const late = {
      ...extension,
      ...on('appliedOn', ['1', '12', '2020']),
      ...on('grantedOn', ['2', '12', '2020']),
    };
    const page = await form.save(address, late);
    expect(page.words).toContain('applied for after the period had ended, as the law allows');
  });

  it('is paused for judicial review and resumed, later by its days', async () => {
    const started = { ...on('from', ['1', '11', '2020']), why: 'Claim 12' };
    expect(
      (await form.post(`${path}/pause`, { ...started, ...on('from', ['24', '11', '2020']) })).problems,
    ).toEqual([
      {
        message:
          'The proceedings must have started during the period, from 29 September 2020 to 23 November 2020',
        href: '#from-day',
      },
    ]);
    const paused = await form.save(`${path}/pause`, started);
    expect(paused.words).toContain('What you can do now Resume after judicial review');
    const ended = { ...on('until', ['31', '10', '2020']), why: '' };
    expect((await form.post(`${path}/resume`, ended)).problems[0]?.href).toBe('#until-day');
    const page = await form.save(`${path}/resume`, { ...ended, ...on('until', ['10', '11', '2020']) });
    expect(page.words).toContain('Judicial review from 1 November 2020 to 10 November 2020 adds 10 days');
    expect(page.words).toContain('2 changes of dates');
  });
});
