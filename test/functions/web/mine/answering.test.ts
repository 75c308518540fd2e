import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { proposeDate } from '../../../../functions/web/moves/propose-date.ts';
import { recordUpdate } from '../../../../functions/web/moves/record-update.ts';
import { asDay } from '../../../../shared/domain/day.ts';
import type { Report } from '../../../../shared/domain/report.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import { listExceptions } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { atTheDesk, caseId, deskOf, typedResponse } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { formsOn, type OwnerPages, openOwnerPages } from '../../../support/owner-pages.ts';
import { accepted } from '../../../support/sample-records.ts';

const item = `/mine/${caseId}/1`;

let tables: EmbeddedTables;
let table: Table;
let anna: OwnerPages;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  await atTheDesk(table, typedResponse());
  anna = openOwnerPages(table, '2021-02-13');
});

const entry = async () => (await readCaseFile(table, caseId))!.recommendations[0]!;
const said = async (): Promise<Partial<Report>[]> =>
  (await entry()).reports.map(({ kind, text, state, by, byId, on }) => ({ kind, text, state, by, byId, on }));
const raised = async () => (await listExceptions(table)).map(({ kind }) => kind);
const date = (day: string, month: string, year: string) => ({
  'dueOn-day': day,
  'dueOn-month': month,
  'dueOn-year': year,
});

describe('the page that a mail leads to', () => {
  test('says what is asked, by when, what was promised in its own words, and what can be answered', async () => {
    const page = await anna.get(item);
    expect(page.status).toBe(200);
    expect(page.heading).toBe('Update due Saturday 20 February 2021');
    expect(page.words).toContain(
      'Due Saturday 20 February 2021, in 7 days. We will do this within 3 months Response of 20 November 2020',
    );
    for (const answer of [
      'It is done',
      'On track, here is progress',
      'Need another date',
      'Add evidence',
      'Somebody else takes over',
      'Not mine',
      'I have seen this',
    ])
      expect(page.words).toContain(answer);
  });

  test('every answer leads to a page with one form that says what happens', async () => {
    const { elements } = await anna.get(item);
    const links = elements
      .filter(({ attributes }) => attributes.class?.includes('tracker-answers__link'))
      .map(({ attributes }) => attributes.href!);
    expect(links).toHaveLength(7);
    for (const href of links) {
      const page = await anna.get(href);
      expect([href, page.status]).toEqual([href, 200]);
      expect(formsOn(page)).toHaveLength(1);
    }
  });

  test('has no way to the pages of staff, and nothing that runs in the browser', async () => {
    for (const path of ['/mine', item, `${item}/done`, `${item}/nothing`]) {
      const { elements, html } = await anna.get(path);
      const hrefs = elements.flatMap(({ attributes }) => attributes.href ?? []);
      expect(hrefs.filter((href) => !/^(\/mine|\/assets\/|#)/.test(href))).toEqual([]);
      expect(html).not.toMatch(/<script|\son\w+=/);
    }
  });
});

describe('an answer', () => {
  test('that it is done waits for the liaison team, and closes nothing', async () => {
    const before = (await entry()).deadlines;
    const page = await anna.save(`${item}/done`, { text: 'All 240 were trained.' });
    expect(page.words).toContain(
      'You said that it is done Nothing is closed yet. The liaison team looks at it and confirms.',
    );
    expect(page.words).toContain(
      'Waits for the liaison team to decide: You said that this is done on 13 February 2021',
    );
    expect(await said()).toEqual([
      {
        kind: 'done',
        text: 'All 240 were trained.',
        state: 'waiting',
        by: 'Anna Reed',
        byId: 'anna',
        on: '2021-02-13',
      },
    ]);
    expect((await entry()).deadlines).toEqual(before);
    expect(await raised()).toEqual(['says-done']);
  });

  test('of how it goes is kept, and nobody need decide on it', async () => {
    const page = await anna.save(`${item}/progress`, { text: 'Half are trained.' });
    expect(page.words).toContain('You said how it goes on 13 February 2021 Half are trained.');
    expect(await said()).toMatchObject([{ kind: 'progress', state: 'noted' }]);
    expect(await raised()).toEqual([]);
  });

  test('that another date is needed is a proposal in the owner’s name, and moves nothing', async () => {
    const page = await anna.save(`${item}/another-date`, {
      ...date('30', '4', '2021'),
      why: 'The trainer is ill.',
    });
    expect(page.heading).toBe('Update due Saturday 20 February 2021');
    const words = 'You proposed 30 April 2021 instead on 13 February 2021';
    expect(page.words).toContain(`Waits for the liaison team to decide: ${words}`);
    expect(page.words).toContain(`What was said ${words} The trainer is ill. Waiting for a decision`);
    expect((await entry()).proposals).toMatchObject([
      {
        dueOn: '2021-04-30',
        proposedBy: 'Anna Reed',
        byId: 'anna',
        state: 'waiting',
        why: 'The trainer is ill.',
      },
    ]);
  });

  test('that another date is needed is somebody’s own by who they are, not by what they are called', async () => {
    const proposed = { dueOn: asDay('2021-04-30'), why: 'She rang.', proposedBy: 'Anna Reed' };
    accepted(await proposeDate(deskOf(table, '2021-02-12'), caseId, 1, 1, proposed));
    expect((await anna.get(item)).words).toContain(
      'Anna Reed proposed 30 April 2021 instead on 12 February 2021',
    );
  });

  test('of a promise without a date is a first date, and nothing is said of one that stands', async () => {
    table = await tables.newTable();
    await atTheDesk(table, typedResponse({}, [{ quote: 'in due course', promise: { kind: 'none' } }]));
    anna = openOwnerPages(table, '2021-02-13');
    const asked = await anna.get(item);
    expect(asked.words).toContain('No date has been given yet.');
    expect(asked.words).toContain(
      'On track, here is progress Say how it goes. You are asked for a date as before.',
    );
    expect(asked.words).toContain('Give a date Say by when it will be done.');
    const form = await anna.get(`${item}/another-date`);
    expect(form.heading).toBe('Propose a date');
    expect(form.words).toContain('Why this date?');
    expect(form.words).not.toMatch(/present date|another date/i);
    const page = await anna.save(`${item}/another-date`, { ...date('30', '4', '2021'), why: 'By then.' });
    expect(page.words).toContain('You proposed a date');
    expect(page.words).toContain('You proposed 30 April 2021 on 13 February 2021');
    expect(page.words).not.toContain('present date');
  });

  test('that somebody else takes over names them, and gives them nothing', async () => {
    await anna.save(`${item}/hand-over`, { name: 'Sue Park', email: 'sue.park@force.example' });
    expect((await entry()).reports).toMatchObject([
      { kind: 'hand-over', successor: { name: 'Sue Park', email: 'sue.park@force.example' } },
    ]);
    expect((await entry()).recommendation.ownerId).toBe('anna');
    expect(await raised()).toEqual(['hands-over']);
  });

  test('that it is not theirs leaves it theirs until staff find whose it is', async () => {
    await anna.save(`${item}/not-mine`, { text: 'It is for custody.' });
    expect((await entry()).recommendation.ownerId).toBe('anna');
    expect(await raised()).toEqual(['not-mine']);
    expect((await anna.get(item)).status).toBe(200);
  });

  test('that it was seen needs one press, and is asked only once', async () => {
    await anna.save(`${item}/acknowledge`);
    expect(await said()).toMatchObject([{ kind: 'acknowledged', state: 'noted' }]);
    expect((await anna.get(item)).words).not.toContain('I have seen this');
    expect((await anna.get(`${item}/acknowledge`)).status).toBe(409);
  });

  test('with evidence adds it under the owner’s name', async () => {
    const page = await anna.save(`${item}/evidence/new`, {
      kind: 'link',
      link: 'https://force.example/policy',
      shows: 'The policy',
    });
    expect(page.words).toContain('Evidence added');
    expect((await entry()).evidence).toMatchObject([
      { kind: 'link', link: 'https://force.example/policy', addedBy: 'Anna Reed' },
    ]);
  });

  test('stands in the history as the contact’s own', async () => {
    await anna.save(`${item}/progress`, { text: 'Half are trained.' });
    const { events } = (await readCaseFile(table, caseId))!;
    expect(events.find(({ move }) => move === 'report-progress')).toMatchObject({
      by: 'Anna Reed',
      byId: 'contact:anna',
    });
  });

  test('without what it needs comes back with what was typed, and nothing is kept', async () => {
    const page = await anna.post(`${item}/hand-over`, { name: 'Sue Park', email: 'sue' });
    expect(page.status).toBe(422);
    expect(page.problems).toEqual([
      {
        message: 'Enter an email address in the correct format, like name@example.police.uk',
        href: '#email',
      },
    ]);
    expect(page.fields.name).toBe('Sue Park');
    expect((await anna.post(`${item}/done`)).problems).toEqual([
      { message: 'Enter what has been done', href: '#text' },
    ]);
    expect(await said()).toEqual([]);
  });

  test('is given once while it waits: then it is not among the answers, and refused', async () => {
    await anna.save(`${item}/done`, { text: 'All trained.' });
    expect((await anna.get(item)).words).not.toContain('Say what was done. The liaison team confirms it.');
    const again = await anna.post(`${item}/done`, { text: 'All trained.' });
    expect(again.status).toBe(409);
    expect(await said()).toHaveLength(1);
  });
});

describe('where all that was promised is done', () => {
  beforeEach(async () => {
    const update = { receivedOn: asDay('2021-02-12'), text: 'All 240 were trained.' };
    accepted(await recordUpdate(deskOf(table, '2021-02-12'), caseId, 1, 1, update));
  });
  const answersOn = async () =>
    (await anna.get(item)).elements
      .filter(({ attributes }) => attributes.class?.includes('tracker-answers__link'))
      .map(({ attributes }) => attributes.href);

  test('proof can be added and it can be somebody else’s, and nothing is said to be on track', async () => {
    expect((await anna.get(item)).heading).toBe('All that was promised is done');
    expect(await answersOn()).toEqual(
      ['evidence/new', 'hand-over', 'not-mine'].map((each) => `${item}/${each}`),
    );
  });

  test.each(['progress', 'acknowledge', 'done', 'another-date'])(
    'the answer %s is refused, whatever is posted',
    async (name) => {
      expect((await anna.get(`${item}/${name}`)).status).toBe(409);
      const sent = { text: 'It goes well.', ...date('30', '4', '2021'), why: 'More to do.' };
      expect((await anna.post(`${item}/${name}`, sent)).status).toBe(409);
      expect(await said()).toEqual([]);
      expect((await entry()).proposals).toEqual([]);
    },
  );
});

describe('where several promises are open', () => {
  beforeEach(async () => {
    table = await tables.newTable();
    await atTheDesk(
      table,
      typedResponse({}, [
        { quote: 'within 3 months', promise: { kind: 'within', latest: 3, unit: 'month' } },
        { quote: 'the policy by June', promise: { kind: 'by-date', dueOn: '2021-06-30' } },
      ]),
    );
    anna = openOwnerPages(table, '2021-02-13');
  });

  test('the owner says which is done, and only that one waits', async () => {
    const page = await anna.get(`${item}/done`);
    expect(page.words).toContain('“within 3 months” Due Saturday 20 February 2021, in 7 days');
    expect((await anna.post(`${item}/done`, { text: 'Done.' })).problems).toEqual([
      { message: 'Choose what is done', href: '#duty' },
    ]);
    await anna.save(`${item}/done`, { duty: 'update-2', text: 'The policy is out.' });
    expect((await entry()).reports).toMatchObject([{ duty: `${caseId}.1.update-2` }]);
    expect((await anna.get(`${item}/done`)).fields).not.toHaveProperty('duty');
  });

  test('a duty that is not there is refused, whatever is posted', async () => {
    for (const duty of ['update-9', 'publication-1x', 'update-1#x']) {
      expect((await anna.post(`${item}/done`, { duty, text: 'Done.' })).status).toBeGreaterThanOrEqual(404);
    }
    expect(await said()).toEqual([]);
  });
});
