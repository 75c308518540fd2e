import { describe, expect, test } from 'vitest';
import { asAt } from '../../../shared/domain/as-at.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { asDay } from '../../../shared/domain/day.ts';
import { rePlan } from '../../../shared/domain/re-plan.ts';
import type { Kept } from '../../../shared/domain/recommendation-kept.ts';
import { rowAsAt } from '../../../shared/domain/row-as-at.ts';
import { allowed, essexCase, essexRecommendation, promisedDuty, withinThreeMonths } from './essex.ts';
import { inOrder, keptOf, moved, nameOf } from './told.ts';

const { madeOn } = essexCase;
const lookBack = (kept: Kept, events: readonly AuditEvent[], on: string) =>
  asAt(kept, events, { day: asDay(on), madeOn, nameOf });
const stood = (kept: Kept, events: readonly AuditEvent[], on: string) => lookBack(kept, events, on)!;

const recorded = moved('record-recommendation', '2020-10-01', {
  made: [['recommendation', essexRecommendation]],
});

/** Promised for 20 February 2021, moved on 10 February to 30 April and on 1 April to 30 June. */
const promised = promisedDuty(withinThreeMonths);
const move = (from: typeof promised, on: string, dueOn: string) =>
  allowed(
    rePlan(
      from,
      { dueOn: asDay(dueOn), why: 'A new system.', decidedBy: 'Kim Lee', approvedBy: 'Sam Okoye' },
      asDay(on),
    ),
  );
const once = move(promised, '2021-02-10', '2021-04-30');
const twice = move(once.deadline, '2021-04-01', '2021-06-30');
const rePlanned = (before: object, { deadline, revision }: typeof once, on: string) =>
  moved('re-plan', on, { changed: [['deadline', before, deadline]], made: [['revision', revision]] });
const confirmed = moved('confirm-commitment', '2020-11-20', { made: [['deadline', promised]] });
const life = inOrder(
  recorded,
  confirmed,
  rePlanned(promised, once, '2021-02-10'),
  rePlanned(once.deadline, twice, '2021-04-01'),
);
const present = keptOf({ deadlines: [twice.deadline], revisions: [once.revision, twice.revision] });

describe('as at a day a recommendation', () => {
  test('is not there before the day it was made, and is from that day on', () => {
    expect(lookBack(present, life, '2020-09-28')).toBeUndefined();
    expect(stood(present, life, '2020-09-29')).toMatchObject({
      recommendation: essexRecommendation,
      deadlines: [],
    });
    expect(stood(present, life, '2020-09-29').response).toBeUndefined();
  });

  test('is not there before the day it was made, also where no history tells of it', () => {
    expect(lookBack(keptOf(), [], '2020-09-28')).toBeUndefined();
    expect(lookBack(keptOf(), [], '2020-09-29')).toBeDefined();
  });

  test('has the words of its response before they were amended, and a link before it was removed', () => {
    const about = { caseId: essexCase.id, number: 1, version: 1 };
    const response = {
      ...about,
      respondedOn: asDay('2020-11-20'),
      acceptance: 'accepted' as const,
      text: 'We accpet it.',
      representations: false,
    };
    const amended = { ...response, text: 'We accept it.' };
    const link = { ...about, kind: 'risk' as const, ref: '1606', on: asDay('2020-12-01'), by: 'Lee' };
    const removed = { ...link, removed: { on: asDay('2020-12-10'), by: 'Lee' } };
    const events = inOrder(
      moved('amend', '2020-12-10', { changed: [['response', response, amended]] }),
      moved('unlink', '2020-12-10', { changed: [['link', link, removed]] }),
    );
    const kept = keptOf({ response: amended, links: [removed] });
    expect(stood(kept, events, '2020-12-09')).toMatchObject({ response, links: [link] });
    expect(stood(kept, events, '2020-12-09').links[0]).not.toHaveProperty('removed');
    expect(stood(kept, events, '2020-12-10')).toMatchObject({ response: amended, links: [removed] });
  });

  test('has of a move that changed several records what it changed in each', () => {
    const other = { ...promised, id: '2019-127918.1.update-2', sequence: 2, dueOn: asDay('2021-03-04') };
    const [one, two] = [
      { ...promised, dueOn: asDay('2021-03-01') },
      { ...other, dueOn: asDay('2021-06-03'), moved: 1 },
    ];
    const events = inOrder(
      moved('date-by-meeting', '2021-02-01', {
        changed: [
          ['deadline', promised, one],
          ['deadline', other, two],
        ],
      }),
    );
    const kept = keptOf({ deadlines: [one, two] });
    expect(stood(kept, events, '2021-01-31').deadlines).toEqual([promised, other]);
    expect(stood(kept, events, '2021-02-01').deadlines).toEqual([one, two]);
  });

  test('has the dates it had at the end of that day, and no record of later moves', () => {
    const dates = (on: string) => {
      const { deadlines, revisions } = stood(present, life, on);
      return [deadlines[0]!.dueOn, deadlines[0]!.moved, deadlines[0]!.firstDueOn, revisions.length];
    };
    expect(['2021-02-09', '2021-02-10', '2021-03-31', '2021-04-01'].map(dates)).toEqual([
      ['2021-02-20', 0, undefined, 0],
      ['2021-04-30', 1, '2021-02-20', 1],
      ['2021-04-30', 1, '2021-02-20', 1],
      ['2021-06-30', 2, '2021-02-20', 2],
    ]);
    expect(stood(present, life, '2021-02-09').deadlines[0]).toEqual(promised);
    expect(stood(present, life, '2021-02-09').deadlines[0]).not.toHaveProperty('firstDueOn');
  });

  test('is the same in whichever order its history is read', () => {
    for (const on of ['2020-10-15', '2021-02-09', '2021-02-10', '2021-04-01'])
      expect(lookBack(present, life.toReversed(), on)).toEqual(lookBack(present, life, on));
  });

  test('has no field that was given later, and has one that was taken away later', () => {
    const closure = { proposedOn: asDay('2021-01-04'), proposedBy: 'Jo' };
    const proposed = { ...essexRecommendation, closure };
    const boarded = { ...essexRecommendation, boardId: 'learning' };
    const events = inOrder(
      recorded,
      moved('propose-closure', '2021-01-04', {
        changed: [['recommendation', essexRecommendation, proposed]],
      }),
      moved('decline-closure', '2021-01-11', {
        changed: [['recommendation', proposed, essexRecommendation]],
      }),
      moved('set-board', '2021-01-18', { changed: [['recommendation', essexRecommendation, boarded]] }),
    );
    const said = (on: string) => {
      const { recommendation } = stood(keptOf({ recommendation: boarded }), events, on);
      return ['closure' in recommendation, recommendation.boardId ?? 'boardId' in recommendation];
    };
    expect(
      ['2021-01-03', '2021-01-04', '2021-01-10', '2021-01-11', '2021-01-17', '2021-01-18'].map(said),
    ).toEqual([
      [false, false],
      [true, false],
      [true, false],
      [false, false],
      [false, false],
      [false, 'learning'],
    ]);
  });

  test('has what the last move left that counts by then, also where an earlier one was typed after it', () => {
    const owned = (ownerId: string) => ({ ...essexRecommendation, ownerId });
    const accepted = { ...owned('bill'), acceptance: 'accepted' as const };
    const response = {
      caseId: essexCase.id,
      number: 1,
      respondedOn: asDay('2020-11-18'),
      acceptance: 'accepted' as const,
      text: 'We accept it.',
      representations: false,
      version: 1,
    };
    const events = inOrder(
      recorded,
      moved('reassign-owner', '2020-11-20', {
        changed: [['recommendation', owned('owner-1'), owned('bill')]],
      }),
      moved('record-response', '2020-11-23', {
        changed: [['recommendation', owned('bill'), accepted]],
        made: [['response', response]],
      }),
    );
    const said = (on: string) => {
      const { recommendation, response: answer } = stood(
        keptOf({ recommendation: accepted, response }),
        events,
        on,
      );
      return [recommendation.acceptance, recommendation.ownerId, answer?.respondedOn];
    };
    expect(['2020-11-17', '2020-11-18', '2020-11-20'].map(said)).toEqual([
      ['awaiting', 'owner-1', undefined],
      ['accepted', 'owner-1', '2020-11-18'],
      ['accepted', 'bill', '2020-11-18'],
    ]);
  });

  test('has, of the moves that count by then, what the one recorded last left', () => {
    const due = (dueOn: string, revision: number) => ({ ...promised, dueOn: asDay(dueOn), revision });
    const [first, decided, extended] = [
      due('2020-12-01', 1),
      due('2020-12-15', 2),
      due('2021-01-20', 3),
    ] as const;
    const granted = { ...once.revision, how: 'extend' as const, revision: 3, grantedOn: asDay('2020-11-24') };
    const events = inOrder(
      recorded,
      moved('confirm-commitment', '2020-11-20', { made: [['deadline', first]] }),
      moved('re-plan', '2020-11-26', { changed: [['deadline', first, decided]] }),
      moved('extend', '2020-11-30', { changed: [['deadline', decided, extended]] }),
    );
    const kept = keptOf({ deadlines: [extended], revisions: [granted] });
    const dueOn = (on: string) => stood(kept, events, on).deadlines[0]!.dueOn;
    expect(['2020-11-23', '2020-11-24', '2020-11-25', '2020-11-26'].map(dueOn)).toEqual([
      '2020-12-01',
      '2021-01-20',
      '2021-01-20',
      '2021-01-20',
    ]);
  });

  test('has the fields of each record from the moves on that record', () => {
    const other = { ...promised, id: '2019-127918.1.update-2', sequence: 2 };
    const kept = { ...present, deadlines: [twice.deadline, other] };
    const events = inOrder(
      ...life,
      moved('confirm-commitment', '2021-01-15', { made: [['deadline', other]] }),
    );
    const days = (on: string) => stood(kept, events, on).deadlines.map(({ dueOn }) => dueOn);
    expect(['2021-01-14', '2021-01-15', '2021-02-10'].map(days)).toEqual([
      ['2021-02-20'],
      ['2021-02-20', '2021-02-20'],
      ['2021-04-30', '2021-02-20'],
    ]);
  });

  test('has of each kind of record what was there', () => {
    const about = { caseId: essexCase.id, number: 1, version: 1 };
    const made: [keyof Kept, string, object][] = [
      ['commitments', 'commitment', { ...about, sequence: 1, anchorOn: '2020-11-20' }],
      ['updates', 'update', { ...about, sequence: 1, receivedOn: '2020-12-01' }],
      ['deadlines', 'deadline', promised],
      ['evidence', 'evidence', { ...about, id: 'minutes' }],
      ['revisions', 'revision', once.revision],
      ['proposals', 'proposal', { ...about, sequence: 1 }],
      ['links', 'link', { ...about, ref: '1606', on: '2020-12-01' }],
    ];
    const lists = Object.fromEntries(made.map(([list, , record]) => [list, [record]]));
    const kept = keptOf(lists as Partial<Kept>);
    const made1December = made.map(([, kind, record]) =>
      moved('add-evidence', '2020-12-01', { made: [[kind, record]] }),
    );
    const events = inOrder(recorded, ...made1December);
    for (const [list] of made) {
      expect(stood(kept, events, '2020-11-30')[list], list).toEqual([]);
      expect(stood(kept, events, '2020-12-01')[list], list).toHaveLength(1);
    }
  });

  test('has what no history tells of, and what was there before its history began', () => {
    const owned = { ...essexRecommendation, ownerId: 'bill' };
    const events = inOrder(
      moved('reassign-owner', '2021-01-04', { changed: [['recommendation', essexRecommendation, owned]] }),
    );
    const kept = keptOf({ recommendation: owned, deadlines: [promised] });
    const { recommendation, deadlines } = stood(kept, events, '2021-01-03');
    expect([recommendation.ownerId, deadlines]).toEqual(['owner-1', [promised]]);
  });

  test('is not there before a move that made it, where that came later than the day it is said to be made', () => {
    const events = inOrder(moved('link', '2020-10-05', { made: [['recommendation', essexRecommendation]] }));
    expect(lookBack(keptOf(), events, '2020-10-04')).toBeUndefined();
    expect(lookBack(keptOf(), events, '2020-10-05')).toBeDefined();
  });

  test('is told of by what had happened by then, the earliest first', () => {
    const response = { respondedOn: asDay('2020-11-20') } as Kept['response'];
    const events = inOrder(
      recorded,
      moved('reassign-owner', '2020-11-19'),
      moved('set-board', '2020-11-20'),
      moved('add-evidence', '2020-11-21'),
      moved('record-response', '2020-11-23'),
      moved('reassign-owner', '2020-11-24'),
    );
    const told = (on: string) =>
      stood(keptOf({ response }), events, on).told.map(({ event, on }) => `${on} ${event.move}`);
    expect(told('2020-11-23')).toEqual([
      '2020-09-29 record-recommendation',
      '2020-11-19 reassign-owner',
      '2020-11-20 set-board',
      '2020-11-20 record-response',
      '2020-11-21 add-evidence',
    ]);
    expect(told('2020-11-24')).toHaveLength(6);
    expect(told('2020-11-19')).toHaveLength(2);
  });
});

test('as a row it has what the recommendation said then and what its case says now', () => {
  expect(rowAsAt(stood(present, life, '2021-02-09'), essexCase)).toMatchObject({
    reference: '2019/127918',
    madeOn: '2020-09-29',
    number: 1,
    duties: [{ dueOn: '2021-02-20', moved: 0 }],
  });
});
