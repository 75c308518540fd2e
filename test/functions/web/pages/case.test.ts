import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { casePath, recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { contacts } from '../../../support/recorded.ts';
import { sampleContact } from '../../../support/sample-records.ts';
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
});

describe('the page of a case', () => {
  it('tells its history from the latest back, also where two moves share a moment', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    const { words } = await form.get(casePath);
    expect(words.slice(words.indexOf('When What About Who'))).toBe(
      'When What About Who ' +
        'Tuesday 24 November 2020 at 06:10 Response recorded Recommendation 1 Liaison staff ' +
        'Monday 2 November 2020 at 06:10 Recommendation recorded Recommendation 1 Liaison staff ' +
        'Monday 2 November 2020 at 06:10 Case recorded The case Liaison staff',
    );
  });

  it('shows each promise in its own words, and the mails with what became of them', async () => {
    await recordEssex(form);
    await nightsOf(table).night('2020-11-09');
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    const { words } = await form.get(casePath);
    expect(words).toContain('report progress back to the IOPC in 4-6mths Response of 20 November 2020');
    expect(words).toContain(
      'Monday 9 November 2020 Recommendation 1: 14 days before Jane Smith, Head of Learning Waiting to be sent',
    );
  });
});

describe('choosing people', () => {
  it('offers those who are here, and not those who have left', async () => {
    await contacts(table, sampleContact('anna'), sampleContact('lee', { status: 'departed' }));
    const { elements } = await form.get('/contacts/new');
    const offered = elements.filter(({ tag }) => tag === 'option').map(({ children }) => children.join(' '));
    expect(offered).toEqual(['Nobody', 'Anna Reed, Head of custody', 'Nobody', 'Anna Reed, Head of custody']);
  });
});
