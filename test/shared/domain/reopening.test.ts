import { describe, expect, test } from 'vitest';
import { asDay, type Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Held } from '../../../shared/domain/decided.ts';
import { publicationDeadline, published, represented } from '../../../shared/domain/publication.ts';
import { reopen } from '../../../shared/domain/reopening.ts';
import type { Response } from '../../../shared/domain/response.ts';
import { dueStage, nextStage } from '../../../shared/domain/stages.ts';
import { attentionOn, standingOf } from '../../../shared/domain/standing.ts';
import { withdraw } from '../../../shared/domain/withdrawal.ts';
import { allowed, calendar, essexCase, essexRecommendation, respondedOn } from './essex.ts';
import { answeredEssex, on, unansweredEssex } from './held.ts';

const why = 'It happened again.';
const withdrawn = { on: asDay('2020-11-01'), by: 'Liaison staff', why: 'Made by mistake.' };
const closed = { on: asDay('2021-02-01'), by: 'Kim Lee', note: 'Seen.', links: [] };
const closure = { proposedOn: asDay('2021-01-15'), proposedBy: 'Sam Okoye' };

describe('where no response was given', () => {
  const held = unansweredEssex({ withdrawn });
  const ended = held.deadlines.map((each) => ({
    ...each,
    state: 'ended' as const,
    nextActionOn: null,
    settledThrough: { owner: asDay('2020-10-26'), manager: null, chair: null },
  }));

  test('the response deadline runs again to the day it had, armed anew', () => {
    const decided = allowed(reopen({ ...held, deadlines: ended }, { why }, on('2020-11-10')));
    expect(decided.recommendation).toMatchObject({
      reopened: { on: '2020-11-10', by: 'Liaison staff', why },
    });
    expect(decided.recommendation.withdrawn).toBeUndefined();
    expect(decided.added).toEqual([]);
    const [again] = decided.changed;
    expect(again).toMatchObject({
      state: 'open',
      dueOn: '2020-11-23',
      revision: 2,
      plannedFromOn: '2020-11-10',
      nextActionOn: '2020-11-10',
      settledThrough: { owner: null, manager: null, chair: null },
    });
    expect(dueStage(again!, 'owner', asDay('2020-11-13'), calendar)).toBeUndefined();
    expect(dueStage(again!, 'owner', asDay('2020-11-16'), calendar)?.stage.key).toBe('-7');
  });

  test('what a judicial review had stopped is still stopped', () => {
    const paused = ended.map((each) => ({ ...each, pausedOn: asDay('2020-10-20') }));
    const decided = allowed(reopen({ ...held, deadlines: paused }, { why }, on('2020-11-10')));
    expect(standingOf(decided.recommendation, decided.changed, asDay('2020-11-10'))).toBe('paused');
  });

  test('another date is refused: the law’s day does not move', () => {
    const dueOn = asDay('2020-12-24');
    expect(reopen({ ...held, deadlines: ended }, { why, dueOn }, on('2020-11-10'))).toEqual({
      refused: 'date-not-needed',
      message: 'Leave the date empty: the response was not given, so its deadline runs again as it was',
      field: 'dueOn',
    });
  });
});

describe('where a response was given', () => {
  const held = answeredEssex({ closed, closure }, { state: 'ended', nextActionOn: null });

  test('it has the new date, under a number not used before', () => {
    const decided = allowed(reopen(held, { why, dueOn: asDay('2021-06-01') }, on('2021-03-01')));
    expect(decided.recommendation).toMatchObject({ reopened: { on: '2021-03-01', why } });
    expect(decided.recommendation.closed ?? decided.recommendation.closure).toBeUndefined();
    expect(decided.changed).toEqual([]);
    expect(decided.added).toMatchObject([
      {
        kind: 'update',
        sequence: 2,
        opensOn: null,
        dueOn: '2021-06-01',
        lateAfterOn: '2021-06-01',
        anchorOn: '2021-03-01',
        basis: 'This was reopened',
        cause: 'reopened',
        working: ['closes at the end of 1 June 2021, the day set when it was reopened'],
      },
    ]);
  });

  test('without one the owner is asked for a date', () => {
    const decided = allowed(reopen(held, { why }, on('2021-03-01')));
    expect(decided.added).toMatchObject([
      {
        sequence: 2,
        dueOn: null,
        anchorOn: '2021-03-01',
        cause: 'reopened',
        working: ['This was reopened, so the owner is asked for a date'],
      },
    ]);
    expect(standingOf(decided.recommendation, decided.added, asDay('2021-03-01'))).toBe('no-date');
  });

  test('what was not accepted rests as before, unless it is given a date', () => {
    const refused = answeredEssex({ closed, closure, acceptance: 'not-accepted' }, { state: 'ended' });
    const rests = allowed(reopen(refused, { why }, on('2021-03-01')));
    expect([rests.changed, rests.added]).toEqual([[], []]);
    expect(standingOf(rests.recommendation, [], asDay('2021-03-01'))).toBe('not-accepted');
    const dated = allowed(reopen(refused, { why, dueOn: asDay('2021-06-01') }, on('2021-03-01')));
    expect(dated.added).toHaveLength(1);
  });

  test.each([
    ['2021-02-28', 'date-past'],
    ['2021-03-01', undefined],
  ])('a new date of %s on 1 March: %s', (dueOn, code) => {
    const result = reopen(held, { why, dueOn: asDay(dueOn) }, on('2021-03-01'));
    expect('refused' in result ? result.refused : undefined).toBe(code);
    if (code)
      expect(result).toMatchObject({ message: 'The new date must be today or later', field: 'dueOn' });
  });
});

describe('the 21 days to publish the response of 20 November 2020, to 10 December', () => {
  const publication = allowed(publicationDeadline(respondedOn, essexRecommendation, essexCase, respondedOn))!;
  const response: Response = {
    caseId: essexCase.id,
    number: 1,
    respondedOn,
    acceptance: 'accepted',
    text: 'We accept this.',
    representations: false,
    version: 1,
  };
  const withdrawnWith = (duty: Deadline, representations = false): Held => {
    const answered = answeredEssex();
    const held = {
      ...answered,
      response: { ...response, representations },
      deadlines: [...answered.deadlines, duty],
    };
    const { recommendation, changed } = allowed(withdraw(held, { why }, on('2020-12-01')));
    const after = held.deadlines.map((each) => changed.find(({ id }) => id === each.id) ?? each);
    return { ...held, recommendation, deadlines: after };
  };
  const reopenedOn = (day: string, held: Held) =>
    allowed(reopen(held, { why }, on(day))).changed.find(({ kind }) => kind === 'publication');
  const d = (day: string): Day => asDay(day);

  test('run again after a withdrawal, counted from the response, armed anew', () => {
    const again = reopenedOn('2020-12-05', withdrawnWith(publication));
    expect(again).toMatchObject({
      state: 'open',
      anchorOn: '2020-11-20',
      dueOn: '2020-12-10',
      lateAfterOn: '2020-12-10',
      lawOn: '2020-12-10',
      working: publication.working,
      ownerId: 'liaison-team',
      revision: 2,
      plannedFromOn: '2020-12-05',
      nextActionOn: '2020-12-05',
    });
    expect(nextStage(again!, 'owner', calendar)).toMatchObject({ key: '-1', on: '2020-12-09' });
  });

  test.each([
    ['2020-12-10', '+1', '2020-12-11'],
    ['2020-12-11', '+1', '2020-12-11'],
    ['2020-12-12', '+7', '2020-12-17'],
    ['2021-01-04', '+28', '2021-01-07'],
  ])('reopened on %s the next word is %s on %s, and it is on the list at once', (day, key, next) => {
    const again = reopenedOn(day, withdrawnWith(publication))!;
    expect(again.dueOn).toBe('2020-12-10');
    expect(nextStage(again, 'owner', calendar)).toMatchObject({ key, on: next });
    expect(attentionOn(again) <= d(day)).toBe(true);
    expect(dueStage(again, 'owner', d(next), calendar)).toMatchObject({ stage: { key }, late: false });
  });

  test('do not run again where it was published before', () => {
    const met = allowed(published(publication, { publishedOn: d('2020-11-27') }, d('2020-11-27')));
    expect(reopenedOn('2020-12-05', withdrawnWith(met))).toBeUndefined();
  });

  test('do not run again where representations were made', () => {
    const stopped = allowed(represented(publication, { madeOn: d('2020-11-27') }, d('2020-11-27')));
    expect(reopenedOn('2020-12-05', withdrawnWith(stopped, true))).toBeUndefined();
  });

  test('are left as they were by a reopening after closure', () => {
    const held = answeredEssex({ closed, closure }, { state: 'ended', nextActionOn: null });
    for (const duty of [publication, { ...publication, state: 'ended' as const }]) {
      const reopened = allowed(
        reopen({ ...held, response, deadlines: [...held.deadlines, duty] }, { why }, on('2021-03-01')),
      );
      expect(reopened.changed).toEqual([]);
    }
  });
});

test('what is open cannot be reopened', () => {
  expect(reopen(answeredEssex(), { why }, on('2021-01-01'))).toMatchObject({ refused: 'not-from-here' });
});
