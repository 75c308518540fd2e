import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Cells } from '../../../../shared/extract/list/columns.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { caseId } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { answeredCells, sampleCells, sampleList } from '../../../support/sample-list.ts';
import { openStaffForm, origin, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2026-11-22');
});

/** Sends the form with a file, or with other fields, in parts as a browser does. */
async function send(fields: Record<string, string | File>) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form.proof(), ...fields })) body.set(name, value);
  return form.request('/lists', { method: 'POST', body, headers: { origin } });
}

const file = (text: string) => new File([text], 'last year.csv', { type: 'text/csv' });

/** Sends a list that must be taken for one. @returns the address of its page */
async function sent(...lines: Cells[]): Promise<string> {
  const answer = await send({ file: file(sampleList(...lines)) });
  expect(answer.status).toBe(303);
  return answer.headers.get('location')!;
}

/** Looks at the page of a list until it no longer goes on by itself. */
async function lookOn(address: string) {
  for (;;) {
    const page = await form.get(address);
    if (!page.html.includes('http-equiv="refresh"')) return page;
  }
}

const fresh = { madeOn: '2026-11-01', publishedDueOn: '' };
const manyCases = Array.from({ length: 60 }, (_, index) =>
  sampleCells({ ...fresh, reference: `2026/${index + 1}` }),
);

describe('a list that is sent', () => {
  test('is checked part by part, and nothing is recorded of it', async () => {
    const address = await sent(...manyCases, sampleCells({ title: '' }));
    const first = await form.get(address);
    expect(first.heading).toBe('Checking the list');
    expect(first.words).toContain('1 of 4 parts are done');
    const check = await lookOn(address);
    expect(check.heading).toBe('Check the list');
    expect(check.words).toContain('New 60 Unchanged 0 Updated 0 Refused 1');
    expect(check.words).toContain('Refused Enter the title');
    expect(await readCaseFile(table, '2026-1')).toBeUndefined();
  });

  test('is taken in once it is confirmed, and says what became of each line', async () => {
    const address = await sent(...manyCases);
    await lookOn(address);
    const going = await form.save(address, {});
    expect(going.heading).toBe('Taking in the list');
    const done = await lookOn(address);
    expect(done.heading).toBe('The list was taken in');
    expect(done.words).toContain('New 60 Unchanged 0');
    expect(await readCaseFile(table, '2026-60')).toBeDefined();
    expect((await form.get('/lists')).words).toMatch(/last year\.csv .* Taken in/);
    const again = await lookOn(await sent(...manyCases));
    expect(again.words).toContain('There is nothing to take in.');
  });

  test('asks once how what is overdue already is treated', async () => {
    const address = await sent(sampleCells());
    const check = await lookOn(address);
    expect(check.words).toContain('1 of these is overdue already. How is it treated?');
    const unanswered = await form.post(address, {});
    expect(unanswered.status).toBe(422);
    expect(unanswered.problems).toEqual([
      { message: 'Choose how what is overdue already is treated', href: '#overdue' },
    ]);
    await form.save(address, { overdue: 'hold' });
    expect((await lookOn(address)).words).toContain('nobody is reminded until an owner is chosen');
    expect((await readCaseFile(table, caseId))!.events.map(({ why }) => why)).toContainEqual(
      'from the list last year.csv, line 2; held, because it is overdue',
    );
  });

  test('says before it is taken in, and after, of what nobody owns that nobody is reminded', async () => {
    const address = await sent(sampleCells());
    const says =
      'Owned by nobody 1. Nobody owns 1 of these, so nobody is reminded of it until an owner is chosen';
    const check = await lookOn(address);
    expect(check.words).toContain(says);
    expect(check.words).toContain('Nobody owns it, so nobody is reminded until an owner is chosen');
    await form.save(address, { overdue: 'remind' });
    const done = await lookOn(address);
    expect(done.words).toContain(`1. Whoever owns it is reminded from now on ${says}`);
  });

  test('worked on by two at once is taken in once', async () => {
    const address = await sent(...manyCases);
    await lookOn(address);
    await form.save(address, {});
    await Promise.all(Array.from({ length: 4 }, () => lookOn(address)));
    expect((await readCaseFile(table, '2026-30'))!.recommendations).toHaveLength(1);
    expect((await form.get(address)).heading).toBe('The list was taken in');
  });

  test('with columns of its own is asked which hold what', async () => {
    const text = 'Ref,Made,What,Force\n2026/7,1 Nov 2026,Review searches,Essex Police\n';
    const asked = await send({ file: file(text) });
    expect(await asked.text()).toContain('Which columns hold what?');
    const chosen = {
      name: 'own.csv',
      text,
      'column-reference': 'Ref',
      'column-title': 'What',
      'column-text': 'What',
      'column-body': 'Force',
      'column-source': 'always:iopc',
      'column-legalBasis': 'always:none',
    };
    const incomplete = await send(chosen);
    expect(incomplete.status).toBe(422);
    expect(await incomplete.text()).toContain('The mapping names nothing for madeOn');
    const complete = await send({ ...chosen, 'column-madeOn': 'Made' });
    const address = complete.headers.get('location')!;
    expect((await lookOn(address)).words).toContain('New 1 ');
  });

  test.each([
    ['a,"b\n', /quotation mark is out of place/],
    ['', /The list is empty/],
    [sampleList(), /no lines under its heading/],
  ])('%j is no list, and it is said where it was chosen', async (text, says) => {
    const answer = await send({ file: file(text) });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(says);
  });

  test('of letters that take three bytes each is kept in parts small enough for the store', async () => {
    const long = (text: string) => text + '漢'.repeat(12_000);
    const cases = Array.from({ length: 12 }, (_, index) =>
      sampleCells({ ...fresh, reference: `2026/${index + 1}`, text: long('Review.') }),
    );
    expect((await lookOn(await sent(...cases))).words).toContain('New 12 ');
    const ofOneCase = Array.from({ length: 12 }, (_, index) =>
      sampleCells({ ...fresh, number: String(index + 1), text: long(String(index)) }),
    );
    const refused = await send({ file: file(sampleList(...ofOneCase)) });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('The lines about one case are too long to take in together'),
    ]);
  });

  test.each([
    [200, 303],
    [340, 422],
  ])(
    'has room in its part for what is said of %i lines about one case, or is refused: %i',
    async (count, status) => {
      const owned = { ...fresh, text: 'x', owner: `${'x'.repeat(180)}@force.example` };
      const lines = Array.from({ length: count }, () => sampleCells(owned));
      const answer = await send({ file: file(sampleList(sampleCells({ ...owned, owner: '' }), ...lines)) });
      expect(answer.status).toBe(status);
      if (status !== 303) return;
      const address = answer.headers.get('location')!;
      const becomes = `New 1 Unchanged 0 Updated 0 Refused ${count}`;
      expect((await lookOn(address)).words).toContain(becomes);
      await form.save(address, {});
      expect((await lookOn(address)).words).toContain(becomes);
    },
  );

  test('may be wrong on every line, however much there is to say of it', async () => {
    const noFields = Array.from({ length: 20 }, (_, index) => ({ [`${index}${'x'.repeat(2_000)}`]: 1 }));
    const wrong = { ...answeredCells, promises: JSON.stringify(noFields) };
    const lines = Array.from({ length: 20 }, (_, index) =>
      sampleCells({ ...wrong, number: String(index + 1) }),
    );
    expect((await lookOn(await sent(...lines))).words).toContain('Refused 20');
  });

  test('that is not there is not found', async () => {
    expect((await form.get('/lists/none')).status).toBe(404);
    expect((await form.post('/lists/none', {})).status).toBe(404);
  });
});

describe('the list that goes out', () => {
  test('is a file for a spreadsheet, which comes back unchanged', async () => {
    const address = await sent(sampleCells({ ...fresh, title: '=1+1' }));
    await lookOn(address);
    await form.save(address, {});
    await lookOn(address);
    const out = await form.request('/lists/recommendations.csv');
    expect(out.headers.get('content-disposition')).toBe('attachment; filename="recommendations.csv"');
    expect(out.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await out.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(",'=1+1,");
    const back = await send({ file: file(`\ufeff${text}`) });
    expect((await lookOn(back.headers.get('location')!)).words).toContain('New 0 Unchanged 1');
  });
});
