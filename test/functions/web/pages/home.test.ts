import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runNight } from '../../../../functions/nightly/night.ts';
import { recordPublication } from '../../../../functions/web/moves/record-publication.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import { asInstant } from '../../../../shared/domain/london.ts';
import type { Duty, Row } from '../../../../shared/domain/row.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { keepTally } from '../../../../shared/store/tallies.ts';
import { deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import {
  caseForm,
  casePath,
  contactForm,
  recommendationForm,
  recommendationPath,
  recordEssex,
  responseForm,
  updateForm,
} from '../../../support/essex-forms.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { contacts, put } from '../../../support/recorded.ts';
import { accepted, sampleContact } from '../../../support/sample-records.ts';
import { sampleDuty, sampleRow } from '../../../support/sample-row.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

/** A promise for 20 May 2021, recorded on 24 November 2020. */
const promised = (of: object = {}): Duty =>
  sampleDuty({ dueOn: asDay('2021-05-20'), plannedFromOn: asDay('2020-11-24'), ownerId: 'anna', ...of });

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

const groupsOn = async (day: string) => {
  form.moveTo(day);
  const { elements } = await form.get('/');
  return elements.filter(({ tag }) => tag === 'caption').map(({ children }) => children.join(' '));
};
const respond = async (promise: Record<string, string> = {}) => {
  form.moveTo('2020-11-24');
  await form.save(`${recommendationPath}/response`, { ...responseForm, ...promise, do: 'save' });
  accepted(
    await recordPublication(deskOf(table, '2020-11-24'), '2019-127918', 1, {
      publishedOn: asDay('2020-11-24'),
    }),
  );
};

describe('an empty list', () => {
  it('says what to do first', async () => {
    const page = await form.get('/');
    expect(page.words).toContain('Add a contact');
    expect(page.words).toContain('Record a case');
    expect(page.words).toContain('No run has been recorded yet.');
  });

  it('asks for a case alone once there is a contact', async () => {
    await form.save('/contacts', contactForm);
    const page = await form.get('/');
    expect(page.words).not.toContain('Add a contact');
    expect(page.words).toContain('Record a case');
  });

  it('says that all is well once both are there', async () => {
    await recordEssex(form);
    const page = await form.get('/');
    expect(page.words).toContain('Nothing needs attention today.');
    expect(page.words).not.toContain('Do this first');
  });
});

describe('what needs attention', () => {
  it.each([
    ['8 November, 15 days before the law’s last day', '2020-11-08', []],
    ['9 November, 14 days before it', '2020-11-09', ['Response due soon (1)']],
    ['24 November, the published date', '2020-11-24', ['Response due soon (1)']],
    ['25 November, the day after both', '2020-11-25', ['Response overdue (1)']],
  ])('has a response on %s', async (_, day, groups) => {
    await recordEssex(form);
    expect(await groupsOn(day)).toEqual(groups);
  });

  it.each([
    ['the day before the window opens', '2021-03-19', []],
    ['the day it opens', '2021-03-20', ['Window open (1)']],
    ['15 days before its last day', '2021-05-05', ['Window open (1)']],
    ['14 days before its last day', '2021-05-06', ['Update due soon (1)']],
    ['its last day', '2021-05-20', ['Update due soon (1)']],
    ['the day after', '2021-05-21', ['Promise lapsed (1)']],
  ])('has a promise of 4 to 6 months on %s', async (_, day, groups) => {
    await recordEssex(form);
    await respond();
    expect(await groupsOn(day)).toEqual(groups);
  });

  it('has a promise without a date at once', async () => {
    await recordEssex(form);
    await respond({ 'promise-1-kind': 'none' });
    expect(await groupsOn('2020-11-24')).toEqual(['No date promised (1)']);
  });

  it('has a closure to decide when the last promise was kept', async () => {
    await recordEssex(form);
    await respond();
    form.moveTo('2021-02-20');
    await form.save(`${recommendationPath}/promises/1/update`, { ...updateForm, do: 'save' });
    expect(await groupsOn('2021-02-20')).toEqual(['Proposed for closure: decide whether to close (1)']);
    const { words } = await form.get('/');
    expect(words).toContain('Since Friday 19 February 2021 yesterday Jane Smith');
    expect(words.match(/19 February 2021/g)).toHaveLength(1);
  });

  it('has a response that no law or page sets a day for', async () => {
    const undated = {
      source: 'other',
      legalBasis: 'none',
      'publishedDueOn-day': '',
      'publishedDueOn-month': '',
      'publishedDueOn-year': '',
    };
    await form.save('/cases', { ...caseForm, ...undated });
    await form.save(`${casePath}/recommendations`, recommendationForm);
    expect(await groupsOn('2020-11-02')).toEqual([
      'Awaiting a response that has no date (1)',
      'Exceptions (1)',
    ]);
  });

  it('stands with what is most urgent first, counted at the top', async () => {
    await recordEssex(form);
    await respond();
    for (let more = 0; more < 2; more++) await form.save(`${casePath}/recommendations`, recommendationForm);
    expect(await groupsOn('2021-05-06')).toEqual([
      'Response overdue (2)',
      'Update due soon (1)',
      'Exceptions (2)',
    ]);
    const page = await form.get('/');
    expect(page.words).toContain('! 2 Response overdue 1 Update due soon 2 Exceptions');
    const links = page.elements.filter(({ attributes }) => attributes.href?.startsWith('#')).slice(1);
    expect(links).toHaveLength(3);
    for (const { attributes } of links)
      expect(page.elements.some((element) => `#${element.attributes.id}` === attributes.href)).toBe(true);
  });

  it('marks what is late by a sign as well as by its colour, and nothing else', async () => {
    await recordEssex(form);
    const signs = async (day: string) => {
      form.moveTo(day);
      return (await form.get('/')).elements.filter(
        ({ attributes }) => attributes.class === 'tracker-counts__sign',
      ).length;
    };
    expect(await signs('2020-11-24')).toBe(0);
    expect(await signs('2020-11-25')).toBe(1);
  });

  it.each([
    ['10 December, its last day, is not', '2020-12-10', '1 Check publication', false],
    ['11 December, the day after, is', '2020-12-11', '! 1 Check publication', true],
  ])(
    'marks a publication of a response of 20 November only where it is late: %s',
    async (_, day, tile, isMarked) => {
      await recordEssex(form);
      form.moveTo('2020-11-24');
      await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
      form.moveTo(day);
      const { words, elements } = await form.get('/');
      expect(words).toContain(tile);
      const marked = elements.filter(
        ({ attributes }) => attributes.class === 'tracker-counts__item tracker-counts__item--late',
      );
      expect(marked).toHaveLength(isMarked ? 1 : 0);
    },
  );

  it('says of each its date, how far off or late that is, its promise and its owner', async () => {
    await recordEssex(form);
    form.moveTo('2020-11-16');
    expect((await form.get('/')).words).toContain(
      'Due Monday 23 November 2020 in 7 days (late after 24 November 2020) Jane Smith, Head of Learning',
    );
    form.moveTo('2020-11-24');
    expect((await form.get('/')).words).toContain(
      'Due Monday 23 November 2020 yesterday (late after 24 November 2020) Jane',
    );
    form.moveTo('2020-11-27');
    expect((await form.get('/')).words).toContain(
      'Due Monday 23 November 2020 3 days late (late after 24 November 2020) Jane',
    );
    form.moveTo('2020-11-24');
    await respond();
    form.moveTo('2021-05-22');
    expect((await form.get('/')).words).toContain(
      '“report progress back to the IOPC in 4-6mths” Due Thursday 20 May 2021 2 days late Jane Smith, Head of Learning',
    );
  });
});

describe('more than ten of a group', () => {
  const manyOf = (count: number, of: object) =>
    Array.from({ length: count }, (_, index) =>
      sampleRow({ number: index + 1, duties: [promised()], ...of }),
    );
  const withRows = (rows: Row[], day = '2021-05-22') =>
    openStaffForm(table, day, undefined, { rows: async () => rows });

  it.each([
    ['ten are all there', 10, 10, undefined],
    ['eleven are counted, ten shown, and the rest a page away', 11, 10, '/recommendations?standing=lapsed'],
  ])('%s', async (_, count, shown, href) => {
    const { elements, words } = await withRows(manyOf(count, {})).get('/');
    expect(words).toContain(`Promise lapsed (${count})`);
    expect(elements.filter(({ tag, attributes }) => tag === 'th' && attributes.scope === 'row')).toHaveLength(
      shown,
    );
    const link = elements.find(({ tag, children }) => tag === 'a' && children[0] === `See all ${count}`);
    expect(link?.attributes.href).toBe(href);
  });

  it('of what is on no other list are on one of their own, fifty on a page', async () => {
    const staff = withRows(manyOf(60, { dateProposed: true }), '2021-01-22');
    const { elements } = await staff.get('/');
    const link = elements.find(({ tag, children }) => tag === 'a' && children[0] === 'See all 60');
    const first = await staff.get(link!.attributes.href!);
    expect(first.words).toContain('1 to 50 of 60');
    const next = first.elements.find(({ attributes }) => attributes.rel === 'next');
    expect((await staff.get(next!.attributes.href!)).words).toContain('51 to 60 of 60');
    expect((await staff.get('/attention/date-proposed?page=3')).words).toContain('There are no more.');
    expect((await staff.get('/attention/publication')).words).toContain('There are none.');
    expect((await staff.get('/attention/lapsed')).status).toBe(404);
  });

  it('make no page of more than 150 kB, however many there are', async () => {
    const groups = [
      {},
      { closure: { proposedOn: '2021-05-01' } },
      { dateProposed: true },
      { duties: [promised({ dueOn: null })] },
    ];
    const { html } = await withRows(groups.flatMap((of) => manyOf(500, of))).get('/');
    expect(html.length).toBeLessThan(150_000);
  });
});

describe('what else there is', () => {
  it('names another date of the same recommendation that needs attention', async () => {
    const row = sampleRow({ duties: [promised(), promised({ id: 'other', dueOn: '2021-05-25' })] });
    const { words } = await openStaffForm(table, '2021-05-22', undefined, { rows: async () => [row] }).get(
      '/',
    );
    expect(words).toContain('Due Thursday 20 May 2021 2 days late Also due Tuesday 25 May 2021, in 3 days');
  });

  it('says when the next run is and what it will send, and of one that takes up what is left the morning after too', async () => {
    await recordEssex(form);
    const wordsOn = async (day: string) => {
      form.moveTo(day);
      return (await form.get('/')).words;
    };
    expect(await wordsOn('2020-11-08')).toContain(
      'Next run today at 10:10: nothing to send. Then tomorrow at 06:10: 1 mail to 1 person.',
    );
    expect(await wordsOn('2020-11-09')).toContain('Next run today at 10:10: 1 mail to 1 person.');
    await nightsOf(table).night('2020-11-09');
    expect(await wordsOn('2020-11-09')).toContain('Then tomorrow at 06:10: nothing to send.');
  });

  it('draws the months as they were counted, with the same figures in a table', async () => {
    await recordEssex(form);
    for (const [on, lapsed] of [
      ['2020-09-30', 3],
      ['2020-10-30', 7],
      ['2020-10-31', 5],
    ] as const)
      await keepTally(table, { on: asDay(on), counts: { lapsed }, boards: {} });
    const { words } = await form.get('/');
    expect(words).toContain('On 30 September 2020: 3 open');
    expect(words).toContain('2 November 2020 1 0 0 31 October 2020 5 0 5 30 September 2020 3 0 3');
  });

  it('says from when on there will be a picture of the months, until there are two of them', async () => {
    await recordEssex(form);
    expect((await form.get('/')).words).toContain(
      'Counting began in November 2020. How many are open, overdue and lapsed is drawn here month by month from 1 December 2020.',
    );
  });
});

describe('an owner who cannot be reminded is an exception on the list', () => {
  it.each([
    ['nobody', { ownerId: undefined }, 'Nobody owns it'],
    ['somebody who left', { ownerId: 'lee' }, 'Lee Reed has left'],
    ['somebody whose mail bounces', { ownerId: 'kim' }, 'Mail to Kim Reed does not arrive'],
    ['somebody unknown', { ownerId: 'ghost' }, 'Its owner is not among the contacts'],
    ['somebody who can be', { ownerId: 'anna' }, 'Anna Reed, Head of custody'],
  ])('owned by %s', async (_, { ownerId }, words) => {
    await contacts(
      table,
      sampleContact('anna'),
      sampleContact('lee', { status: 'departed' }),
      sampleContact('kim', { delivery: 'bounced' }),
    );
    const rows = [sampleRow({ ownerId, duties: [promised({ ownerId })] })];
    const staff = openStaffForm(table, '2021-05-16', undefined, { rows: async () => rows });
    expect((await staff.get('/')).words).toContain(words);
  });
});

describe('the last run', () => {
  it('stands in one line with its mails and that all it looked at is accounted for, which says nothing of what is left to do', async () => {
    await recordEssex(form);
    await nightsOf(table).night('2020-11-09');
    form.moveTo('2020-11-09');
    expect((await form.get('/')).words).toContain(
      '1 run today, 1 mail: 06:10 on Monday 9 November 2020 . Everything it looked at is accounted for.',
    );
  });

  it('that planned nothing does not hide what the runs before it on that day mailed', async () => {
    await recordEssex(form);
    const { depsOn } = nightsOf(table);
    for (const at of ['2020-11-09T06:10:00.000Z', '2020-11-09T10:10:00.000Z', '2020-11-09T14:10:00.000Z'])
      await runNight({ ...depsOn('2020-11-09'), clock: { now: () => asInstant(at) } });
    form.moveTo('2020-11-09');
    const { words } = await form.get('/');
    expect(words).toContain('3 runs today, 1 mail: 06:10');
    expect(words).toContain('14:10 on Monday 9 November 2020 . Everything they looked at is accounted for.');
  });

  it('counts the runs of a London day, which begins an hour before that of UTC in summer', async () => {
    const { depsOn } = nightsOf(table);
    for (const at of ['2020-10-23T23:30:00.000Z', '2020-10-24T22:59:59.999Z', '2020-10-24T23:00:00.000Z'])
      await runNight({ ...depsOn('2020-10-24'), clock: { now: () => asInstant(at) } });
    form.moveTo('2020-10-25');
    expect((await form.get('/')).words).toContain('1 run today, no mail: 00:00');
    await runNight({ ...depsOn('2020-10-25'), clock: { now: () => asInstant('2020-10-25T06:10:00.000Z') } });
    expect((await form.get('/')).words).toContain('2 runs today, no mail: 00:00');
  });

  it('says how long ago it was, also in the year before', async () => {
    await nightsOf(table).night('2020-12-30');
    form.moveTo('2021-01-01');
    expect((await form.get('/')).words).toContain(
      '1 run on Wednesday 30 December 2020 (2 days ago), no mail: 06:10',
    );
  });

  it('that has not finished, or left something out, says so', async () => {
    const night = await nightsOf(table).night('2020-11-09');
    await put(table, 'night', { ...night, examined: night.examined + 1 });
    expect((await form.get('/')).words).toContain('Not everything that it looked at is accounted for');
    const { finishedAt: _, ...unfinished } = night;
    await put(table, 'night', unfinished);
    expect((await form.get('/')).words).toContain('It has not finished.');
    await nightsOf(table).night('2020-11-09');
    expect((await form.get('/')).words).toContain('One of them has not finished.');
  });
});
