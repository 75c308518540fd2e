import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
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
  withinThreeMonths,
} from '../domain/essex.ts';
import { composed, itemFor } from './letters.ts';

const d = asDay;
const publication = allowed(publicationDeadline(respondedOn, essexRecommendation, essexCase, respondedOn))!;

describe('a publication, to the liaison team', () => {
  const words = (today: string) => wordingOf(itemFor(publication), d(today));
  const action =
    'Check that the response has been published on the IOPC’s site and that copies were sent, then record the day in the tracker.';

  test.each([
    [
      '2020-12-03',
      'publication due in 7 days, by 10 December 2020',
      'The IOPC publishes the response of 20 November 2020 and sends copies of it by Thursday 10 December 2020 (in 7 days).',
    ],
    [
      '2020-12-10',
      'publication due today',
      'The IOPC publishes the response of 20 November 2020 and sends copies of it by Thursday 10 December 2020 (today).',
    ],
  ])('on %s: %s', (today, state, sentence) => {
    expect(words(today)).toMatchObject({ state, sentence, action });
  });

  test('late: it says that none is recorded, and whom to ask', () => {
    expect(words('2020-12-11')).toMatchObject({
      state: 'publication not recorded, 1 day late',
      sentence:
        'The IOPC had to publish the response of 20 November 2020 and send copies of it by Thursday 10 December 2020. No publication is recorded: it is 1 day late.',
      action: `${action} If it has not, ask the IOPC when it will be.`,
    });
  });

  test('the mail quotes what was recommended and shows how the date is reached', () => {
    const { subject, text } = composed([itemFor(publication)], '2020-12-09');
    expect(subject).toBe('2019/127918 recommendation 1: publication due tomorrow');
    expect(text).toContain(`What was recommended: “${essexRecommendation.text}”`);
    expect(text).toContain('20 November 2020 is day 1 of 21; the last day is 10 December 2020.');
  });
});

test('a paused response: nothing is due, and the one thing to say is when the proceedings end', () => {
  const paused = { ...responseDuty(), pausedOn: d('2020-11-01') };
  expect(wordingOf(itemFor(paused), d('2020-11-30'))).toMatchObject({
    state: 'response paused for judicial review',
    sentence:
      'The period for the response stands still: judicial review proceedings have been in progress since 1 November 2020. Nothing is due while they last.',
    action: 'If the proceedings have ended, reply and say on which day.',
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
});
