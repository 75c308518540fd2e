import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordRecommendation } from '../../../../functions/web/moves/record-recommendation.ts';
import { readCaseFile } from '../../../../shared/store/case-file.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { republished } from '../../../shared/extract/page/learning-pages.ts';
import { caseId, deskOf } from '../../../support/desk-of.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { board } from '../../../support/recorded.ts';
import { accepted } from '../../../support/sample-records.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';
import { wholeTable } from '../../../support/whole-table.ts';

let tables: EmbeddedTables;
let table: Table;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  table = await tables.newTable();
  form = openStaffForm(table, '2020-12-01');
});

const address = '/cases/paste';
const dated = {
  'recommendation-1-respondedOn-day': '20',
  'recommendation-1-respondedOn-month': '11',
  'recommendation-1-respondedOn-year': '2020',
  'promise-101-quote': 'in 4-6mths',
  'promise-101-kind': 'between',
  'promise-101-between-earliest': '4',
  'promise-101-between-latest': '6',
  'promise-101-between-unit': 'month',
};

/** What a person has in front of them after pasting the page, having chosen what it was made under. */
async function filled(of: Record<string, string> = {}): Promise<Record<string, string>> {
  const { fields } = await form.post(address, { do: 'read', page: republished });
  return { ...fields, keptPage: republished, legalBasis: 'paragraph-28A', ...of };
}

describe('a page that was pasted', () => {
  test('fills every field with what was read, and says from which words', async () => {
    const { heading, fields, words } = await form.post(address, { do: 'read', page: republished });
    expect(heading).toBe('Look at what was read');
    expect(fields).toMatchObject({
      reference: '2019/127918',
      title: 'Police response to a domestic incident - Essex Police, September 2020',
      source: 'iopc',
      legalBasis: '',
      body: 'Essex Police',
      'madeOn-day': '29',
      'madeOn-month': '9',
      'madeOn-year': '2020',
      'publishedDueOn-day': '24',
      topics: expect.stringMatching(/Domestic abuse\s+Welfare and vulnerable people/),
      recommendations: '2',
      'recommendation-1-text': expect.stringMatching(/^The IOPC recommends that Essex Police should review/),
      'recommendation-1-acceptance': 'accepted',
      'recommendation-1-response': expect.stringMatching(/in 4-6mths\.$/),
      'recommendation-1-respondedOn-day': '',
      'recommendation-2-acceptance': 'accepted',
    });
    expect(words).toContain('On the page: “Essex Police Ref: 2019/127918 Recommended 29 Sep 2020');
    expect(words).toContain('Check The page does not print the date of the response: ask for it');
    expect(fields).toMatchObject({
      'promise-101-quote': 'The intention is to report progress back to the IOPC in 4-6mths.',
      'promise-101-kind': 'between',
      'promise-101-between-earliest': '4',
      'promise-101-between-latest': '6',
      'promise-101-between-unit': 'month',
      'promise-201-kind': 'within',
      'promise-201-within-latest': '3',
    });
    expect(words).toContain('Read as: From 4 months to 6 months after the response.');
    expect(words).toContain('Check A list seems to be missing after');
  });

  test('saves nothing before it is confirmed', async () => {
    const before = await wholeTable(table);
    const check = await form.post(address, { ...(await filled(dated)), do: 'check' });
    expect(check.heading).toBe('Check before saving');
    expect(check.words).toContain('Opens 4 months after 20 November 2020');
    expect(check.words).toContain('Not recorded yet: it has no date');
    expect(await wholeTable(table)).toEqual(before);
  });

  test('once confirmed is the case with its page, its recommendations, and the response that has a date', async () => {
    const saved = await form.save(address, { ...(await filled(dated)), do: 'save' });
    expect(saved.words).toContain('Case recorded with its recommendations');
    const file = (await readCaseFile(table, caseId))!;
    expect(file.keptPage).toBe(republished);
    expect(file.learningCase).toMatchObject({ madeOn: '2020-09-29', linkedBodies: ['Kent Police'] });
    const [first, second] = file.recommendations;
    expect(first!.response).toMatchObject({ respondedOn: '2020-11-20', acceptance: 'accepted' });
    expect(first!.commitments).toMatchObject([{ quote: 'in 4-6mths' }]);
    expect(second!.response).toBeUndefined();
    expect(second!.recommendation.acceptance).toBe('awaiting');
  });

  test('has the board that was chosen for a recommendation; one that there is not is refused', async () => {
    await board(table, 'learning', { name: 'Learning board' });
    const id = 'learning';
    const chosen = await filled({ 'recommendation-2-boardId': id });
    expect((await form.post(address, { ...chosen, do: 'check' })).words).toContain('Board Learning board');
    await form.save(address, { ...chosen, do: 'save' });
    const { recommendations } = (await readCaseFile(table, caseId))!;
    expect(recommendations.map(({ recommendation }) => recommendation.boardId)).toEqual([undefined, id]);
    const refused = await form.post(address, {
      ...(await filled({ 'recommendation-1-boardId': 'none' })),
      do: 'check',
    });
    expect(refused.problems).toMatchObject([{ href: '#recommendation-1-boardId' }]);
  });

  test('carries the whole form through the check, and back to change it', async () => {
    const check = await form.post(address, { ...(await filled(dated)), do: 'check' });
    const changed = await form.post(address, { ...check.fields, keptPage: republished, do: 'change' });
    expect(changed.fields).toMatchObject({ legalBasis: 'paragraph-28A', 'promise-101-quote': 'in 4-6mths' });
    await form.save(address, { ...check.fields, keptPage: republished, do: 'save' });
    expect((await readCaseFile(table, caseId))!.recommendations).toHaveLength(2);
  });

  test('leaves out a recommendation whose text was emptied', async () => {
    await form.save(address, { ...(await filled({ 'recommendation-1-text': '' })), do: 'save' });
    const { recommendations } = (await readCaseFile(table, caseId))!;
    expect(recommendations.map(({ recommendation }) => recommendation.text)).toEqual([
      expect.stringContaining('any new policy should include'),
    ]);
  });

  test.each<[Record<string, string>, string, string]>([
    [{ legalBasis: '' }, '#legalBasis', 'Choose what the recommendations were made under'],
    [
      { 'madeOn-year': '2021' },
      '#madeOn-day',
      'The day the recommendations were made must be today or in the past',
    ],
    [
      { ...dated, 'recommendation-1-respondedOn-month': '9' },
      '#recommendation-1-respondedOn-day',
      'The response date must be on or after 29 September 2020, the day the recommendation was made',
    ],
    [
      { ...dated, 'recommendation-1-respondedOn-day': '' },
      '#recommendation-1-respondedOn-day',
      'Recommendation 1: the date of the response must include a day',
    ],
    [
      { ...dated, 'promise-101-between-latest': '3' },
      '#promise-101-between-latest',
      'Recommendation 1: the window must not close before it opens',
    ],
    [
      { ...dated, 'recommendation-1-acceptance': 'awaiting' },
      '#recommendation-1-acceptance',
      'Recommendation 1: choose whether the recommendation was accepted',
    ],
  ])('with %j is refused at its field', async (typed, href, message) => {
    const answer = await form.post(address, { ...(await filled(typed)), do: 'save' });
    expect(answer.status).toBe(422);
    expect(answer.problems).toContainEqual({ href, message });
    expect(await readCaseFile(table, caseId)).toBeUndefined();
  });

  test('confirmed twice is recorded once; another page of the same reference is refused', async () => {
    const typed = { ...(await filled(dated)), do: 'save' };
    await form.save(address, typed);
    await form.save(address, typed);
    expect((await readCaseFile(table, caseId))!.recommendations).toHaveLength(2);
    const other = await form.post(address, { ...typed, keptPage: `${republished} More.` });
    expect(other).toMatchObject({ status: 409 });
    expect(other.problems[0]!.message).toContain('has already been recorded');
  });

  describe('again, by somebody who looks after Kent Police', () => {
    const kent = () =>
      openStaffForm(
        table,
        '2020-12-01',
        undefined,
        undefined,
        undefined,
        sampleStaff({ scope: { bodies: ['Kent Police'], boards: [] } }),
      );

    test('adds nothing to a case of Essex Police, whatever body they say it is of', async () => {
      const typed = { ...(await filled(dated)), do: 'save' };
      await form.save(address, { ...(await filled()), do: 'save' });
      const before = await wholeTable(table);
      const planted = { ...typed, body: 'Kent Police', 'recommendation-1-response': 'Planted.' };
      const answer = await kent().post(address, planted);
      expect(answer).toMatchObject({ status: 409 });
      expect(answer.words).toContain('You do not look after it');
      expect(await wholeTable(table)).toEqual(before);
    });

    test('records no response to what another body was asked, in a case that they see for its own', async () => {
      await form.save(address, { ...(await filled()), do: 'save', 'recommendation-2-text': '' });
      const asked = { text: 'Feed the ducks.', addressee: 'Kent Police' };
      accepted(await recordRecommendation(deskOf(table, '2020-12-01'), caseId, asked));
      const before = await wholeTable(table);
      const planted = {
        ...(await filled(dated)),
        body: 'Kent Police',
        'recommendation-2-text': '',
        do: 'save',
      };
      await kent().post(address, { ...planted, 'recommendation-1-response': 'Planted.' });
      const file = await readCaseFile(table, caseId);
      expect(file!.recommendations.map(({ response }) => response)).toEqual([undefined, undefined]);
      expect(await wholeTable(table)).toEqual(before);
    });
  });

  test('confirmed by several presses at once is recorded once', async () => {
    const typed = { ...(await filled(dated)), do: 'save' };
    const answers = await Promise.all([1, 2, 3].map(() => form.post(address, typed)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const { recommendations, events } = (await readCaseFile(table, caseId))!;
    expect(recommendations).toHaveLength(2);
    expect(events.filter(({ move }) => move === 'record-recommendation')).toHaveLength(2);
    expect(recommendations[0]!.response).toBeDefined();
  });

  test('confirmed again after being stopped has both of two recommendations in the same words', async () => {
    const { fields } = await form.post(address, { do: 'read', page: republished });
    const alike = { 'recommendation-1-text': 'Review it.', 'recommendation-2-text': 'Review it.' };
    const typed = await filled({ ...fields, ...alike, do: 'save', legalBasis: 'paragraph-28A' });
    await form.save(address, { ...typed, 'recommendation-2-text': '' });
    expect((await readCaseFile(table, caseId))!.recommendations).toHaveLength(1);
    await form.save(address, typed);
    await form.save(address, typed);
    expect((await readCaseFile(table, caseId))!.recommendations).toHaveLength(2);
  });

  test('that is none says so where it was pasted', async () => {
    const answer = await form.post(address, { do: 'read', page: 'Dear colleague' });
    expect(answer.status).toBe(422);
    expect(answer.problems[0]!).toMatchObject({ href: '#page' });
    expect(answer.fields.page).toBe('Dear colleague');
  });
});
