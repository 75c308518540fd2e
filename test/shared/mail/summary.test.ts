import { describe, expect, test } from 'vitest';
import { liaisonTeam } from '../../../shared/domain/contact.ts';
import { addDays, asDay, type Day } from '../../../shared/domain/day.ts';
import { exceptionKinds, raise } from '../../../shared/domain/exception.ts';
import type { Night } from '../../../shared/domain/night.ts';
import type { PressingGroup } from '../../../shared/domain/pressing.ts';
import { pressingWords } from '../../../shared/domain/pressing-words.ts';
import { toEveryone } from '../../../shared/domain/sending.ts';
import { composeSummary } from '../../../shared/mail/compose-summary.ts';
import type { SummaryFacts } from '../../../shared/mail/summary.ts';
import type { Outstanding } from '../../../shared/mail/summary-attention.ts';
import { readHtml, textOf } from '../../support/html-tree.ts';
import { sampleNight } from '../../support/sample-records.ts';

const monday = asDay('2020-11-23');

const night = (day: string, more: Partial<Night> = {}): Night =>
  sampleNight({
    id: `${day}T06:10:00.000Z-night`,
    plannedOn: asDay(day),
    startedAt: `${day}T06:10:00.000Z`,
    finishedAt: `${day}T06:11:00.000Z`,
    examined: 3,
    reminded: 2,
    skipped: { 'not-yet': 1 },
    due: 2,
    reminders: 2,
    mails: 2,
    handedOver: 2,
    ...more,
  });

const week = {
  first: asDay('2020-11-16'),
  last: asDay('2020-11-22'),
  began: asDay('2020-09-01') as Day | undefined,
};
const lived = Array.from({ length: 7 }, (_, days) => night(addDays(week.first, days)));
const nothing: Outstanding = { counts: [], mostUrgent: [], held: [] };
const counts = (of: Partial<Record<PressingGroup, number>>): Outstanding['counts'] =>
  Object.entries(of).map(([group, count]) => ({ group: group as PressingGroup, count }));

const facts = (of: Partial<SummaryFacts> = {}): SummaryFacts => ({
  recipient: liaisonTeam('liaison@force.example'),
  today: monday,
  reason: 'weekly',
  trouble: undefined,
  nights: [night(monday)],
  week: { ...week, nights: lived, keptBack: 0 },
  sending: toEveryone,
  outstanding: nothing,
  exceptions: [],
  serviceUrl: 'https://tracker.example',
  organisation: 'Sample Police',
  ...of,
});

const ownerless = {
  exception: raise('no-owner', { caseId: '2019-127918', number: 2 }, '2020-11-20T23:30:00.000Z'),
  about: '2019/127918 recommendation 2',
  todo: 'Choose somebody who answers for it.',
  since: asDay('2020-11-20'),
};
const bounced = {
  exception: raise('bounced', { contactId: 'kim' }, '2020-11-21T06:12:00.000Z'),
  about: 'Kim Reed, Head of custody',
  todo: 'Give them another address, or choose who takes over. If the address works again, say so.',
  since: asDay('2020-11-21'),
};
const late = {
  ...nothing,
  counts: counts({ 'response-overdue': 3, lapsed: 1, 'proposed-for-closure': 1 }),
  mostUrgent: [
    { caseId: '2019-127918', number: 1, reference: '2019/127918', says: 'Response overdue, 3 days late.' },
  ],
};

const of = (each: Partial<Record<PressingGroup, number>>): Outstanding => ({
  ...nothing,
  counts: counts(each),
});

describe('the subject', () => {
  test.each<[string, Partial<SummaryFacts>]>([
    ['Monday summary: nothing needs you', {}],
    [
      'Monday summary: 3 overdue, 1 lapsed, 1 to decide, 2 exceptions',
      { outstanding: late, exceptions: [ownerless, bounced] },
    ],
    ['Monday summary: trouble with today’s run, 1 exception', { trouble: 'missing', exceptions: [bounced] }],
    [
      'Monday summary: 3 overdue, 1 lapsed, 1 to decide, 1 mail kept back',
      { outstanding: late, week: { ...week, nights: lived, keptBack: 1 } },
    ],
    ['Monday summary: 12 mails kept back', { week: { ...week, nights: lived, keptBack: 12 } }],
    ['Monday summary: 1 publication to check', { outstanding: of({ publication: 1 }) }],
    ['Monday summary: 2 publications to check', { outstanding: of({ publication: 2 }) }],
    ['Monday summary: 3 to decide', { outstanding: of({ 'proposed-for-closure': 1, 'date-proposed': 2 }) }],
    ['Monday summary: 1 without a date', { outstanding: of({ 'no-date': 1 }) }],
    [
      'Monday summary: 1 lapsed, 1 exception, 5 due soon, 1 open window, 2 without a date, 1 paused',
      {
        exceptions: [bounced],
        outstanding: of({
          lapsed: 1,
          'response-due-soon': 2,
          'due-soon': 3,
          'window-open': 1,
          'no-date': 1,
          'awaiting-response': 1,
          paused: 1,
        }),
      },
    ],
    ['Monday summary: trouble with the tracker', { trouble: 'not-compared' }],
    ['Tuesday summary: nothing needs you', { today: asDay('2021-06-01') }],
    ['Something needs you: 1 exception', { reason: 'daily', week: undefined, exceptions: [bounced] }],
    [
      'Something needs you: trouble with today’s run',
      { reason: 'daily', trouble: 'unfinished', outstanding: late },
    ],
  ])('%s', (subject, more) => {
    expect(composeSummary(facts(more)).subject).toBe(subject);
  });
});

describe('the words', () => {
  test('are quiet where nothing needs anybody', () => {
    const { text } = composeSummary(facts());
    expect(text).toMatch(
      /^Dear colleagues,\n\nNothing needs you\. This is how things stand on the morning of Monday 23 November 2020\./,
    );
    expect(text).toContain('What needs attention\nNothing.');
    expect(text).not.toContain('Exceptions');
  });

  test('tell of last night, and on Monday of the seven days before', () => {
    const { text } = composeSummary(facts());
    expect(text).toContain('Last night: 2 reminders went into 2 mails. Everything is accounted for.');
    expect(text).toContain(
      'The seven days to Sunday 22 November 2020: 14 reminders went into 14 mails. Everything is accounted for.',
    );
    expect(text).not.toContain('Without a run');
    expect(
      composeSummary(facts({ reason: 'daily', week: undefined, exceptions: [bounced] })).text,
    ).not.toContain('seven days');
  });

  test('say what was held back by the last run, and that of an earlier one nothing is left to say', () => {
    const first = night(monday, { handedOver: 1, heldBack: 1 });
    const second = night(monday, { id: `${monday}T10:10:00.000Z-night` });
    const held =
      '1 mail was held back, because the mail service takes only so many a day. The most urgent went first; the next run takes up the rest.';
    expect(composeSummary(facts({ nights: [first] })).text).toContain(
      `Everything is accounted for. ${held}\n`,
    );
    expect(composeSummary(facts({ nights: [first, second] })).text).not.toContain('held back');
    expect(composeSummary(facts({ nights: [second, first] })).text).not.toContain('held back');
  });

  test('name each day without a run, and what did not end, did not balance or failed', () => {
    const [, , first, second, third, ...rest] = lived as [Night, Night, Night, Night, Night, ...Night[]];
    const nights = [
      { ...first, finishedAt: undefined },
      { ...second, examined: 9 },
      { ...third, examined: 5, failed: 2 },
      ...rest,
    ];
    const { text } = composeSummary(facts({ week: { ...week, keptBack: 0, nights } }));
    expect(text).toContain(
      '1 run did not end. The account of 1 run does not balance. 2 dates could not be read or planned.',
    );
    expect(text).toContain('Without a run: Monday 16 November 2020; Tuesday 17 November 2020.');
    expect(composeSummary(facts({ nights: [] })).text).toContain('Last night: no run has been recorded.');
  });

  test('tell of a night in which nobody was due a reminder as one', () => {
    const quiet = night(monday, {
      examined: 0,
      reminded: 0,
      due: 0,
      reminders: 0,
      mails: 0,
      handedOver: 0,
      skipped: {},
    });
    expect(composeSummary(facts({ nights: [quiet] })).text).toContain(
      'Last night: no reminder was due. Everything is accounted for.',
    );
  });

  test('miss no run on a day before the first there ever was', () => {
    const began = (on: string | undefined, nights = lived.slice(2)) =>
      composeSummary(facts({ week: { ...week, began: on ? asDay(on) : undefined, nights, keptBack: 0 } }))
        .text;
    expect(began('2020-11-16')).toContain(
      'Without a run: Monday 16 November 2020; Tuesday 17 November 2020.',
    );
    expect(began('2020-11-17')).toContain('Without a run: Tuesday 17 November 2020.');
    expect(began('2020-11-18')).not.toContain('Without a run');
    expect(began('2020-11-22', lived.slice(6))).toContain('The seven days');
    expect(began(monday, [])).not.toContain('The seven days');
    expect(began(undefined, [])).not.toContain('The seven days');
  });

  test('tell of the runs after all that somebody must do', () => {
    const { text } = composeSummary(facts({ outstanding: late, exceptions: [bounced] }));
    const at = ['What needs attention', 'Exceptions (1)', 'The runs', 'Everything that needs attention:'];
    const places = at.map((heading) => text.indexOf(heading));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('tell trouble with today’s run before everything else', () => {
    const { text } = composeSummary(
      facts({ trouble: 'missing', nights: [], exceptions: [bounced], outstanding: late }),
    );
    const [, first] = text.split(/\n-+\n\n/);
    expect(first).toContain(
      'Something is wrong with today’s run\nMonday 23 November 2020: No run has been recorded, so nobody has been reminded.',
    );
    expect(first).toContain('https://tracker.example/nights');
    expect(text).not.toContain('Nothing needs you');
  });

  test('count what is late or to be decided, and name the most urgent with their links', () => {
    const { text } = composeSummary(facts({ outstanding: late }));
    expect(text).toContain(
      'What needs attention\nResponse overdue: 3.\nPromise lapsed: 1.\nProposed for closure: decide whether to close: 1.\nThe most urgent is below.',
    );
    expect(text).toContain(
      '2019/127918 recommendation 1\nResponse overdue, 3 days late.\nhttps://tracker.example/cases/2019-127918/recommendations/1\n',
    );
  });

  test('are quiet only where nothing at all needs attention', () => {
    for (const group of Object.keys(pressingWords) as PressingGroup[]) {
      const { subject, text } = composeSummary(facts({ outstanding: of({ [group]: 2 }) }));
      expect(subject).toMatch(/^Monday summary: (2|2 publications|2 open windows)\b/);
      expect(text).not.toContain('Nothing needs you');
      expect(text).toContain(`What needs attention\n${pressingWords[group].long}: 2.\n`);
    }
  });

  test('give every exception its one action and its link', () => {
    const { text } = composeSummary(facts({ exceptions: [ownerless, bounced] }));
    expect(text).toContain(
      '2019/127918 recommendation 2\nNobody owns this recommendation, so nobody is reminded (found on Friday 20 November 2020). Choose somebody who answers for it.\nhttps://tracker.example/cases/2019-127918/recommendations/2/owner',
    );
    expect(text).toContain('https://tracker.example/exceptions/bounced-kim/clear');
  });

  test('name five of a kind, lead to the rest, and hide neither another kind nor a promise that lapsed', () => {
    const many = Array.from({ length: 74 }, (_, index) => ({
      ...ownerless,
      exception: raise('no-owner', { caseId: '2019-127918', number: index + 1 }, '2020-11-20T23:30:00.000Z'),
      about: `2019/127918 recommendation ${index + 1}`,
    }));
    const lapsed = {
      ...of({ lapsed: 1 }),
      mostUrgent: [{ ...late.mostUrgent[0]!, reference: '2018/1', says: 'Promise lapsed, 3 days late.' }],
    };
    const { subject, text, html } = composeSummary(
      facts({ reason: 'daily', week: undefined, outstanding: lapsed, exceptions: [...many, bounced] }),
    );
    expect(subject).toBe('Something needs you: 75 exceptions');
    expect(text).toContain('2018/1 recommendation 1\nPromise lapsed, 3 days late.');
    expect(text.match(/Nobody owns this recommendation, so nobody is reminded \(found/g)).toHaveLength(5);
    expect(text).toContain('recommendation 5\n');
    expect(text).not.toContain('recommendation 6\n');
    expect(text).toContain('Kim Reed, Head of custody\n');
    expect(text).toContain(
      'And 69 more\nNobody owns this recommendation, so nobody is reminded.\nhttps://tracker.example/exceptions?kind=no-owner\n',
    );
    expect(html).toContain('href="https://tracker.example/exceptions?kind=no-owner"');
    expect(text.length).toBeLessThan(3_000);
  });

  test('say the same in text and in html, in which what people typed stays words', () => {
    const strange = { ...bounced, about: 'Kim <b>Reed</b> & Sons' };
    const words = composeSummary(
      facts({ trouble: 'not-sent', outstanding: late, exceptions: [ownerless, strange] }),
    );
    const squeezed = (of: string) =>
      of.replace(/-{5,}/g, ' ').replace(/\s+/g, '').replace('RecommendationTracker', '');
    const seen = textOf(readHtml(words.html.replace(/<head>.*?<\/head>/s, '')));
    expect(squeezed(seen)).toBe(squeezed(words.text));
    expect(words.html).toContain('Kim &lt;b&gt;Reed&lt;/b&gt; &amp; Sons');
  });

  test.each(Object.keys(exceptionKinds) as (keyof typeof exceptionKinds)[])(
    'have something to do about "%s"',
    (kind) => {
      const exception = raise(kind, { contactId: 'kim' }, '2020-11-21T06:12:00.000Z');
      const { text } = composeSummary(facts({ exceptions: [{ ...bounced, exception }] }));
      expect(text).toMatch(
        new RegExp(`${exceptionKinds[kind]} \\(found on Saturday 21 November 2020\\)\\. [A-Z].+\\.`),
      );
    },
  );
});

describe('who gets mail', () => {
  const says = (of: Partial<SummaryFacts>) => composeSummary(facts(of)).text;
  const keptBack = (count: number) => ({ week: { ...week, nights: lived, keptBack: count } });
  const nobody = { sending: { mode: 'nobody' } as const };

  test('is not spoken of while everyone does and did', () => {
    expect(says({})).not.toContain('Who gets mail');
  });

  test('is said in every summary while not everyone does, with how many mails of the week were kept back', () => {
    expect(says({ ...nobody, ...keptBack(2) })).toContain(
      'Who gets mail\nThis tracker sends to nobody.\nIn the seven days to Sunday 22 November 2020 2 mails were kept back. What is kept back is not sent later.',
    );
    expect(says({ ...nobody, ...keptBack(0) })).toContain('0 mails were kept back');
    const daily = says({ ...nobody, reason: 'daily', week: undefined, exceptions: [bounced] });
    expect(daily).toContain('This tracker sends to nobody.\n\n');
    expect(daily).toContain('https://tracker.example/settings/sending');
  });

  test('is said once more in the week after everyone does again', () => {
    expect(says(keptBack(1))).toContain(
      'This tracker sends to everyone.\nIn the seven days to Sunday 22 November 2020 1 mail was kept back.',
    );
  });
});
