import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex, responseForm } from '../../../support/essex-forms.ts';
import { sampleStaff } from '../../../support/gate-of.ts';
import { openStaffForm, type StaffForm } from '../../../support/staff-form.ts';

let tables: EmbeddedTables;
let form: StaffForm;
/** Somebody else of the staff, who proposes what is then closed here. */
let colleague: StaffForm;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(async () => {
  const table = await tables.newTable();
  form = openStaffForm(table, '2020-11-02');
  const other = sampleStaff({ id: 'colleague', name: 'Sam Okoye' });
  colleague = openStaffForm(table, '2020-11-24', undefined, undefined, undefined, other);
  await recordEssex(form);
  form.moveTo('2020-11-24');
  await form.save(`${recommendationPath}/response`, { ...responseForm, do: 'save' });
});

const at = (move: string) => `${recommendationPath}/${move}`;
const propose = (by = colleague) =>
  by.save(at('propose-closure'), { proposedBy: 'Jane Smith', note: 'It is in force' });
const closing = {
  closedBy: 'Lee Marsh',
  note: 'The policy is published',
  links: 'https://www.example.org/policy',
};

describe('closing', () => {
  it('is proposed in somebody’s name, and the page says that somebody else decides', async () => {
    expect((await form.get(at('propose-closure'))).words).toContain('Somebody else then decides');
    await propose();
    const page = await form.get(recommendationPath);
    expect(page.words).toContain('Jane Smith proposed to close it, so somebody else must decide.');
    expect(page.words).toContain('What you can do now Close it');
  });

  it('is not for whoever recorded the proposal, whatever name they type: it takes two who are signed in', async () => {
    const page = await propose(form);
    expect(page.words).toContain(
      'so somebody else must decide. You recorded that it is to be closed, so somebody else must sign in and decide.',
    );
    expect(page.words).not.toContain('Close it');
    for (const answer of [await form.get(at('close')), await form.post(at('close'), closing)])
      expect([answer.status, answer.heading]).toEqual([
        422,
        'You recorded that it is to be closed, so somebody else must sign in and decide',
      ]);
    expect((await colleague.save(at('close'), closing)).words).toContain('Closed It is closed');
  });

  it('is refused to the one who proposed it, however the name is typed, with what was typed kept', async () => {
    await propose();
    const typed = { ...closing, closedBy: 'jane  smith' };
    const page = await form.post(at('close'), typed);
    expect(page.status).toBe(422);
    expect(page.title).toBe('Error: Close the recommendation - Recommendation Tracker');
    expect(page.problems).toEqual([
      { message: 'Jane Smith proposed to close this, so somebody else must close it', href: '#closedBy' },
    ]);
    expect(page.fields).toEqual(typed);
  });

  it('by somebody else ends the reminders, and says by whom and what shows it', async () => {
    await propose();
    expect((await form.get(at('close'))).words).toContain(
      'Jane Smith proposed on 24 November 2020 to close it, so somebody else must decide. They say: “It is in force”',
    );
    const page = await form.save(at('close'), closing);
    expect(page.words).toContain('Closed It is closed, so nothing is asked of the owner.');
    expect(page.words).toContain(
      '24 November 2020, by Lee Marsh The policy is published https://www.example.org/policy',
    );
  });

  it.each([
    ['no name', { closedBy: '' }, '#closedBy'],
    ['nothing that shows it', { note: ' ', links: '' }, '#note'],
    ['a link that is no web address', { links: 'https://a.example\r\njavascript:alert(1)' }, '#links'],
  ])('names the field of %s', async (_, wrong, href) => {
    await propose();
    const page = await form.post(at('close'), { ...closing, ...wrong });
    expect(page.status).toBe(422);
    expect(page.problems.map((each) => each.href)).toEqual([href]);
  });

  it('shows the evidence there is and lets one add, and then needs no note', async () => {
    await propose();
    const bare = await form.get(at('close'));
    expect(bare.words).toContain(
      'No evidence has been added. Say below what shows that it is done, or add evidence first',
    );
    expect(bare.html).toContain(`href="${at('evidence/new')}"`);
    const refused = await form.post(at('close'), { closedBy: 'Lee Marsh' });
    expect(refused.problems).toEqual([
      {
        message: 'Enter what shows that it is done, or add evidence to the recommendation first',
        href: '#note',
      },
    ]);
    await form.save(at('evidence/new'), { kind: 'text', text: 'The board agreed the policy' });
    const page = await form.get(at('close'));
    expect(page.words).toContain('The board agreed the policy 24 November 2020 Liaison staff');
    expect(page.words).toContain('What else shows that it is done? (optional)');
    const closed = await form.save(at('close'), { closedBy: 'Lee Marsh' });
    expect(closed.words).toContain('Closed 24 November 2020, by Lee Marsh');
  });

  it('declined leaves the promise and its reminders as they are', async () => {
    await propose();
    const page = await form.save(at('decline-closure'), { why: 'The officers are not trained yet' });
    expect(page.words).toContain('Closure declined The window opens on Saturday 20 March 2021.');
    expect(page.words).toContain('Promise running');
  });

  it('and after it: the effect is reviewed, and it is reopened with a date', async () => {
    await propose();
    await form.save(at('close'), closing);
    const early = {
      'reviewedOn-day': '23',
      'reviewedOn-month': '11',
      'reviewedOn-year': '2020',
      note: 'Fewer',
    };
    expect((await form.post(at('review-effect'), early)).problems).toEqual([
      {
        message: 'The review must be dated on or after 24 November 2020, the day it was closed',
        href: '#reviewedOn-day',
      },
    ]);
    const reviewed = await form.save(at('review-effect'), { ...early, 'reviewedOn-day': '24' });
    expect(reviewed.words).toContain('Effect reviewed 24 November 2020, by Liaison staff Fewer');
    const reopened = await form.save(at('reopen'), {
      why: 'It happened again',
      'dueOn-day': '31',
      'dueOn-month': '3',
      'dueOn-year': '2021',
    });
    expect(reopened.words).toContain('Reopened The update is due by Wednesday 31 March 2021.');
    expect(reopened.words).toContain('Reopened 24 November 2020, by Liaison staff It happened again');
  });
});

describe('withdrawing', () => {
  it('asks why, and ends everything', async () => {
    expect((await form.post(at('withdraw'), {})).problems).toEqual([
      { message: 'Enter why it is withdrawn', href: '#why' },
    ]);
    const page = await form.save(at('withdraw'), { why: 'It was made to the wrong force' });
    expect(page.words).toContain('Withdrawn It was withdrawn, so nothing is asked of anybody.');
    expect(page.words).toContain('What you can do now Reopen it Contents');
  });
});

it('what is typed is shown as it was typed, never as markup', async () => {
  const attack = '"><script>alert(1)</script>';
  await colleague.save(at('propose-closure'), { proposedBy: attack, note: attack });
  for (const page of [
    await form.get(recommendationPath),
    await form.get(at('close')),
    await form.post(at('close'), { closedBy: attack, note: attack, links: attack }),
    await form.save(at('close'), { closedBy: 'Lee', note: attack }),
  ]) {
    expect(page.html).toContain('&lt;script&gt;');
    expect(page.html).not.toContain('<script');
  }
});
