import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { liaisonTeam, liaisonTeamId } from '../../../../shared/domain/contact.ts';
import { addDays, asDay } from '../../../../shared/domain/day.ts';
import { listContacts } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  casePath,
  recommendationPath,
  recordEssex,
  responseForm,
  updateForm,
} from '../../../support/essex-forms.ts';
import { textOf } from '../../../support/html-tree.ts';
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
    expect(words.slice(words.indexOf('When What About Who'), words.indexOf(' See what was before'))).toBe(
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

describe('what a case shows of its mails and where it stands', () => {
  const mailDays = (words: string) =>
    words.slice(words.indexOf('Mails about this case')).match(/\d+ \w+ \d{4} Recommendation 1:/g) ?? [];

  it('has the latest mail first, and beyond the twentieth only when asked', async () => {
    await recordEssex(form);
    const { night } = nightsOf(table);
    let day = asDay('2020-11-09');
    for (let nights = 0; nights < 40; nights++) {
      await night(day);
      day = addDays(day, 20);
    }
    form.moveTo(day);
    const { words, elements } = await form.get(casePath);
    const days = mailDays(words);
    expect(days.length).toBeGreaterThan(20);
    expect(days.at(-1)).toBe('9 November 2020 Recommendation 1:');
    const folded = elements
      .filter(({ tag }) => tag === 'details')
      .map(({ children }) => textOf(children))
      .filter((words) => words.includes('earlier mails'));
    expect(folded).toHaveLength(1);
    expect(folded[0]).toMatch(new RegExp(`^${days.length - 20} earlier mails `));
    expect(mailDays(`Mails about this case ${folded[0]}`)).toHaveLength(days.length - 20);
  });

  const tags = async () =>
    (await form.get(casePath)).elements
      .filter(({ attributes }) => attributes.class?.startsWith('govuk-tag'))
      .map(({ attributes, children }) => [children[0], attributes.class?.split('--')[1]]);

  it('says the standing of its only open duty once, and what was kept looks unlike what still runs', async () => {
    await recordEssex(form);
    expect(await tags()).toEqual([['Awaiting response', undefined]]);
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    expect(await tags()).toEqual([
      ['Promise running', undefined],
      ['Responded', 'green'],
    ]);
    form.moveTo('2021-02-20');
    await form.save(`${recommendationPath}/promises/1/update`, { ...updateForm, do: 'save' });
    expect(await tags()).toEqual([
      ['Proposed for closure', 'teal'],
      ['Responded', 'green'],
      ['Promise kept', 'green'],
    ]);
  });

  it('says of each of several open duties where it stands', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    const second = { 'promise-2-quote': 'soon', 'promise-2-kind': 'none' };
    await form.save(`${recommendationPath}/response`, {
      ...responseForm,
      ...second,
      promises: '2',
      do: 'save',
    });
    expect((await tags()).map(([words]) => words)).toEqual([
      'Responded',
      'Promise running',
      'No date promised',
    ]);
  });

  it('says how late a duty is, from the day it is late', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    expect((await form.get(casePath)).words).toContain(
      'Response due Monday 23 November 2020, yesterday Late',
    );
    form.moveTo('2020-11-26');
    expect((await form.get(casePath)).words).toContain('Response due Monday 23 November 2020, 2 days late');
    expect((await form.get(recommendationPath)).words).toContain(
      'The response was due by Monday 23 November 2020 and is overdue, 2 days late.',
    );
  });
});

describe('who is reminded of the publication', () => {
  const publicationOn = async (path: string) => {
    const { words } = await form.get(path);
    const from = words.indexOf('Publication of the response');
    return words.slice(from, words.indexOf('History', from));
  };

  it.each([casePath, recommendationPath])(
    'is the liaison team, before and after a run has entered it (%s)',
    async (path) => {
      await recordEssex(form);
      form.moveTo('2020-11-24');
      await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
      const next = 'Next reminder Thursday 3 December 2020 to Liaison team (7 days before)';
      expect(await publicationOn(path)).toContain(next);
      await nightsOf(table).night('2020-11-24');
      expect((await listContacts(table)).map(({ id }) => id)).toContain(liaisonTeamId);
      expect(await publicationOn(path)).toContain(next);
    },
  );

  it('is nobody where mail to the liaison team does not arrive', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    await contacts(table, { ...liaisonTeam('liaison@force.example'), delivery: 'bounced' });
    expect(await publicationOn(casePath)).toContain('Mail to Liaison team does not arrive');
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
