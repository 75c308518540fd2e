import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Held } from '../../../shared/domain/decided.ts';
import { decide } from '../../../shared/domain/night.ts';
import {
  publicationAgain,
  publicationDeadline,
  published,
  represented,
} from '../../../shared/domain/publication.ts';
import { nextStage, stagesOf } from '../../../shared/domain/stages.ts';
import {
  allowed,
  calendar,
  contact,
  essexCase,
  essexRecommendation,
  everyone,
  respondedOn,
} from './essex.ts';
import { answeredEssex } from './held.ts';

const d = asDay;
const publicationDuty = (receivedOn = respondedOn) =>
  allowed(publicationDeadline(receivedOn, essexRecommendation, essexCase, receivedOn))!;

describe('the IOPC’s 21 days to publish, beginning with receipt', () => {
  test('received 20 November 2020: 10 December, reminders to the liaison team on 3 and 9 December, then late', () => {
    const duty = publicationDuty();
    expect(duty).toMatchObject({
      id: '2019-127918.1.publication-1',
      dueOn: '2020-12-10',
      lateAfterOn: '2020-12-10',
      lawOn: '2020-12-10',
      ownerId: 'liaison-team',
      basis: 'Police Reform Act 2002, Schedule 3, paragraph 28B(5)',
      working: ['20 November 2020 is day 1 of 21; the last day is 10 December 2020'],
    });
    const stages = stagesOf(duty, calendar);
    const first = Array.from({ length: 4 }, () => stages.next().value!);
    expect(first.map(({ key, on }) => [key, on])).toEqual([
      ['-7', '2020-12-03'],
      ['-1', '2020-12-09'],
      ['+1', '2020-12-11'],
      ['+7', '2020-12-17'],
    ]);
  });

  test.each([
    ['over a leap day', '2024-02-10', '2024-03-01'],
    ['over the same days of a common year', '2023-02-10', '2023-03-02'],
    ['over Christmas: no holiday moves it', '2020-12-05', '2020-12-25'],
    ['over the end of summer time', '2020-10-15', '2020-11-04'],
  ])('received %s: %s → %s', (_, receivedOn, dueOn) => {
    expect(publicationDuty(d(receivedOn)).dueOn).toBe(dueOn);
  });

  test('however late, no manager or chair is copied', () => {
    const duty = publicationDuty();
    const people = { ...everyone, owner: contact('liaison-team') };
    const decision = decide(duty, people, d('2021-03-15'), calendar);
    expect('reminders' in decision && decision.reminders.map(({ line }) => line.role)).toEqual(['owner']);
    expect(() => nextStage(duty, 'chair', calendar)).toThrow('no further stage');
  });

  test('is not waited for where no law sets it', () => {
    for (const of of [
      { legalBasis: 'section-10-advice' },
      { source: 'coroner', legalBasis: 'regulation-28-report' },
    ] as const)
      expect(
        publicationDeadline(respondedOn, essexRecommendation, { ...essexCase, ...of }, respondedOn),
      ).toBeUndefined();
  });

  test.each([
    ['on the day of the response', '2020-11-20', undefined],
    ['the day before it', '2020-11-19', 'before-response'],
    ['today', '2020-11-27', undefined],
    ['tomorrow', '2020-11-28', 'in-the-future'],
  ])('published or represented against %s, %s → %s', (_, on, refused) => {
    const today = d('2020-11-27');
    for (const result of [
      published(publicationDuty(), { publishedOn: d(on) }, today),
      represented(publicationDuty(), { madeOn: d(on) }, today),
    ])
      expect('refused' in result ? result.refused : undefined).toBe(refused);
  });

  test('each says what is wrong, at its own box', () => {
    const today = d('2020-11-27');
    const publishedOn = (on: string) => published(publicationDuty(), { publishedOn: d(on) }, today);
    const madeOn = (on: string) => represented(publicationDuty(), { madeOn: d(on) }, today);
    expect(publishedOn('2020-11-19')).toEqual({
      refused: 'before-response',
      message: 'The day of publication must be on or after 20 November 2020, the day of the response',
      field: 'publishedOn',
    });
    expect(publishedOn('2020-11-28')).toEqual({
      refused: 'in-the-future',
      message: 'The day of publication must be today or in the past',
      field: 'publishedOn',
    });
    expect(madeOn('2020-11-19')).toMatchObject({
      message: 'The day of the representations must be on or after 20 November 2020, the day of the response',
      field: 'madeOn',
    });
    expect(madeOn('2020-11-28')).toMatchObject({
      message: 'The day of the representations must be today or in the past',
      field: 'madeOn',
    });
    expect(published(undefined, { publishedOn: today }, today)).toEqual({
      refused: 'nothing-to-publish',
      message: 'No publication of a response to this recommendation is waited for',
    });
    expect(published({ ...publicationDuty(), state: 'met' }, { publishedOn: today }, today)).toEqual({
      refused: 'already-published',
      message: 'The publication of this response has already been recorded',
    });
    expect(represented({ ...publicationDuty(), state: 'met' }, { madeOn: today }, today)).toMatchObject({
      refused: 'already-published',
    });
  });

  test('is the liaison team’s own: no board and no owner of the recommendation hear of it', () => {
    const to = { ...essexRecommendation, boardId: 'learning' };
    expect(allowed(publicationDeadline(respondedOn, to, essexCase, respondedOn))).toMatchObject({
      kind: 'publication',
      ownerId: 'liaison-team',
      boardId: undefined,
      opensOn: null,
      state: 'open',
    });
  });

  test('one that would run past the calendar is refused', () => {
    const late = d('2999-12-31');
    expect(publicationDeadline(late, essexRecommendation, essexCase, late)).toMatchObject({
      refused: 'invalid-date',
    });
  });

  test('published it is met, represented against it has ended; neither twice', () => {
    const today = d('2020-11-27');
    const met = published(publicationDuty(), { publishedOn: today }, today);
    expect(met).toMatchObject({ state: 'met', metOn: '2020-11-27', nextActionOn: null });
    const over = represented(publicationDuty(), { madeOn: today }, today);
    expect(over).toMatchObject({ state: 'ended', nextActionOn: null });
    expect(published(allowed(met), { publishedOn: today }, today)).toMatchObject({
      refused: 'already-published',
    });
    expect(published(allowed(over), { publishedOn: today }, today)).toMatchObject({
      refused: 'nothing-to-publish',
    });
    expect(represented(undefined, { madeOn: today }, today)).toMatchObject({ refused: 'nothing-to-publish' });
  });
});

describe('the duty to publish again, once what withdrew it is undone', () => {
  const ended = { ...publicationDuty(), state: 'ended' as const, nextActionOn: null };
  const again = (of: Partial<Held> = {}) =>
    publicationAgain({ ...answeredEssex(), deadlines: [ended], ...of }, d('2020-12-05'));

  test('is counted anew from the day of receipt, whatever days it ended with', () => {
    const moved = { ...ended, dueOn: d('2020-12-30'), lateAfterOn: d('2020-12-30'), lawOn: d('2020-12-30') };
    expect(again({ deadlines: [moved] })).toMatchObject({
      state: 'open',
      dueOn: '2020-12-10',
      lateAfterOn: '2020-12-10',
      lawOn: '2020-12-10',
      revision: 2,
      nextActionOn: '2020-12-05',
    });
  });

  test('does not come back where the law asks it no more, and is refused past the calendar', () => {
    expect(again({ learningCase: { ...essexCase, legalBasis: 'none' } })).toBeUndefined();
    expect(again({ deadlines: [{ ...ended, anchorOn: d('2999-12-31') }] })).toMatchObject({
      refused: 'invalid-date',
    });
  });

  test('is none where there was none', () => {
    expect(again({ deadlines: [] })).toBeUndefined();
    expect(again({ deadlines: [publicationDuty()] })).toBeUndefined();
  });
});
