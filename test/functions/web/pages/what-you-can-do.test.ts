import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  form = openStaffForm(await tables.newTable(), '2020-11-02');
  await recordEssex(form);
});

const respond = (of: Record<string, string> = {}) => {
  form.moveTo('2020-11-24');
  return form.save(`${recommendationPath}/response`, { ...responseForm, ...of, do: 'save' });
};

/** The button and the links of the block, by the end of their address. */
function offered({ elements }: Answer): { button: string | undefined; links: string[] } {
  const ends = (list: typeof elements) =>
    list.map(({ attributes }) => attributes.href!.slice(recommendationPath.length + 1));
  const from = elements.findIndex(
    ({ tag, children }) => tag === 'h2' && children[0] === 'What you can do now',
  );
  const to = elements.findIndex(({ tag }, index) => index > from && tag === 'h2');
  const links = elements.slice(from, to).filter(({ tag }) => tag === 'a');
  const isButton = (each: (typeof links)[number]) => each.attributes.class?.includes('govuk-button') ?? false;
  return {
    button: ends(links.filter(isButton))[0],
    links: ends(links.filter((each) => !isButton(each))),
  };
}

describe('what you can do now', () => {
  it('while a response is awaited: it is the likely next, and nothing is offered that needs one', async () => {
    expect(offered(await form.get(recommendationPath))).toEqual({
      button: 'response',
      links: [
        'extend',
        'pause',
        'owner',
        'set-board',
        'withdraw',
        'dates/response-1/hold',
        'dates/response-1/nudge',
        'evidence/new',
        'link',
        'amend',
      ],
    });
  });

  it('while a promise runs: its update is the likely next', async () => {
    expect(offered(await respond())).toEqual({
      button: 'promises/1/update',
      links: [
        'change-acceptance',
        'confirm-commitment',
        'promises/1/propose-date',
        'promises/1/re-plan',
        'owner',
        'set-board',
        'propose-closure',
        'withdraw',
        'record-publication',
        'record-representations',
        'dates/update-1/hold',
        'dates/update-1/nudge',
        'evidence/new',
        'link',
        'amend',
      ],
    });
  });

  it('says which promise where there are several, and takes the one due first for the next', async () => {
    const page = await respond({
      promises: '2',
      'promise-2-quote': 'the policy in January',
      'promise-2-kind': 'within',
      'promise-2-within-latest': '6',
      'promise-2-within-unit': 'week',
    });
    expect(page.words).toContain('What you can do now Record that the promise was kept: promise 2');
    expect(page.words).toContain('Move the date: promise 1');
    expect(offered(page).button).toBe('promises/2/update');
  });

  it('where a date is proposed: deciding on it comes next, and declining is offered only then', async () => {
    await respond();
    expect(offered(await form.get(recommendationPath)).links).not.toContain('promises/1/decline-date');
    const page = await form.save(`${recommendationPath}/promises/1/propose-date`, {
      'dueOn-day': '30',
      'dueOn-month': '6',
      'dueOn-year': '2021',
      why: 'The trainer is ill',
      proposedBy: 'Jane Smith',
    });
    expect(offered(page).button).toBe('promises/1/re-plan');
    expect(offered(page).links).toContain('promises/1/decline-date');
    expect(page.words).toContain('What you can do now Accept the proposed date');
    expect(page.words).toContain('Decline the proposed date');
    expect(page.words).not.toMatch(/Move the date|Set a date/);
  });

  it('a proposed date is accepted as it stands in the form', async () => {
    await respond({ 'promise-1-kind': 'none' });
    const proposal = { why: 'New officers join in April', proposedBy: 'Jane Smith' };
    const proposed = { 'dueOn-day': '30', 'dueOn-month': '6', 'dueOn-year': '2021' };
    const asks = await form.get(`${recommendationPath}/promises/1/propose-date`);
    expect(asks.words).toContain('Record a date that the owner proposes');
    expect(asks.words).toContain('Until then the owner is asked for a date as before. ');
    expect(asks.words).toContain('Why this date?');
    await form.save(`${recommendationPath}/promises/1/propose-date`, { ...proposed, ...proposal });
    const page = await form.get(`${recommendationPath}/promises/1/re-plan`);
    expect(page.heading).toBe('Accept the proposed date');
    expect(page.words).toContain('It is filled in below. Enter another only where you decide otherwise.');
    expect(page.fields).toMatchObject(proposed);
  });

  it('where nobody owns it, an owner comes first', async () => {
    await form.save('/cases/2019-127918/recommendations', { text: 'Another', ownerId: '' });
    const page = await form.get('/cases/2019-127918/recommendations/2');
    expect(page.words).toContain('What you can do now Choose an owner Record the response');
  });

  it('where no date was promised, setting one comes next', async () => {
    const page = await respond({ 'promise-1-kind': 'none' });
    expect(page.words).toContain('What you can do now Set a date');
    expect(offered(page).button).toBe('promises/1/re-plan');
  });

  it('leads to pages that are there', async () => {
    for (const show of [() => form.get(recommendationPath), respond]) {
      const page = await show();
      const { button, links } = offered(page);
      for (const end of [button!, ...links]) {
        const asked = await form.get(`${recommendationPath}/${end}`);
        expect([end, asked.status]).toEqual([end, 200]);
      }
    }
  });

  it('the pages of what is not offered refuse before anything is asked, as a conflict', async () => {
    for (const end of [
      'close',
      'resume',
      'reopen',
      'review-effect',
      'decline-closure',
      'change-acceptance',
    ]) {
      const page = await form.get(`${recommendationPath}/${end}`);
      expect([end, page.status]).toEqual([end, 409]);
      expect(page.heading).toContain('is not possible now');
      expect((await form.post(`${recommendationPath}/${end}`, {})).status).toBe(409);
    }
    expect((await form.get(`${recommendationPath}/unlink`)).heading).toBe(
      'This recommendation is linked to nothing',
    );
  });
});
