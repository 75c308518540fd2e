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
    const { words } = await form.get(recommendationPath);
    expect(words).toContain('report progress back to the IOPC in 4-6mths Response of 20 November 2020');
    expect((await form.get(casePath)).words).toContain(
      'Monday 9 November 2020 Recommendation 1: response, planned for 14 days before it is due Jane Smith, Head of Learning Waiting to be sent',
    );
  });
});

describe('what a case shows of its mails and where it stands', () => {
  const mailDays = (words: string) =>
    words.slice(words.indexOf('Mails about this case')).match(/\d+ \w+ \d{4} Recommendation 1:/g) ?? [];

  it('has the latest mails first, twenty of them, and says that there are more', async () => {
    await recordEssex(form);
    const { night } = nightsOf(table);
    let day = asDay('2020-11-09');
    for (let nights = 0; nights < 40; nights++) {
      await night(day);
      day = addDays(day, 20);
    }
    form.moveTo(day);
    const { words } = await form.get(casePath);
    expect(mailDays(words)).toHaveLength(20);
    expect(words).toMatch(
      /These are the latest of \d\d\. The page of each recommendation has all of its own\./,
    );
    const { elements } = await form.get(recommendationPath);
    const folded = elements
      .filter(({ tag }) => tag === 'details')
      .map(({ children }) => textOf(children))
      .filter((words) => words.includes('earlier mails'));
    expect(folded).toHaveLength(1);
    expect(folded[0]).toContain('Monday 9 November 2020 Response, planned for 14 days before it is due');
  });

  const tags = async (path = recommendationPath) =>
    (await form.get(path)).elements
      .filter(({ attributes }) => attributes.class?.startsWith('govuk-tag'))
      .map(({ attributes, children }) => [children[0], attributes.class?.split('--')[1]]);

  it('says where each recommendation stands, when its next date is and who answers for it', async () => {
    await recordEssex(form);
    expect(await tags(casePath)).toEqual([['Awaiting response', undefined]]);
    const row = async () =>
      (await form.get(casePath)).words.match(/Recommendation 1 Essex .*?Add a rec/)?.[0];
    expect(await row()).toContain('Due 23 November 2020 in 21 days Jane Smith, Head of Learning');
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    expect(await tags(casePath)).toEqual([['Promise running', undefined]]);
    expect(await row()).toContain('Opens 20 March 2021 Jane Smith');
    form.moveTo('2021-03-20');
    expect(await row()).toContain('Due 20 May 2021 in 61 days Jane Smith');
    await form.save(`${recommendationPath}/promises/1/update`, { ...updateForm, do: 'save' });
    expect(await tags(casePath)).toEqual([['Proposed for closure', 'teal']]);
    expect(await row()).toContain('None Jane Smith');
  });

  it('says of each of several open duties where it stands, and what was kept looks unlike what still runs', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    const second = { 'promise-2-quote': 'soon', 'promise-2-kind': 'none' };
    await form.save(`${recommendationPath}/response`, {
      ...responseForm,
      ...second,
      promises: '2',
      do: 'save',
    });
    expect(await tags()).toEqual([
      ['1 of 2 promises has no date', 'purple'],
      ['Responded', 'green'],
      ['Promise running', undefined],
      ['No date promised', 'purple'],
    ]);
  });

  it('says of several promises how many have no date, and when the first of the others is due', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    const undated = (nth: number) => ({ [`promise-${nth}-quote`]: 'soon', [`promise-${nth}-kind`]: 'none' });
    await form.save(`${recommendationPath}/response`, {
      ...responseForm,
      ...undated(2),
      ...undated(3),
      promises: '3',
      do: 'save',
    });
    const said = '2 of 3 promises have no date';
    const { words } = await form.get(recommendationPath);
    expect(words).toContain(
      `${said}, so the owner is asked for dates. The window opens on Saturday 20 March 2021. The owner, Jane Smith, Head of Learning, is written to on Friday 18 December 2020.`,
    );
    expect(words).not.toContain('No date was promised');
    expect(await tags(casePath)).toEqual([[said, 'purple']]);
    expect((await form.get('/recommendations')).words).toContain(`${said} No date`);
  });

  it('says how late a duty is, from the day it is late', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    expect((await form.get(casePath)).words).toContain('Due 23 November 2020 yesterday');
    expect((await form.get(recommendationPath)).words).toContain(
      'Response due Monday 23 November 2020, yesterday Late',
    );
    form.moveTo('2020-11-26');
    expect((await form.get(casePath)).words).toContain('Due 23 November 2020 2 days late');
    expect((await form.get(recommendationPath)).words).toContain(
      'The response was due by Monday 23 November 2020 and is overdue, 2 days late.',
    );
  });
});

describe('who is reminded of the publication', () => {
  const publicationOn = async () => {
    const { words } = await form.get(recommendationPath);
    const from = words.indexOf('Publication of the response');
    return words.slice(from, words.indexOf('History', from));
  };

  it('is the liaison team, before and after a run has entered it', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    const next =
      'Next reminder Thursday 3 December 2020 to Liaison team (planned for 7 days before it is due)';
    expect(await publicationOn()).toContain(next);
    await nightsOf(table).night('2020-11-24');
    expect((await listContacts(table)).map(({ id }) => id)).toContain(liaisonTeamId);
    expect(await publicationOn()).toContain(next);
  });

  it('is nobody where mail to the liaison team does not arrive', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-24');
    await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
    await contacts(table, { ...liaisonTeam('liaison@force.example'), delivery: 'bounced' });
    expect(await publicationOn()).toContain('Mail to Liaison team does not arrive');
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
