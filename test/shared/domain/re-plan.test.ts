import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { decided, dropped, proposalInput, propose, waiting } from '../../../shared/domain/proposal.ts';
import { type RePlanInput, rePlan, rePlanInput } from '../../../shared/domain/re-plan.ts';
import { stagesOf } from '../../../shared/domain/stages.ts';
import {
  allowed,
  calendar,
  inFourToSixMonths,
  promisedDuty,
  respondedOn,
  undatedDuty,
  withinThreeMonths,
} from './essex.ts';

const today = asDay('2021-02-15');
const typed = (of: Partial<Record<keyof RePlanInput, string>> = {}) =>
  rePlanInput.parse({ dueOn: '2021-04-30', why: 'The trainer is ill', decidedBy: 'Lee', ...of });
const byFebruary = promisedDuty(withinThreeMonths);
const moved = (of: Partial<Record<keyof RePlanInput, string>> = {}, from: Deadline = byFebruary) =>
  rePlan(from, typed(of), today);

describe('moving a promise of 20 February 2021', () => {
  test('keeps the old date, counts the move, arms the reminders anew and says how it came about', () => {
    const { deadline, revision } = allowed(moved());
    expect(deadline).toMatchObject({
      opensOn: null,
      dueOn: '2021-04-30',
      lateAfterOn: '2021-04-30',
      moved: 1,
      firstDueOn: '2021-02-20',
      revision: 2,
      plannedFromOn: '2021-02-15',
      nextActionOn: '2021-02-15',
      settledThrough: { owner: null, manager: null, chair: null },
      working: [
        '3 months after 20 November 2020 is 20 February 2021',
        'Moved on 15 February 2021 from 20 February 2021 to 30 April 2021',
      ],
    });
    expect(revision).toMatchObject({
      how: 're-plan',
      deadlineId: '2019-127918.1.update-1',
      revision: 2,
      before: { dueOn: '2021-02-20' },
      after: { dueOn: '2021-04-30' },
      why: 'The trainer is ill',
      by: 'Lee',
    });
    expect(stagesOf(deadline, calendar).next().value).toMatchObject({ key: '-28', on: '2021-04-02' });
  });

  test('a second time needs somebody other than whoever decides to approve it', () => {
    const { deadline: once } = allowed(moved());
    const again = (approvedBy?: string) =>
      moved({ dueOn: '2021-06-30', ...(approvedBy ? { approvedBy } : {}) }, once);
    expect(again()).toMatchObject({ refused: 'approval-needed', field: 'approvedBy' });
    expect(again(' LEE ')).toMatchObject({ refused: 'same-person', field: 'approvedBy' });
    const { deadline, revision } = allowed(again('Sam'));
    expect(deadline).toMatchObject({ moved: 2, firstDueOn: '2021-02-20', revision: 3 });
    expect(deadline.working).toEqual([
      '3 months after 20 November 2020 is 20 February 2021',
      'Moved on 15 February 2021 from 30 April 2021 to 30 June 2021',
    ]);
    expect(revision).toMatchObject({ approvedBy: 'Sam', before: { dueOn: '2021-04-30' } });
  });

  test.each([
    ['to today', { dueOn: '2021-02-15' }, undefined],
    ['to yesterday', { dueOn: '2021-02-14' }, 'date-past'],
    ['to the date it has', { dueOn: '2021-02-20' }, 'same-date'],
    ['to a window that opens on its last day', { opensOn: '2021-04-30' }, undefined],
    ['to a window that opens after it', { opensOn: '2021-05-01' }, 'closes-before-it-opens'],
  ])('%s: %j → %s', (_, of, refused) => {
    const result = moved(of);
    expect('refused' in result ? result.refused : undefined).toBe(refused);
  });

  test.each([
    ['date-past', { dueOn: '2021-02-14' }, 'dueOn', 'The new date must be today or later'],
    ['same-date', { dueOn: '2021-02-20' }, 'dueOn', 'The date is 20 February 2021 already'],
    [
      'closes-before-it-opens',
      { opensOn: '2021-05-01' },
      'dueOn',
      'The window must not close before it opens',
    ],
    [
      'same-person',
      { approvedBy: 'lee' },
      'approvedBy',
      'Somebody other than whoever decides must approve it',
    ],
  ])('%s: says so at the box that is wrong', (refused, of, field, message) => {
    expect(moved(of)).toEqual({ refused, message, field });
  });

  test('a second move without approval is told what to enter', () => {
    expect(moved({ dueOn: '2021-06-30' }, allowed(moved()).deadline)).toMatchObject({
      message: 'This date has been moved before: enter the name of whoever approves that it is moved again',
    });
  });

  test('a window with the same last day and another first is a move, one with both the same is none', () => {
    const window = promisedDuty(inFourToSixMonths);
    const { deadline } = allowed(moved({ opensOn: '2021-03-21', dueOn: '2021-05-20' }, window));
    expect(deadline).toMatchObject({ opensOn: '2021-03-21', dueOn: '2021-05-20', moved: 1 });
    expect(deadline.working.at(-1)).toBe(
      'Moved on 15 February 2021 from 20 May 2021 to 21 March 2021 to 20 May 2021',
    );
    expect(moved({ opensOn: '2021-03-20', dueOn: '2021-05-20' }, window)).toMatchObject({
      refused: 'same-date',
    });
  });

  test('needs a reason', () => {
    expect(rePlanInput.safeParse({ dueOn: '2021-04-30', why: ' ', decidedBy: 'Lee' }).success).toBe(false);
  });

  test('a window may lose its opening, with the same last day', () => {
    const window = promisedDuty(inFourToSixMonths);
    expect(allowed(moved({ dueOn: '2021-05-20' }, window)).deadline).toMatchObject({
      opensOn: null,
      dueOn: '2021-05-20',
      moved: 1,
    });
  });
});

describe('a promise without a date', () => {
  test.each([
    ['that names none', undatedDuty()],
    ['that waits for an event', promisedDuty({ kind: 'on-event', event: 'the new system' })],
    ['that waits for a board', promisedDuty({ kind: 'board-meeting', boardId: 'learning' })],
  ])('%s gets its first: that is no move, needs no approval, and it waits for nothing else', (_, undated) => {
    const { deadline } = allowed(moved({}, undated));
    expect(deadline).toMatchObject({ dueOn: '2021-04-30', moved: 0, revision: 2 });
    expect([deadline.awaits, deadline.firstDueOn]).toEqual([undefined, undefined]);
    expect(deadline.working.at(-1)).toBe('Set on 15 February 2021 to 30 April 2021');
    expect(allowed(moved({ dueOn: '2021-06-30' }, deadline)).deadline).toMatchObject({
      moved: 1,
      firstDueOn: '2021-04-30',
    });
  });
});

test('a promise whose board has taken its meeting back gets a date without approval, though it has moved: it replaces none', () => {
  const lost = { ...undatedDuty(), moved: 1, firstDueOn: asDay('2021-01-31') };
  expect(allowed(moved({}, lost)).deadline).toMatchObject({ moved: 1, firstDueOn: '2021-01-31' });
});

describe('a date that the owner proposes', () => {
  const typedProposal = proposalInput.parse({
    dueOn: '2021-04-30',
    why: 'The trainer is ill',
    proposedBy: 'Anna Reed',
  });
  const proposal = allowed(propose(byFebruary, typedProposal, today));

  test('waits, and moves nothing', () => {
    expect(proposal).toMatchObject({
      state: 'waiting',
      dueOn: '2021-04-30',
      opensOn: null,
      proposedOn: today,
      deadlineId: byFebruary.id,
    });
    expect(waiting(proposal)).toBe(proposal);
    expect(waiting(undefined)).toMatchObject({ refused: 'no-proposal' });
    expect(waiting({ ...proposal, state: 'declined' })).toMatchObject({ refused: 'no-proposal' });
  });

  test('is taken where the date becomes the one proposed, else declined', () => {
    const state = (of: Partial<Record<keyof RePlanInput, string>>) =>
      decided(proposal, allowed(moved(of)).deadline).state;
    expect(state({})).toBe('taken');
    expect(state({ dueOn: '2021-05-01' })).toBe('declined');
    expect(state({ opensOn: '2021-04-01' })).toBe('declined');
  });

  test('is dropped with its promise, and only while it waits', () => {
    const others = [
      { ...proposal, deadlineId: 'other' },
      { ...proposal, state: 'declined' as const },
    ];
    expect(dropped([proposal, ...others], byFebruary.id)).toEqual([
      { before: proposal, after: { ...proposal, state: 'dropped' } },
    ]);
  });

  test('cannot be in the past or the date it has', () => {
    const on = (dueOn: string) => propose(byFebruary, { ...typedProposal, dueOn: asDay(dueOn) }, today);
    expect(on('2021-02-14')).toMatchObject({ refused: 'date-past' });
    expect(on('2021-02-20')).toMatchObject({ refused: 'same-date' });
    expect(propose(undatedDuty(respondedOn), typedProposal, today)).toMatchObject({ state: 'waiting' });
  });
});
