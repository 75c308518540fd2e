import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Promised } from '../../../../shared/domain/commitment.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm, updateForm } from '../../../support/essex-forms.ts';
import { board } from '../../../support/recorded.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

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
  await recordEssex(form);
});

/** Counted from 19 February 2021, the day of the update, or from 20 November 2020, the day of the response. */
const kinds: Record<Promised['kind'], Record<string, string>> = {
  within: { latest: '3', unit: 'month' },
  between: { earliest: '4', latest: '6', unit: 'month' },
  'by-date': { 'dueOn-day': '31', 'dueOn-month': '3', 'dueOn-year': '2021' },
  'in-period': {
    'opensOn-day': '1',
    'opensOn-month': '3',
    'opensOn-year': '2021',
    'dueOn-day': '31',
    'dueOn-month': '5',
    'dueOn-year': '2021',
  },
  'on-event': { event: 'the end of the inquest' },
  'board-meeting': { boardId: 'learning' },
  none: {},
  completed: {},
};
const every = Object.keys(kinds) as Promised['kind'][];

const typed = (kind: Promised['kind'], slot = 1) => ({
  [`promise-${slot}-quote`]: `we will: ${kind}`,
  [`promise-${slot}-kind`]: kind,
  ...Object.fromEntries(
    Object.entries(kinds[kind]).map(([name, value]) => [`promise-${slot}-${kind}-${name}`, value]),
  ),
});

const respond = `${recommendationPath}/response`;
const add = `${recommendationPath}/confirm-commitment`;
const update = `${recommendationPath}/promises/1/update`;

const answered = async () => {
  form.moveTo('2020-11-24');
  await form.save(respond, { ...responseForm, do: 'save' });
  form.moveTo('2021-02-20');
};
const promisedLast = async () => {
  const { commitments, deadlines } = (await readCaseFile(table, '2019-127918'))!.recommendations[0]!;
  const last = commitments.at(-1)!;
  const due = deadlines.find(({ kind, sequence }) => kind === 'update' && sequence === last.sequence);
  return { kind: last.promise.kind, madeIn: last.madeIn, anchorOn: last.anchorOn, dueOn: due?.dueOn };
};

/** What is done already makes no duty; an event and no date make one without a last day. */
const dueFromResponse: Record<Promised['kind'], string | null | undefined> = {
  within: '2021-02-20',
  between: '2021-05-20',
  'by-date': '2021-03-31',
  'in-period': '2021-05-31',
  'on-event': null,
  'board-meeting': '2020-12-03',
  none: null,
  completed: undefined,
};

describe.each(every)('a promise of the kind %s', (kind) => {
  beforeEach(() =>
    board(table, 'learning', {
      name: 'Learning board',
      meetings: [asDay('2020-12-03'), asDay('2021-03-04')],
    }),
  );

  it('is recorded with the response', async () => {
    form.moveTo('2020-11-24');
    const page = await form.save(respond, { ...responseForm, ...typed(kind), do: 'save' });
    expect(page.words).toContain(`we will: ${kind} Response of 20 November 2020`);
    expect(await promisedLast()).toEqual({
      kind,
      madeIn: undefined,
      anchorOn: '2020-11-20',
      dueOn: dueFromResponse[kind],
    });
  });

  it('is added to the response afterwards', async () => {
    await answered();
    await form.save(add, typed(kind));
    expect(await promisedLast()).toMatchObject({
      kind,
      anchorOn: '2020-11-20',
      dueOn: dueFromResponse[kind],
    });
  });

  it('is recorded with an update, counted from the day it came', async () => {
    await answered();
    const page = await form.save(update, { ...updateForm, more: 'yes', ...typed(kind), do: 'save' });
    expect(page.words).toContain(`we will: ${kind} Update of 19 February 2021`);
    const dueFromUpdate = {
      ...dueFromResponse,
      within: '2021-05-19',
      between: '2021-08-19',
      'board-meeting': '2021-03-04',
    };
    expect(await promisedLast()).toEqual({
      kind,
      madeIn: 'update',
      anchorOn: '2021-02-19',
      dueOn: dueFromUpdate[kind],
    });
  });
});

describe('a promise for the next meeting of a board', () => {
  it('shows the meeting it comes to, and from what it counts, before anything is saved', async () => {
    await board(table, 'learning', {
      name: 'Learning board',
      meetings: [asDay('2020-11-20'), asDay('2020-12-03')],
    });
    form.moveTo('2020-11-24');
    const { words } = await form.post(respond, { ...responseForm, ...typed('board-meeting') });
    expect(words).toContain('Board Learning board Last day Thursday 3 December 2020');
    expect(words).toContain(
      'The next meeting of Learning board after 20 November 2020 is on 3 December 2020.',
    );
  });

  it('waits where no later meeting is entered, and says so', async () => {
    await board(table, 'learning', { name: 'Learning board', meetings: [asDay('2020-11-20')] });
    form.moveTo('2020-11-24');
    const response = { ...responseForm, ...typed('board-meeting') };
    const waits = 'No meeting of Learning board is entered after 20 November 2020.';
    const check = await form.post(respond, response);
    expect(check.words).toContain(`Last day No date until a meeting of the board is entered`);
    expect(check.words).toContain(waits);
    const saved = await form.save(respond, { ...check.fields, do: 'save' });
    expect(saved.words).toContain('Promise 1: no date until a meeting of the board is entered');
    expect(saved.words).toContain(waits);
  });

  it('needs a board from the list, and is told where to add one where there is none', async () => {
    form.moveTo('2020-11-24');
    const page = await form.post(respond, { ...responseForm, 'promise-1-kind': 'board-meeting' });
    expect(page.problems).toEqual([
      { message: 'Choose a board from the list', href: '#promise-1-board-meeting-boardId' },
    ]);
    expect(page.words).toContain('No board has been added yet. Add a board (opens in a new tab)');
    expect(page.html).toContain('href="/boards/new"');
    const gone = { ...responseForm, ...typed('board-meeting') };
    expect((await form.post(respond, gone)).problems).toEqual(page.problems);
  });

  it('is refused at its own box where another promise is in order', async () => {
    const both = { ...responseForm, promises: '2', ...typed('board-meeting', 2) };
    form.moveTo('2020-11-24');
    expect((await form.post(respond, { ...both, do: 'save' })).problems).toEqual([
      { message: 'Promise 2: choose a board from the list', href: '#promise-2-board-meeting-boardId' },
    ]);
  });
});
