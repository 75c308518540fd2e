import { describe, expect, test } from 'vitest';
import { liaisonTeam } from '../../../shared/domain/contact.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { promisedDuties } from '../../../shared/domain/promised-duties.ts';
import { publicationDeadline } from '../../../shared/domain/publication.ts';
import { movedWords } from '../../../shared/mail/moved-words.ts';
import { wordingOf } from '../../../shared/mail/wording.ts';
import {
  allowed,
  essexCase,
  essexRecommendation,
  inFourToSixMonths,
  promisedDuty,
  respondedOn,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from '../domain/essex.ts';
import { composed, itemFor } from './letters.ts';

const d = asDay;
const publication = allowed(publicationDeadline(respondedOn, essexRecommendation, essexCase, respondedOn))!;

describe('a publication, to the liaison team', () => {
  const words = (today: string) => wordingOf(itemFor(publication), d(today));
  const action =
    'You publish nothing yourselves. Look whether the response is on the IOPC’s site: if it is, record the day on which it was published; if representations against publication were made with the response, record those. Either ends these reminders.';

  test.each([
    [
      '2020-12-03',
      'publication by the IOPC due in 7 days, by 10 December 2020',
      'By law the IOPC must publish the response of 20 November 2020, and send copies of it, by Thursday 10 December 2020 (in 7 days).',
    ],
    [
      '2020-12-10',
      'publication by the IOPC due today',
      'By law the IOPC must publish the response of 20 November 2020, and send copies of it, by Thursday 10 December 2020 (today).',
    ],
  ])('on %s: %s', (today, state, sentence) => {
    expect(words(today)).toMatchObject({ state, sentence, action });
  });

  test('late: it is the IOPC that is late, or nobody has recorded it; and whom to ask', () => {
    expect(words('2020-12-11')).toMatchObject({
      state: 'publication by the IOPC not recorded, 1 day late',
      sentence:
        'By law the IOPC had to publish the response of 20 November 2020, and send copies of it, by Thursday 10 December 2020. That is now 1 day late, or it was done and nobody has recorded it.',
      action: `${action} If neither is so, ask the IOPC when it will publish it.`,
    });
  });

  test('the mail quotes what was recommended and shows how the date is reached', () => {
    const { subject, text } = composed([itemFor(publication)], '2020-12-09');
    expect(subject).toBe('2019/127918 recommendation 1: publication by the IOPC due tomorrow');
    expect(text).toContain(`What was recommended: “${essexRecommendation.text}”`);
    expect(text).toContain('20 November 2020 is day 1 of 21; the last day is 10 December 2020.');
  });

  test('does not send liaison staff to liaison staff', () => {
    const recipient = liaisonTeam('liaison@essex.police.uk');
    const { text } = composed([itemFor(publication)], '2020-12-09', { recipient });
    expect(text).not.toContain('Reply to this mail');
    expect(text).toContain('This goes to liaison staff at Essex Police only: nobody else is reminded of it.');
    expect(composed([itemFor(publication)], '2020-12-09').text).toContain(
      'Reply to this mail to reach liaison staff at Essex Police.',
    );
  });
});

test('a paused response: nothing is due, and the one thing to say is when the proceedings end', () => {
  const paused = { ...responseDuty(), pausedOn: d('2020-11-01') };
  expect(wordingOf(itemFor(paused), d('2020-11-30'))).toMatchObject({
    state: 'response paused for judicial review',
    sentence:
      'Nothing is due now: the time for the response stands still for a judicial review, in progress since Sunday 1 November 2020.',
    action: 'Nothing while it lasts. If it has ended, reply and say on which day.',
  });
  const { text } = composed([itemFor(paused)], '2020-11-30');
  expect(text).not.toContain('How the date is reached');
});

describe('a promise whose date has been moved', () => {
  const moved = { ...promisedDuty(withinThreeMonths), dueOn: d('2021-06-30'), lateAfterOn: d('2021-06-30') };
  const first = d('2021-02-20');

  test.each([
    [0, undefined, ''],
    [1, first, 'This date has been moved once; first promised for 20 February 2021.'],
    [2, first, 'This date has been moved twice; first promised for 20 February 2021.'],
    [3, first, 'This date has been moved 3 times; first promised for 20 February 2021.'],
  ])('%i times: %s %s', (times, firstDueOn, words) => {
    expect(movedWords({ moved: times, firstDueOn })).toBe(words);
  });

  test('that liaison staff set, is said to have been set and not promised', () => {
    expect(movedWords({ moved: 1, firstDueOn: first, cause: 'reopened' })).toBe(
      'This date has been moved once; first set for 20 February 2021.',
    );
  });

  test('says so whether it is due or has lapsed', () => {
    const twice = { ...moved, moved: 2, firstDueOn: first };
    const words = 'This date has been moved twice; first promised for 20 February 2021.';
    expect(wordingOf(itemFor(twice), d('2021-06-23')).sentence).toBe(
      `The update is due by Wednesday 30 June 2021 (in 7 days). ${words}`,
    );
    expect(wordingOf(itemFor(twice), d('2021-07-01')).sentence).toBe(
      `The update was promised by Wednesday 30 June 2021 and is 1 day late. ${words}`,
    );
    const window = { ...promisedDuty(inFourToSixMonths), moved: 1, firstDueOn: first };
    expect(wordingOf(itemFor(window), d('2021-04-01')).sentence).toContain(
      'first promised for 20 February 2021. The promised window opened on 20 March 2021.',
    );
  });
});

describe('a promise without a date', () => {
  test.each([
    [
      { kind: 'on-event' as const, event: 'the new system goes live' },
      'waits for an event',
      'The response of 20 November 2020 gave no date for this: it waits for “the new system goes live”.',
      'Reply and say whether that has happened. If it has, say by when this will be done.',
    ],
    [
      { kind: 'board-meeting' as const, boardId: 'learning' },
      'waits for the board',
      'The response of 20 November 2020 promised this for the next meeting of the board, and no meeting is recorded.',
      'Reply and say on which day the board next meets.',
    ],
  ])('%j says what it waits for', (promise, state, sentence, action) => {
    expect(wordingOf(itemFor(promisedDuty(promise)), d('2020-12-18'))).toMatchObject({
      state,
      sentence,
      action,
    });
  });

  test.each([
    [{ kind: 'on-event' as const, event: 'the new system goes live' }],
    [{ kind: 'board-meeting' as const, boardId: 'learning' }],
  ])('%j quotes the promise back', (promise) => {
    const { text } = composed([itemFor(promisedDuty(promise))], '2020-12-18');
    expect(text).toContain('What was promised: “report progress back in 4-6mths”');
  });

  test('that an update made is counted from the update, not from the response', () => {
    const { deadlines } = allowed(
      promisedDuties(
        {
          inputs: [
            { quote: 'once the inquest is over', promise: { kind: 'on-event', event: 'the inquest' } },
          ],
          madeIn: 'update',
          anchorOn: asDay('2021-02-15'),
          firstSequence: 2,
          confirmedBy: 'Lee',
          boards: new Map(),
        },
        essexRecommendation,
        essexCase,
        asDay('2021-02-15'),
      ),
    );
    const { text } = composed([itemFor(deadlines[0]!)], '2021-03-15');
    expect(text).toContain(
      'The update of 15 February 2021 gave no date for this: it waits for “the inquest”.',
    );
  });

  test('of no kind at all quotes it back as well, where there are words to quote', () => {
    const { deadlines } = allowed(
      promisedDuties(
        {
          inputs: [{ quote: 'we will keep this under review', promise: { kind: 'none' } }],
          anchorOn: respondedOn,
          firstSequence: 1,
          confirmedBy: 'Lee',
          boards: new Map(),
        },
        essexRecommendation,
        essexCase,
        respondedOn,
      ),
    );
    expect(composed([itemFor(deadlines[0]!)], '2020-12-18').text).toContain(
      'What was promised: “we will keep this under review”',
    );
  });

  test('that has got a date since, where nothing was promised in words, quotes the recommendation', () => {
    const dated = { ...undatedDuty(), dueOn: d('2021-03-01'), lateAfterOn: d('2021-03-01') };
    expect(composed([itemFor(dated)], '2021-02-22').text).toContain('What was recommended: “Essex');
  });
});
