import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQuery } from '../../../../functions/web/pages/calendar/calendar-query.ts';
import { weekInWords } from '../../../../functions/web/pages/calendar/week-words.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import type { ForecastWeek } from '../../../../shared/domain/forecast.ts';
import { listBoards } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

const today = asDay('2020-11-24');

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
let boardId: string;

/** A promise of Jane Smith that opens on Saturday 20 March 2021 and is due on Thursday 20 May, and a board that meets in December. */
beforeAll(async () => {
  tables = await startTables();
  table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
  await recordEssex(form);
  form.moveTo(today);
  await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
  await form.save('/boards', { name: 'Learning board', chairId: '' });
  boardId = (await listBoards(table))[0]!.id;
  await form.save(`/boards/${boardId}/meetings`, { 'on-day': '3', 'on-month': '12', 'on-year': '2020' });
});
afterAll(() => tables.stop());

const main = async (path: string) => (await form.get(path)).words;

describe('the calendar', () => {
  it('shows ninety days from today, both counted, and where later ones are', async () => {
    const { words, elements } = await form.get('/calendar');
    expect(words).toContain('Tuesday 24 November 2020 to Sunday 21 February 2021');
    expect(elements.some(({ attributes }) => attributes.href === '/calendar?from=2021-02-22')).toBe(true);
  });

  it('has what opens and is due, with the words of the promise, and who is told by which reminder', async () => {
    const words = await main('/calendar?from=2021-03-15');
    expect(words).toContain('15 to 21 March 2021');
    expect(words).toContain(
      'Saturday 20 March in 116 days Opens (1) 2019/127918 recommendation 1 : update “report progress back to the IOPC in 4-6mths”',
    );
    expect(words).toContain(
      'Monday 22 March in 118 days Mail (1) Jane Smith: 2019/127918 recommendation 1 : update 1, window opens',
    );
    expect(words).toMatch(/Thursday 20 May in 177 days Due \(1\) 2019\/127918 recommendation 1 : update/);
    expect(words).toMatch(
      /Friday 21 May in 178 days Late from this day \(1\)[\s\S]+Mail \(1\) Jane Smith:[^:]+: update 1, planned for 1 day after its last day/,
    );
  });

  it('sums up each week above its days and in one table', async () => {
    const words = await main('/calendar?from=2021-05-17&days=7');
    expect(words).toContain('17 to 23 May 2021 1 update due, 1 becomes late, 2 mails');
    const { elements } = await form.get('/calendar?from=2021-03-15');
    expect(elements.filter(({ tag }) => tag === 'caption').map(({ children }) => children[0])).toEqual([
      'Week by week, if nothing changes',
    ]);
  });

  it('tells the liaison team of the publication of the response', async () => {
    expect(await main('/calendar')).toContain(
      'Thursday 10 December in 16 days Due (1) 2019/127918 recommendation 1 : publication of the response',
    );
  });

  it('has the meetings of boards', async () => {
    expect(await main('/calendar')).toContain('Thursday 3 December in 9 days Board meeting Learning board');
  });

  it('is narrowed to a board, and says so where nothing is left', async () => {
    const words = await main(`/calendar?board=${boardId}`);
    expect(words).toContain('Board meeting Learning board');
    expect(words).not.toContain('2019/127918');
    expect(await main('/calendar?owner=nobody-such')).toContain(
      'Nothing comes up in this time for what you chose.',
    );
  });

  it('leads from a day to the list of what is due on it, narrowed in the same way', async () => {
    const { elements } = await form.get('/calendar?from=2020-12-10&days=1');
    const link = elements.find(
      ({ children }) => children[0] === 'See what is due on this day in the list of recommendations',
    );
    expect(link?.attributes.href).toBe('/recommendations?dueFrom=2020-12-10&dueTo=2020-12-10');
    expect((await form.get(link!.attributes.href!)).status).toBe(200);
  });

  it('has no day before today', async () => {
    const { words, elements } = await form.get('/calendar?from=2020-01-01');
    expect(words).toContain('Tuesday 24 November 2020 to');
    expect(elements.some(({ attributes }) => attributes.rel === 'prev')).toBe(false);
  });
});

describe('the address of the calendar', () => {
  const queried = (address: Record<string, string>) => readQuery((name) => address[name], today);

  it.each([
    ['nothing', {}, { from: '2020-11-24', days: 90 }],
    ['a day', { from: '2021-01-01' }, { from: '2021-01-01', days: 90 }],
    ['no real day', { from: '2021-02-30' }, { from: '2020-11-24', days: 90 }],
    ['yesterday', { from: '2020-11-23' }, { from: '2020-11-24', days: 90 }],
    ['the last day there is', { from: '2022-11-24' }, { from: '2022-11-24', days: 90 }],
    ['the day after it', { from: '2022-11-25' }, { from: '2022-11-24', days: 90 }],
    ['a length', { days: '7' }, { from: '2020-11-24', days: 7 }],
    ['a length that is not offered', { days: '8000' }, { from: '2020-11-24', days: 90 }],
    ['no board', { board: '' }, { from: '2020-11-24', days: 90 }],
  ])('with %s', (_, address, query) => {
    expect(queried(address)).toEqual({ board: undefined, owner: undefined, ...query });
  });
});

describe('a week is named by its days', () => {
  it.each([
    ['2020-11-09', '2020-11-15', '9 to 15 November 2020'],
    ['2020-11-30', '2020-12-06', '30 November to 6 December 2020'],
    ['2020-12-28', '2021-01-03', '28 December 2020 to 3 January 2021'],
    ['2020-11-30', '2020-11-30', '30 November 2020'],
  ])('%s to %s', (from, until, words) => {
    expect(weekInWords({ from, until } as unknown as ForecastWeek)).toBe(words);
  });
});
