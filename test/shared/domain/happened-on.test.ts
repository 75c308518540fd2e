import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { happenedOn } from '../../../shared/domain/happened-on.ts';
import type { Kept } from '../../../shared/domain/recommendation-kept.ts';
import type { Revision } from '../../../shared/domain/revision.ts';
import { essexCase, essexRecommendation, responseDuty } from './essex.ts';
import { keptOf, moved } from './told.ts';

const { madeOn } = essexCase;
const duty = responseDuty();
const day = (event: ReturnType<typeof moved>, kept: Kept = keptOf()) => happenedOn(event, kept, madeOn).on;
const deadlineMoved = (revision: number) => ({
  changed: [['deadline', duty, { ...duty, revision }] as [string, object, object]],
});
const revision = (of: Partial<Revision>): Revision => ({
  caseId: duty.caseId,
  number: 1,
  deadlineId: duty.id,
  revision: 2,
  how: 'extend',
  on: asDay('2020-12-10'),
  before: { opensOn: null, dueOn: duty.dueOn, lateAfterOn: duty.lateAfterOn },
  after: { opensOn: null, dueOn: asDay('2021-01-29'), lateAfterOn: asDay('2021-01-29') },
  by: 'Lee',
  ...of,
});

describe('what came from outside counts from the day it came', () => {
  test.each(['record-case', 'record-recommendation'] as const)('%s: the day it was made', (move) => {
    expect(happenedOn(moved(move, '2020-10-01'), keptOf(), madeOn)).toMatchObject({
      on: '2020-09-29',
      recordedOn: '2020-10-01',
    });
  });

  test('a response: the day it was received', () => {
    const response = {
      caseId: duty.caseId,
      number: 1,
      respondedOn: asDay('2020-12-03'),
      acceptance: 'accepted' as const,
      text: 'We accept it.',
      representations: false,
      version: 1,
    };
    expect(day(moved('record-response', '2020-12-10'), keptOf({ response }))).toBe('2020-12-03');
    expect(day(moved('record-response', '2020-12-10'))).toBe('2020-12-10');
  });

  test('an update: the day the update on that promise was received', () => {
    const update = (sequence: number, on: string) => ({
      caseId: duty.caseId,
      number: 1,
      sequence,
      receivedOn: asDay(on),
      text: 'Done.',
    });
    const kept = keptOf({ updates: [update(1, '2021-01-04'), update(2, '2021-02-05')] });
    const received = (sequence: number) => day(moved('record-update', '2021-03-01', {}, { sequence }), kept);
    expect([received(1), received(2), received(3)]).toEqual(['2021-01-04', '2021-02-05', '2021-03-01']);
  });

  test('another answer: the day the body changed its mind, the last it gave', () => {
    const answer = (acceptance: 'accepted' | 'not-accepted', on: string) => ({ acceptance, on, by: 'Lee' });
    const first = { ...essexRecommendation, acceptanceHistory: [answer('accepted', '2020-11-20')] };
    const then = {
      ...first,
      acceptanceHistory: [answer('accepted', '2020-11-20'), answer('not-accepted', '2020-12-03')],
    };
    const beside = ['deadline', duty, { ...duty, state: 'ended' }] as [string, object, object];
    const changed = [beside, ['recommendation', first, then] as [string, object, object]];
    expect(day(moved('change-acceptance', '2020-12-10', { changed }))).toBe('2020-12-03');
    const answered = (after: object) =>
      day(moved('change-acceptance', '2020-12-10', { changed: [['recommendation', {}, after]] }));
    expect([answered(first), answered({ acceptanceHistory: [] })]).toEqual(['2020-11-20', '2020-12-10']);
    expect(day(moved('change-acceptance', '2020-12-10'))).toBe('2020-12-10');
    expect(day(moved('change-acceptance', '2020-12-10', { changed: [beside] }))).toBe('2020-12-10');
  });

  test('publication: the day it was published', () => {
    const published = { ...duty, state: 'met', metOn: asDay('2020-12-03') };
    const changed = [['deadline', duty, published] as [string, object, object]];
    expect(day(moved('record-publication', '2020-12-10', { changed }))).toBe('2020-12-03');
    expect(day(moved('record-publication', '2020-12-10'))).toBe('2020-12-10');
  });

  test('an extension: the day it was granted; judicial review: its first day and its last', () => {
    const [grantedOn, pausedOn, resumedOn] = ['2020-11-10', '2020-11-11', '2020-11-18'].map(asDay);
    const kept = keptOf({ revisions: [revision({ grantedOn, pausedOn, resumedOn })] });
    const days = (['extend', 'pause', 'resume'] as const).map((move) =>
      day(moved(move, '2020-12-10', deadlineMoved(2)), kept),
    );
    expect(days).toEqual(['2020-11-10', '2020-11-11', '2020-11-18']);
  });

  test('by the change of that deadline that the move made, and no other', () => {
    const revisions = [
      revision({ revision: 2, grantedOn: asDay('2020-11-02') }),
      revision({ revision: 3, deadlineId: 'another', grantedOn: asDay('2020-11-03') }),
      revision({ revision: 3, grantedOn: asDay('2020-11-10') }),
    ];
    const granted = (to: number) =>
      day(moved('extend', '2020-12-10', deadlineMoved(to)), keptOf({ revisions }));
    expect([granted(2), granted(3), granted(4)]).toEqual(['2020-11-02', '2020-11-10', '2020-12-10']);
    for (const move of ['extend', 'pause', 'resume'] as const)
      expect(day(moved(move, '2020-12-10'), keptOf({ revisions }))).toBe('2020-12-10');
    const beside = ['recommendation', { revision: 1 }, { revision: 2 }] as [string, object, object];
    const changed = [beside, ...deadlineMoved(3).changed];
    expect(day(moved('extend', '2020-12-10', { changed }), keptOf({ revisions }))).toBe('2020-11-10');
  });
});

describe('what was decided here counts from the day it was recorded', () => {
  test.each(['re-plan', 'close', 'reopen', 'withdraw', 'reassign-owner', 'propose-date'] as const)(
    '%s',
    (move) => {
      const revisions = [revision({ grantedOn: asDay('2020-11-10'), pausedOn: asDay('2020-11-11') })];
      expect(day(moved(move, '2020-12-10', deadlineMoved(2)), keptOf({ revisions }))).toBe('2020-12-10');
    },
  );

  test('by the calendar in London', () => {
    const late = moved('close', '2021-06-15', {}, { at: '2021-06-15T23:30:00.000Z' });
    expect(happenedOn(late, keptOf(), madeOn)).toMatchObject({ on: '2021-06-16', recordedOn: '2021-06-16' });
  });
});

test('nothing counts from a day after the one it was recorded on', () => {
  const kept = keptOf({ revisions: [revision({ resumedOn: asDay('2020-12-12') })] });
  expect(day(moved('resume', '2020-12-10', deadlineMoved(2)), kept)).toBe('2020-12-10');
  expect(day(moved('resume', '2020-12-12', deadlineMoved(2)), kept)).toBe('2020-12-12');
  expect(day(moved('resume', '2020-12-13', deadlineMoved(2)), kept)).toBe('2020-12-12');
});
