import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Contact, liaisonTeam } from '../../../shared/domain/contact.ts';
import { addDays } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { MailLine } from '../../../shared/domain/mail.ts';
import { anyDeadline } from '../domain/any-deadline.ts';
import {
  contact,
  dutyBy,
  essexCase,
  essexRecommendation,
  inFourToSixMonths,
  promisedDuty,
  responseDuty,
  undatedDuty,
} from '../domain/essex.ts';
import { composed, itemFor, plain, readable } from './letters.ts';

const window = promisedDuty(inFourToSixMonths);

test('a team mailbox is greeted as several people', () => {
  const team = contact('team', { kind: 'team', name: 'Learning team', post: 'Organisational learning' });
  const { text } = composed([itemFor(window)], '2021-03-22', { recipient: team });
  expect(text).toMatch(/^Dear colleagues,\n/);
});

test('somebody named after their post is not greeted twice', () => {
  const recipient = contact('training', { name: 'Head of Training', post: 'Head of training' });
  expect(composed([itemFor(window)], '2021-03-22', { recipient }).text).toMatch(/^Dear Head of Training,\n/);
});

describe('a mail of one reminder', () => {
  const { subject, text } = composed([itemFor(window)], '2021-03-22');

  test('has a subject that starts with the reference and the state', () => {
    expect(subject).toBe('2019/127918 recommendation 1: window open, update due in 59 days, by 20 May 2021');
  });

  test('says who is asked, what was promised, what to do, how the date is reached and where to look', () => {
    expect(text.split('\n\n').filter((block) => !block.startsWith('---'))).toEqual([
      'Dear DI Sam Field (Detective Inspector, Public Protection),',
      'This is a reminder about one recommendation.',
      '2019/127918 recommendation 1\nResponse to a report of domestic abuse (IOPC, 29 September 2020)',
      'The update is due by Thursday 20 May 2021 (in 59 days). The promised window opened on 20 March 2021.',
      'What was promised: “report progress back in 4-6mths”',
      'What to do: Reply and say what has been done. If it is done, attach the proof; if it will take longer, give the reason and a new date.',
      'How the date is reached: opens 4 months after 20 November 2020, on 20 March 2021, and closes 6 months after, at the end of 20 May 2021.',
      'See it and answer here; we send you a code to sign in:\nhttps://tracker.example/mine/2019-127918/1',
      'Reply to this mail to reach liaison staff at Essex Police. You are written to because the record names you: if that is wrong, reply and say so, so that it reaches the right person.',
      'Recommendation Tracker, Essex Police\n',
    ]);
  });
});

describe('where a mail leads', () => {
  const own = 'https://tracker.example/mine/2019-127918/1';
  const staffs = 'https://tracker.example/cases/2019-127918/recommendations/1';
  const team = contact('team', { kind: 'team', name: 'Learning team' });

  test.each<[string, Contact, MailLine['role'], string, string]>([
    ['the owner', contact('sam'), 'owner', own, staffs],
    ['a mailbox of a team that owns it', team, 'owner', own, staffs],
    ['the manager', contact('kim'), 'manager', own, staffs],
    ['the chair of the board', contact('lee'), 'chair', own, staffs],
    ['the liaison team', liaisonTeam('liaison@force.example'), 'owner', staffs, own],
  ])('%s: in the text, the html part and the calendar', (_, recipient, role, address, other) => {
    const { text, html, entries } = composed([itemFor(window, { role })], '2021-03-22', { recipient });
    expect(text).toContain(`\n${address}\n`);
    expect(html).toContain(`href="${address}"`);
    expect(entries!.map(({ link }) => link)).toEqual([address]);
    expect(text + html + JSON.stringify(entries)).not.toContain(other);
  });
});

describe('the words before the address', () => {
  const see = (deadline: Deadline, role: MailLine['role'], recipient = contact('sam')) =>
    /\n\n(.*)\nhttps:/.exec(composed([itemFor(deadline, { role })], '2020-11-10', { recipient }).text)?.[1];

  test.each<[string, Deadline, MailLine['role'], string]>([
    ['the owner of a promise', window, 'owner', 'See it and answer here; we send you a code to sign in:'],
    [
      'the owner of a response',
      responseDuty(),
      'owner',
      'The response itself goes to liaison staff by reply. See it, and say how it goes or whose it is, here; we send you a code to sign in:',
    ],
    ['the manager', responseDuty(), 'manager', 'See it here; we send you a code to sign in:'],
    ['the chair', window, 'chair', 'See it here; we send you a code to sign in:'],
  ])('tell %s what is there', (_, deadline, role, words) => {
    expect(see(deadline, role)).toBe(words);
  });

  test('speak to liaison staff of no code', () => {
    expect(see(window, 'owner', liaisonTeam('liaison@force.example'))).toBe(
      'See it, and record what has come of it:',
    );
  });
});

describe('a copy', () => {
  const copy = itemFor(window, { role: 'chair' });
  const own = itemFor(undatedDuty());

  test('says in its subject and before anything else that it is one', () => {
    const { subject, text } = composed([copy], '2021-07-15', { again: true });
    expect(subject).toBe('For your information: 2019/127918 recommendation 1: promise lapsed, 56 days late');
    expect(text.split('\n\n').slice(1, 3)).toEqual([
      'For your information: this is a copy of a reminder about one recommendation.',
      'You may already have had this mail. If so, ignore this one.',
    ]);
    expect(composed([copy, copy], '2021-07-15').text).toContain(
      'For your information: these are copies of 2 reminders, the most urgent first.',
    );
  });

  test('among what is their own is counted, and the subject is as ever', () => {
    const { subject, text } = composed([copy, own], '2021-07-15');
    expect(subject).toBe('2019/127918 recommendation 1: promise lapsed, 56 days late (and 1 more)');
    expect(text).toContain(
      'These are 2 reminders, the most urgent first; 1 of them is a copy for your information.',
    );
    expect(composed([copy, copy, own], '2021-07-15').text).toContain(
      'These are 3 reminders, the most urgent first; 2 of them are copies for your information.',
    );
    expect(composed([own, own], '2021-07-15').text).toContain('the most urgent first.\n');
  });
});

describe('an answer that waits for liaison staff', () => {
  const waits =
    'An answer on this recommendation waits for liaison staff. Until they decide on it, reminders go on.';

  test.each(['owner', 'manager', 'chair'] as const)('is told to the %s, after how things stand', (role) => {
    const item = itemFor(window, { role }, { answerWaits: true });
    const { text, html } = composed([item], '2021-03-22');
    expect(text).toContain(`opened on 20 March 2021.\n\n${waits}\n\nWhat was promised`);
    expect(readable(html)).toBe(plain(text));
  });

  test('is not spoken of where there is none', () => {
    expect(composed([itemFor(window)], '2021-03-22').text).not.toContain('waits for liaison staff');
  });
});

describe('what a mail quotes', () => {
  test.each([
    ['a response', responseDuty()],
    ['a promise without a date', undatedDuty()],
  ])('%s: the recommendation, because nothing dated was promised', (_, deadline) => {
    const { text } = composed([itemFor(deadline)], '2020-11-23');
    expect(text).toContain(`What was recommended: “${essexRecommendation.text}”`);
    expect(text).not.toContain('What was promised');
  });

  test('no working is shown where there is no date to reach', () => {
    const undated = responseDuty({ source: 'other', legalBasis: 'none', publishedDueOn: undefined });
    for (const deadline of [undated, undatedDuty()])
      expect(composed([itemFor(deadline)], '2020-12-18').text).not.toContain('How the date is reached');
    expect(composed([itemFor(responseDuty())], '2020-11-01').text).toContain(
      'How the date is reached: By law: 29 September 2020 is day 1 of 56; the last day is 23 November 2020. As published: the page asks for a response by 24 November 2020.',
    );
  });

  test.each([
    ['x'.repeat(399), 'x'.repeat(399)],
    ['x'.repeat(400), 'x'.repeat(400)],
    ['x'.repeat(401), `${'x'.repeat(400)}…`],
    [`${'x'.repeat(399)} yz`, `${'x'.repeat(399)}…`],
    ['🚓'.repeat(401), `${'🚓'.repeat(400)}…`],
  ])('a long quote is cut after 400 characters, between whole ones', (quote, shown) => {
    const { text, html } = composed([itemFor({ ...window, basis: quote })], '2021-03-22');
    expect(text).toContain(`What was promised: “${shown}”`);
    expect(readable(html)).toContain(`What was promised: “${shown}”`);
  });
});

describe('a digest', () => {
  const items = [
    undatedDuty(),
    dutyBy('2021-03-10'),
    window,
    { ...responseDuty(), number: 2 },
    dutyBy('2021-04-01'),
  ];
  const digest = composed(
    items.map((deadline) => itemFor(deadline)),
    '2021-03-22',
  );

  test('names the most urgent in its subject, and how many more there are', () => {
    expect(digest.subject).toBe('2019/127918 recommendation 2: response overdue, 118 days late (and 4 more)');
    const two = composed([itemFor(window), itemFor(undatedDuty())], '2021-03-22');
    expect(two.subject).toBe(
      '2019/127918 recommendation 1: window open, update due in 59 days, by 20 May 2021 (and 1 more)',
    );
  });

  test('tells everything once, the most urgent first', () => {
    const states = [
      'is 118 days late.',
      'is 12 days late.',
      'is due by Thursday 1 April 2021 (in 10 days).',
      'is due by Thursday 20 May 2021 (in 59 days).',
      'gave no date for this.',
    ].map((state) => digest.text.indexOf(state));
    expect(states).toEqual(states.toSorted((a, b) => a - b));
    expect(states.every((at) => at > 0)).toBe(true);
    expect(digest.text).toContain('These are 5 reminders, the most urgent first.');
    expect(digest.text.match(/What to do:/g)).toHaveLength(5);
  });
});

describe('the text and the html part', () => {
  test('say the same, whatever the duty and the day', () => {
    fc.assert(
      fc.property(
        anyDeadline,
        fc.nat(400),
        fc.boolean(),
        fc.constantFrom('owner' as const, 'chair' as const),
        (deadline, days, late, role) => {
          const today = addDays(deadline.plannedFromOn, days);
          const { text, html } = composed([itemFor(deadline, { late, role }), itemFor(window)], today);
          expect(readable(html)).toBe(plain(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('name no id a person does not know', () => {
    const recipient = contact('chair-1', { name: 'Jo Hale', post: 'Chair' });
    const { subject, text, html } = composed([itemFor(window, { role: 'chair' })], '2021-07-15', {
      recipient,
    });
    for (const part of [subject, text, html]) {
      for (const id of [window.id, 'owner-1', 'chair-1', 'update-1', '-28']) expect(part).not.toContain(id);
    }
  });
});

describe('hostile words', () => {
  const hostile = `"><script>alert('x')</script>&amp;<img src=x onerror=alert(1)>`;
  const recipient = contact('r', { name: hostile, post: hostile });
  const item = itemFor(
    { ...window, basis: `${hostile}\n\nWhat to do: pay at https://evil.example`, reference: hostile },
    { role: 'manager' },
    { learningCase: { ...essexCase, title: hostile }, owner: contact('o', { name: hostile, post: hostile }) },
  );
  const { subject, text, html } = composed([item], '2021-06-03', { recipient, organisation: hostile });

  test('are words in the html part, not markup', () => {
    expect(html).not.toMatch(/<(script|img)/i);
    expect(html.match(/href="[^"]*"/g)).toEqual(['href="https://tracker.example/mine/2019-127918/1"']);
    expect(readable(html)).toContain(hostile);
    expect(readable(html)).toBe(plain(text));
  });

  test('cannot start a line of ours in the text part', () => {
    expect(text.match(/^What to do:/gm)).toHaveLength(1);
    expect(text).toContain(`&amp;<img src=x onerror=alert(1)> What to do: pay`);
  });

  test('leave the subject on one line; the title and the quote are not in it', () => {
    expect(subject).toBe(`For your information: ${hostile} recommendation 1: promise lapsed, 14 days late`);
    const titled = composed(
      [itemFor(window, {}, { learningCase: { ...essexCase, title: 'SECRET' } })],
      '2021-03-22',
    );
    expect(titled.subject).not.toContain('SECRET');
  });

  test('however long, leave a mail of a size that can be sent', () => {
    const recommendation = { ...essexRecommendation, text: '<'.repeat(20_000) };
    const long = composed([itemFor(responseDuty(), {}, { recommendation })], '2020-11-01');
    expect(long.html.length).toBeLessThan(10_000);
    expect(long.subject.length).toBeLessThan(100);
  });
});
