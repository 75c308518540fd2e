import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import { exceptionKinds, isSaid, raise } from '../../../shared/domain/exception.ts';
import {
  acknowledgement,
  doneInput,
  handOverInput,
  isDecided,
  notMineInput,
  progressInput,
  type Report,
  type ReportKind,
  report,
  reportKinds,
  type Said,
  type Settles,
  say,
  settle,
  settlesClosed,
  settlesDone,
  settlesEnded,
  settlesOwner,
  settlesWithdrawn,
  waitsAs,
} from '../../../shared/domain/report.ts';
import { accepted } from '../../support/sample-records.ts';
import { promisedDuty, withinThreeMonths } from './essex.ts';

const duty = promisedDuty(withinThreeMonths);
const other = { ...duty, id: '2019-127918.1.update-2', sequence: 2 };
const saying = {
  id: 'report-1',
  caseId: '2019-127918',
  number: 1,
  by: 'Anna Reed',
  byId: 'anna',
  on: asDay('2021-02-01'),
};

const kinds = Object.keys(reportKinds) as ReportKind[];
const decided = kinds.filter(isDecided);
const said = (of: Said, id = 'report-1'): Report => accepted(say(of, { ...saying, id }, []));
const done = (of = duty, id = 'done'): Report => said({ kind: 'done', text: 'All trained.', duty: of }, id);
const handOver = said(
  { kind: 'hand-over', successor: { name: 'Sue Park', email: 'sue@force.example' } },
  'hand-over',
);
const notMine = said({ kind: 'not-mine', text: 'It is for custody.' }, 'not-mine');

describe('what an owner says', () => {
  test('of what staff decide on it waits; that it was seen and how it goes is only noted', () => {
    expect(kinds.map((kind) => [kind, said({ kind }).state])).toEqual([
      ['acknowledged', 'noted'],
      ['progress', 'noted'],
      ['done', 'waiting'],
      ['hand-over', 'waiting'],
      ['not-mine', 'waiting'],
    ]);
  });

  test('is kept with who said it, when, and of which duty', () => {
    expect(report.parse(done())).toEqual({
      ...saying,
      id: 'done',
      kind: 'done',
      text: 'All trained.',
      duty: duty.id,
      state: 'waiting',
      version: 1,
    });
  });

  test.each(decided)('(%s) is not said twice while it waits', (kind) => {
    expect(say({ kind }, saying, [said({ kind })])).toMatchObject({
      refused: 'already-said',
      message: expect.stringMatching(/already.*\. It waits for the liaison team$/),
    });
    for (const state of ['accepted', 'declined', 'dropped'] as const)
      expect(say({ kind }, saying, [{ ...said({ kind }), state }])).toMatchObject({ state: 'waiting' });
  });

  test('how it goes is said as often as one likes', () => {
    for (const kind of ['acknowledged', 'progress'] as const)
      expect(say({ kind }, saying, [said({ kind })])).toMatchObject({ state: 'noted' });
  });

  test('one promise being done says nothing of another', () => {
    expect(say({ kind: 'done', duty: other }, saying, [done()])).toMatchObject({ duty: other.id });
    expect(say({ kind: 'done', duty }, saying, [notMine, handOver])).toMatchObject({ duty: duty.id });
  });

  test('what waits stands as an exception of its own kind, and no other exception does', () => {
    for (const kind of decided) expect(isSaid({ kind: waitsAs[kind] })).toBe(true);
    const all = Object.keys(exceptionKinds) as (keyof typeof exceptionKinds)[];
    expect(all.filter((kind) => isSaid(raise(kind, {}, 'now')))).toEqual(Object.values(waitsAs));
  });
});

const decision = { by: 'Kim Lee', today: asDay('2021-02-03') };
const everything = [done(), done(other, 'other'), handOver, notMine];
const states = (settles: Settles, reports = everything) =>
  Object.fromEntries(settle(reports, settles, decision).map(({ after }) => [after.id, after.state]));

describe('what staff do settles', () => {
  test('an update: that this promise was done, and not another', () => {
    expect(states(settlesDone([duty]))).toEqual({ done: 'accepted' });
    expect(states(settlesDone([]))).toEqual({});
  });

  test('another owner: who takes over and whose it is not, but not whether it is done', () => {
    expect(states(settlesOwner)).toEqual({ 'hand-over': 'accepted', 'not-mine': 'accepted' });
  });

  test('a promise that is no longer waited for: whether it is done is no question any more', () => {
    expect(states(settlesEnded([other]))).toEqual({ other: 'dropped' });
  });

  test('closing: it is done, and whose it is does not matter', () => {
    expect(states(settlesClosed)).toEqual({
      done: 'accepted',
      other: 'accepted',
      'hand-over': 'dropped',
      'not-mine': 'dropped',
    });
  });

  test('withdrawing: everything', () => {
    expect(Object.values(states(settlesWithdrawn))).toEqual(['dropped', 'dropped', 'dropped', 'dropped']);
  });

  test('nothing that has been settled or only noted', () => {
    const rest = [{ ...done(), state: 'declined' as const }, said({ kind: 'progress', text: 'Going well.' })];
    expect(states(settlesClosed, rest)).toEqual({});
  });

  test('with who decided, when, and why where they say it', () => {
    const [settled] = settle([notMine], () => 'declined', { ...decision, why: 'It is theirs.' });
    expect(settled).toEqual({
      before: notMine,
      after: {
        ...notMine,
        state: 'declined',
        decidedOn: '2021-02-03',
        decidedBy: 'Kim Lee',
        why: 'It is theirs.',
      },
    });
    expect(settle([notMine], settlesOwner, decision)[0]!.after).not.toHaveProperty('why');
  });
});

describe('what is typed', () => {
  const long = 'a'.repeat(2_001);

  test.each([
    ['progress', progressInput, {}],
    ['done', doneInput, { duty: 'update-1' }],
    ['not mine', notMineInput, {}],
  ] as const)('(%s) needs words, 2,000 characters at most', (_, schema, rest) => {
    expect(schema.safeParse({ ...rest, text: 'Booked for May.' }).success).toBe(true);
    expect(schema.safeParse({ ...rest, text: long.slice(1) }).success).toBe(true);
    expect(schema.safeParse({ ...rest, text: long }).success).toBe(false);
    expect(schema.safeParse({ ...rest, text: '  ' }).success).toBe(false);
    expect(schema.safeParse({ ...rest, text: 'Booked.', state: 'accepted' }).success).toBe(false);
  });

  test('that it was seen needs none, and takes none', () => {
    expect(acknowledgement.safeParse({}).success).toBe(true);
    expect(acknowledgement.safeParse({ text: 'Yes.' }).success).toBe(false);
  });

  test('what is done is one of the duties by its name, and never a piece of a key', () => {
    for (const wrong of [undefined, '', 'update-', 'update-1#x', '../update-1', 'UPDATE-1', 'update-1000'])
      expect(doneInput.safeParse({ duty: wrong, text: 'Done.' }).error?.issues).toMatchObject([
        { path: ['duty'], message: 'Choose what is done' },
      ]);
  });

  test('whoever takes over has a name and an address that mail can be sent to', () => {
    const sue = { name: 'Sue Park', email: 'sue.park@force.example' };
    expect(handOverInput.parse({ ...sue, post: '', text: '' })).toEqual(sue);
    expect(handOverInput.safeParse({ ...sue, email: 'sue.park' }).success).toBe(false);
    expect(handOverInput.safeParse({ ...sue, email: 'sue@force.example\nBcc: a@b.example' }).success).toBe(
      false,
    );
    expect(handOverInput.safeParse({ ...sue, name: ' ' }).success).toBe(false);
  });
});
