import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runNight } from '../../../../functions/nightly/night.ts';
import { addDays, asDay } from '../../../../shared/domain/day.ts';
import { asInstant } from '../../../../shared/domain/london.ts';
import { listMails } from '../../../../shared/store/lists.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { type EmbeddedTables, startTables } from '../../../support/embedded-table.ts';
import { recommendationPath, recordEssex } from '../../../support/essex-forms.ts';
import { nightsOf } from '../../../support/nights-of.ts';
import { put } from '../../../support/recorded.ts';
import { type Answer, openStaffForm, type StaffForm } from '../../../support/staff-form.ts';
import { watchdogOf } from '../../../support/watchdog-of.ts';

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
  await nightsOf(table).night('2020-11-09');
  form.moveTo('2020-11-09');
});

const onlyMail = async () => (await listMails(table, '2020-11')).items[0]!;

describe('the register of mails', () => {
  it('lists a month: to whom, of what, and what became of it', async () => {
    const page = await form.get('/mails?month=2020-11');
    expect(page.heading).toBe('Mail in November 2020');
    expect(page.words).toContain(
      'Monday 9 November 2020 Jane Smith, Head of Learning Written when it is sent 2019/127918 recommendation 1: response, planned for 14 days before it is due Waiting to be sent',
    );
  });

  it('leads to the month before, and to the month after only when it has begun', async () => {
    expect((await form.get('/mails?month=2020-11')).words).toContain('October 2020');
    expect((await form.get('/mails?month=2020-11')).words).not.toContain('December 2020');
    const october = await form.get('/mails?month=2020-10');
    expect(october.words).toContain('No mail was planned in this month.');
    expect(october.words).toContain('November 2020');
  });

  it.each(['2020-13', '2020-00', '1899-12', 'soon', '', '2020-11-09'])(
    'shows this month when asked for "%s"',
    async (month) => {
      expect((await form.get(`/mails?month=${month}`)).heading).toBe('Mail in November 2020');
    },
  );

  it('has an end at either side', async () => {
    expect((await form.get('/mails?month=1900-01')).status).toBe(200);
    expect((await form.get('/mails?month=2999-12')).status).toBe(200);
  });
});

describe('one mail', () => {
  it('waiting to be sent has no words yet, and leads to what it reminds of', async () => {
    const page = await form.get(`/mails/${(await onlyMail()).id}`);
    expect(page.words).toContain('State Waiting to be sent');
    expect(page.words).toContain('They are written when it is sent');
    expect(page.elements.some(({ attributes }) => attributes.href === recommendationPath)).toBe(true);
  });

  it('that was sent shows its words, its address and the moment in London', async () => {
    const mail = await onlyMail();
    const subject = '2019/127918 recommendation 1: response due in 14 days';
    await put(table, 'mail', {
      ...mail,
      state: 'SENT',
      subject,
      recipientEmail: 'jane@old.example',
      settledAt: '2020-11-09T06:11:00.000Z',
      messageId: 'ses-1',
    });
    await put(table, 'content', {
      mailId: mail.id,
      subject,
      text: 'Dear Jane,\n\nThere is one recommendation.',
    });
    const page = await form.get(`/mails/${mail.id}`);
    expect(page.heading).toBe(subject);
    expect(page.words).toContain('Address jane@old.example');
    expect(page.words).toContain('Sent Monday 9 November 2020 at 06:11');
    expect(page.words).toContain('Dear Jane, There is one recommendation.');
    expect((await form.get(recommendationPath)).words).toContain(
      'Response, planned for 14 days before it is due Jane Smith, Head of Learning Sent',
    );
  });

  it('that was not sent says why, and which stages it stood for', async () => {
    const mail = await onlyMail();
    const lines = mail.lines.map((line) => ({ ...line, late: true, coalesced: ['-28', 'opens'] }));
    await put(table, 'mail', {
      ...mail,
      lines,
      state: 'SUPERSEDED',
      reason: 'Nothing in it applied any more',
      settledAt: '2020-11-09T06:11:00.000Z',
    });
    const page = await form.get(`/mails/${mail.id}`);
    expect(page.words).toContain('State Not sent: no longer needed');
    expect(page.words).toContain('Why Nothing in it applied any more');
    expect(page.words).toContain(
      'Response, planned for 14 days before it is due (instead of: 28 days before it is due, window opens)',
    );
    expect(page.words).toContain('Monday 9 November 2020 (it went late)');
  });
});

describe('a summary for liaison staff', () => {
  it('stands in the register without reminders, and shows its words before it leaves', async () => {
    await put(table, 'mail', { ...(await onlyMail()), state: 'SENT' });
    await watchdogOf(table).look('2020-11-09');
    const list = await form.get('/mails?month=2020-11');
    expect(list.words).toContain('Monday summary: 1 due soon Summary for liaison staff Waiting');
    const page = await form.get('/mails/summary-2020-11-09');
    expect(page.heading).toBe('Monday summary: 1 due soon');
    expect(page.words).toContain('To Liaison team');
    expect(page.words).toContain('Planned by The watchdog');
    expect(page.words).toContain(
      'Dear colleagues, This is how things stand on the morning of Monday 9 November 2020.',
    );
    expect(page.words).not.toContain('What it reminds of');
  });
});

describe('the nights', () => {
  it('are listed by year, a row for each day, with whether their accounts balance', async () => {
    const page = await form.get('/nights?year=2020');
    expect(page.heading).toBe('Nights of 2020');
    expect(page.words).toContain('Monday 9 November 2020 06:10 on Monday 9 November 2020 1 0 Everything');
    expect((await form.get('/nights?year=2019')).words).toContain('No run has been recorded in this year.');
    const hrefsOf = async (year: number) =>
      (await form.get(`/nights?year=${year}`)).elements.flatMap(({ attributes }) =>
        /^\/nights\?year=\d+$/.test(attributes.href ?? '') ? [attributes.href] : [],
      );
    expect(await hrefsOf(2019)).toEqual(['/nights?year=2020']);
    expect(await hrefsOf(2020)).toEqual([]);
    expect(await hrefsOf(2026)).toEqual(['/nights?year=2020']);
  });

  it('show a day whole on the page it begins on, and not again on the next', async () => {
    const { depsOn } = nightsOf(table);
    for (let day = asDay('2020-11-10'); day <= '2020-12-05'; day = addDays(day, 1))
      for (const time of ['06:10', '14:10'])
        await runNight({ ...depsOn(day), clock: { now: () => asInstant(`${day}T${time}:00.000Z`) } });
    const rowsOf = (page: Answer) => page.words.match(/\w+day \d+ \w+ 2020 06:10 on/g) ?? [];
    const first = await form.get('/nights?year=2020');
    const more = first.elements.find(({ attributes }) => attributes.href?.includes('cursor='))!;
    const second = await form.get(more.attributes.href!);
    expect(rowsOf(first)).toHaveLength(25);
    expect(rowsOf(second)).toEqual(['Tuesday 10 November 2020 06:10 on', 'Monday 9 November 2020 06:10 on']);
    await runNight({ ...depsOn('2020-12-06'), clock: { now: () => asInstant('2020-12-06T06:10:00.000Z') } });
    const split = await form.get('/nights?year=2020');
    const rest = await form.get(
      split.elements.find(({ attributes }) => attributes.href?.includes('cursor='))!.attributes.href!,
    );
    expect(split.words).toMatch(/Wednesday 11 November 2020 06:10 on [^,]*, 14:10 on/);
    expect(rowsOf(rest)).toEqual(['Tuesday 10 November 2020 06:10 on', 'Monday 9 November 2020 06:10 on']);
  });

  it('that held mails back say why, and what comes of them, wherever the run is seen', async () => {
    const { night, quotaIs } = nightsOf(table);
    quotaIs({ perDay: 0 });
    const { id, heldBack } = await night('2020-11-10');
    expect(heldBack).toBe(1);
    form.moveTo('2020-11-10');
    const says =
      '1 mail was held back, because the mail service takes only so many a day. The most urgent went first; the next run takes up the rest.';
    for (const path of ['/', '/nights?year=2020', `/nights/${id}`])
      expect((await form.get(path)).words).toContain(says);
    await nightsOf(table).night('2020-11-11');
    form.moveTo('2020-11-11');
    expect((await form.get('/')).words).not.toContain('held back');
  });

  it('that left something to people lead to what there is of it now, and say so of nothing else', async () => {
    const night = await nightsOf(table).night('2020-11-10');
    const linksOf = async () =>
      (await form.get(`/nights/${night.id}`)).elements.filter(
        ({ attributes }) => attributes.href === '/#exceptions',
      ).length;
    expect(await linksOf()).toBe(0);
    await put(table, 'night', {
      ...night,
      skipped: { 'no-owner': 1, 'not-yet': 5 },
      outstanding: { ...night.outstanding, found: 9, sentAgain: 2, needHuman: 3, unconfirmed: 4 },
    });
    const { words } = await form.get(`/nights/${night.id}`);
    expect(await linksOf()).toBe(2);
    expect(words).toMatch(/Left: nobody owns it\. See which have no owner now : left: nobody owns it 1 /);
    expect(words).toContain('Mails of earlier runs not yet settled: 9');
    expect(words).toMatch(/\d are not accounted for\./);
    expect(words).toMatch(/Not accounted for -?\d/);
    expect(words).toContain('To be sent again, because nothing was heard of the first 2');
    expect(words).toMatch(/Delivery not confirmed within three days\. See the exceptions : .{1,60} 4/);
    expect(words).toMatch(
      /Not known whether it was sent; a person must look\. See the exceptions : .{1,60} 3/,
    );
  });

  it('lead from what became of mails to those mails', async () => {
    const { id } = await nightsOf(table).night('2020-11-16');
    const mail = (await listMails(table, '2020-11')).items.find(({ nightId }) => nightId === id)!;
    const [all, waiting, bounced] = [
      `/nights/${id}`,
      `/nights/${id}?mails=waiting`,
      `/nights/${id}?mails=bounced`,
    ];
    const { elements } = await form.get(all);
    const hrefs = elements.map(({ attributes }) => attributes.href);
    expect(hrefs).toContain(`/nights/${encodeURIComponent(id)}?mails=waiting#mails`);
    const shows = async (path: string) => (await form.get(path)).html.includes(`/mails/${mail.id}`);
    expect([await shows(waiting), await shows(bounced), await shows(`${all}?mails=nonsense`)]).toEqual([
      true,
      false,
      true,
    ]);
    expect((await form.get(bounced)).words).toContain('See all mails of this run');
  });

  it.each(['20', 'soon', '3020', ''])('of this year are shown when asked for "%s"', async (year) => {
    expect((await form.get(`/nights?year=${year}`)).heading).toBe('Nights of 2020');
  });

  it('have a statement each, every figure in words, with the mails', async () => {
    const list = await form.get('/nights');
    const link = list.elements.find(({ attributes }) => attributes.href?.startsWith('/nights/2020'))!
      .attributes.href!;
    const page = await form.get(link);
    expect(page.heading).toBe('Run of Monday 9 November 2020 at 06:10');
    expect(page.words).toContain('Everything it looked at is accounted for.');
    expect(page.words).toContain('Ran Monday 9 November 2020 from 06:10 to 06:10');
    expect(page.words).toContain('Every one is accounted for.');
    expect(page.words).toMatch(
      /Dates looked at: 1 .*With somebody to be reminded\. .* 1 Reminders due: 1 .*Planned\. .* 1/,
    );
    expect(page.words).not.toContain('nobody owns it');
    expect(page.words).toContain('Mails of earlier runs not yet settled: none.');
    expect(page.words).not.toContain('ot accounted for');
    expect(page.words).toContain(
      '2019/127918 recommendation 1: response, planned for 14 days before it is due',
    );
  });
});
