import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { partsOf } from '../../../shared/mail/parts.ts';
import { wordingOf } from '../../../shared/mail/wording.ts';
import {
  inFourToSixMonths,
  promisedDuty,
  responseDuty,
  undatedDuty,
  withinThreeMonths,
} from '../domain/essex.ts';
import { itemFor, letterOf } from './letters.ts';

const window = promisedDuty(inFourToSixMonths);
const byFebruary = promisedDuty(withinThreeMonths);
const words = (deadline: Deadline, today: string, role: 'owner' | 'manager' | 'chair' = 'owner') =>
  wordingOf(itemFor(deadline, { role }), asDay(today));

describe('a promised window, 20 March to 20 May 2021', () => {
  test.each([
    ['2021-03-19', 'update due in 62 days, by 20 May 2021', 'in 62 days', 'opens'],
    ['2021-03-20', 'window open, update due in 61 days, by 20 May 2021', 'in 61 days', 'opened'],
    ['2021-03-22', 'window open, update due in 59 days, by 20 May 2021', 'in 59 days', 'opened'],
    ['2021-05-18', 'window open, update due in 2 days, by 20 May 2021', 'in 2 days', 'opened'],
    ['2021-05-19', 'window open, update due tomorrow', 'tomorrow', 'opened'],
    ['2021-05-20', 'window open, update due today', 'today', 'opened'],
  ])('on %s: %s', (today, state, distance, opens) => {
    expect(words(window, today)).toMatchObject({
      state,
      sentence: `The update is due by Thursday 20 May 2021 (${distance}). The promised window ${opens} on 20 March 2021.`,
    });
  });

  test('the day after, it has lapsed', () => {
    expect(words(window, '2021-05-21')).toMatchObject({
      state: 'promise lapsed, 1 day late',
      sentence: 'The update was promised by Thursday 20 May 2021 and is 1 day late.',
    });
  });
});

test.each([
  [
    '2021-01-22',
    'update due in 29 days, by 20 February 2021',
    'The update is due by Saturday 20 February 2021 (in 29 days).',
  ],
  ['2021-02-20', 'update due today', 'The update is due by Saturday 20 February 2021 (today).'],
  [
    '2021-02-22',
    'promise lapsed, 2 days late',
    'The update was promised by Saturday 20 February 2021 and is 2 days late.',
  ],
])('a promise without an opening, on %s: %s', (today, state, sentence) => {
  expect(words(byFebruary, today)).toMatchObject({ state, sentence });
});

test('a promise without a date asks for one', () => {
  expect(words(undatedDuty(), '2020-12-18')).toEqual({
    reference: '2019/127918 recommendation 1',
    state: 'no date promised',
    sentence: 'The response of 20 November 2020 gave no date for this.',
    action: 'Reply and say how far it has got, and by when it will be done.',
  });
});

test('the words come from the day the mail leaves, not from the stage it was planned for', () => {
  const planned = itemFor(byFebruary, { stage: '-1', stageOn: asDay('2021-02-19') });
  expect(wordingOf(planned, asDay('2021-02-21')).state).toBe('promise lapsed, 1 day late');
});

test.each(['manager', 'chair'] as const)(
  'a %s is told why it reaches them, and what the owner was asked',
  (role) => {
    const { action } = words(window, '2021-07-15', role);
    expect(action).toBe(
      `Make sure that this is answered. It is copied to you because the update is not recorded yet. DI Sam Field (Detective Inspector, Public Protection) was asked: “${words(window, '2021-07-15').action}”`,
    );
  },
);

test('a copy of a reminder of a response says that this is not recorded yet, whatever the owner has said', () => {
  expect(words(responseDuty(), '2020-12-08', 'manager').action).toMatch(
    /^Make sure that this is answered\. It is copied to you because the response is not recorded yet\. DI Sam Field/,
  );
});

describe('what liaison staff set or asked for, where no response promised it', () => {
  const asked: Deadline = { ...undatedDuty(), cause: 'closure-declined' };
  const dated: Deadline = { ...byFebruary, basis: 'This was reopened', cause: 'reopened' };

  test('is never called promised', () => {
    expect(words(asked, '2021-01-01').sentence).toBe(
      'It was proposed to close this, and that was declined. No date is set for it yet.',
    );
    expect(words(dated, '2021-02-21')).toMatchObject({
      state: 'update 1 day late',
      sentence: 'The update was due by Saturday 20 February 2021 and is 1 day late.',
    });
  });

  test('quotes the recommendation in place of a promise', () => {
    const [part] = partsOf(letterOf([itemFor(dated)], '2021-01-22'));
    expect(part?.quote).toMatch(/^What was recommended: /);
  });
});
