import { addBoard } from '../../functions/web/moves/add-board.ts';
import { enterMeeting } from '../../functions/web/moves/change-board.ts';
import { close } from '../../functions/web/moves/close.ts';
import { link } from '../../functions/web/moves/link.ts';
import { proposeClosure } from '../../functions/web/moves/propose-closure.ts';
import { proposeDate } from '../../functions/web/moves/propose-date.ts';
import { rePlan } from '../../functions/web/moves/re-plan.ts';
import { recordCase } from '../../functions/web/moves/record-case.ts';
import { recordRecommendation } from '../../functions/web/moves/record-recommendation.ts';
import { recordResponse } from '../../functions/web/moves/record-response.ts';
import { recordUpdate } from '../../functions/web/moves/record-update.ts';
import { withdraw } from '../../functions/web/moves/withdraw.ts';
import { addDays, asDay } from '../../shared/domain/day.ts';
import type { Table } from '../../shared/store/table.ts';
import { deskOf, typedCase, typedResponse } from './desk-of.ts';
import { contacts } from './recorded.ts';
import { accepted, sampleContact } from './sample-records.ts';

/** The boards of a force, and what they have met on. */
const sampleMeetings = ['2020-12-03', '2021-03-04', '2021-06-03'] as const;

type Recorded = { caseId: string; number: number };
type Wanted = { title: string; madeOn: string; texts: string[]; boardId: string; ownerId?: string };

const within = (latest: number, quote: string) => ({
  quote,
  promise: { kind: 'within', latest, unit: 'month' } as const,
});

/** Records a case on the day it was made, with its recommendations. */
async function newCase(table: Table, reference: string, { texts, boardId, ownerId, ...of }: Wanted) {
  const madeOn = asDay(of.madeOn);
  const desk = deskOf(table, madeOn);
  const typed = { reference, title: of.title, madeOn, publishedDueOn: addDays(madeOn, 56) };
  const { id: caseId } = accepted(await recordCase(desk, typedCase(typed)));
  const recorded: Recorded[] = [];
  for (const text of texts) {
    const owned = ownerId === undefined ? {} : { ownerId };
    const { number } = accepted(await recordRecommendation(desk, caseId, { text, boardId, ...owned }));
    recorded.push({ caseId, number });
  }
  return recorded as [Recorded, ...Recorded[]];
}

type Answer = { on: string; typedOn?: string; promises: ReturnType<typeof within>[] };

const respond = async (table: Table, { caseId, number }: Recorded, { on, typedOn, promises }: Answer) =>
  accepted(
    await recordResponse(
      deskOf(table, typedOn ?? on),
      caseId,
      number,
      typedResponse({ respondedOn: asDay(on) }, promises),
    ),
  );

const move = async (table: Table, { caseId, number }: Recorded, on: string, dueOn: string, why: string) =>
  accepted(
    await rePlan(deskOf(table, on), caseId, number, 1, {
      dueOn: asDay(dueOn),
      why,
      decidedBy: 'Kim Lee',
      approvedBy: 'Sam Okoye',
    }),
  );

/** A board with its meetings, each entered some weeks before it. */
async function newBoard(table: Table, name: string): Promise<string> {
  const { id } = accepted(await addBoard(deskOf(table, '2018-01-08'), { name }));
  for (const on of sampleMeetings)
    accepted(await enterMeeting(deskOf(table, addDays(asDay(on), -60)), id, { on: asDay(on) }));
  return id;
}

/**
 * A board that oversees one of everything: late, lapsed, moved three times and over two years old, without a date or an owner, proposed for
 * closure, closed before and after its meeting of 3 December 2020, withdrawn. A second board has one recommendation.
 */
export async function sampleBoards(table: Table): Promise<{ board: string; other: string }> {
  await contacts(
    table,
    sampleContact('anna', { name: 'Anna Reed', post: 'Head of custody' }),
    sampleContact('bill', { name: 'Bill Shaw', post: 'Force Control Room', delivery: 'bounced' }),
  );
  const board = await newBoard(table, 'Custody and Vulnerability board');
  const other = await newBoard(table, 'Professional Standards board');
  await oldAndMoved(table, board);
  await lateAndLapsed(table, board);
  await endedOnes(table, board);
  await waiting(table, board);
  await newCase(table, '2021/140900', {
    title: 'Handling of complaints',
    madeOn: '2021-02-15',
    texts: ['The force should review how it tells complainants of the outcome.'],
    boardId: other,
    ownerId: 'anna',
  });
  return { board, other };
}

async function oldAndMoved(table: Table, boardId: string): Promise<void> {
  const [old] = await newCase(table, '2018/104410', {
    title: 'Death following police contact in custody',
    madeOn: '2018-06-05',
    texts: [
      'The force should introduce a system that records every check of a detained person at the time it is made, and audit it each month.',
    ],
    boardId,
    ownerId: 'anna',
  });
  await respond(table, old, {
    on: '2018-07-20',
    promises: [within(6, 'The new custody system will be in place within six months.')],
  });
  await move(table, old, '2019-01-10', '2019-09-30', 'The supplier is late');
  await move(table, old, '2019-09-20', '2020-06-30', 'Testing found faults');
  await move(table, old, '2020-06-25', '2021-06-30', 'Staff could not be trained in spring 2020');
}

async function lateAndLapsed(table: Table, boardId: string): Promise<void> {
  await newCase(table, '2020/130001', {
    title: 'Missing person not found in time',
    madeOn: '2020-12-01',
    texts: ['The force should review how risk is graded when somebody is reported missing.'],
    boardId,
  });
  const [lapsed, undated] = await newCase(table, '2020/130002', {
    title: 'Use of force on a child',
    madeOn: '2020-08-10',
    texts: [
      'The force should make sure that an appropriate adult is called as soon as a child is detained.',
      'The force should publish how often force is used on children.',
    ],
    boardId,
    ownerId: 'bill',
  });
  await respond(table, lapsed, {
    on: '2020-10-01',
    promises: [within(4, 'We will report back to the board in four months.')],
  });
  accepted(await link(deskOf(table, '2020-10-05'), lapsed.caseId, 1, { kind: 'risk', ref: '1606' }));
  await respond(table, undated!, { on: '2020-10-02', typedOn: '2020-10-12', promises: [] });
}

async function endedOnes(table: Table, boardId: string): Promise<void> {
  const of = { madeOn: '2020-07-01', boardId, ownerId: 'anna' };
  const texts = ['The force should give every custody sergeant training in mental health.'];
  for (const [reference, closedOn] of [
    ['2020/130003', '2020-11-10'],
    ['2020/130004', '2021-01-15'],
  ] as const) {
    const [{ caseId, number }] = await newCase(table, reference, { ...of, title: 'Detention', texts });
    await respond(
      table,
      { caseId, number },
      {
        on: '2020-08-20',
        promises: [within(2, 'Training will be given within two months.')],
      },
    );
    const update = { receivedOn: asDay('2020-10-19'), text: 'All have been trained.' };
    accepted(await recordUpdate(deskOf(table, '2020-10-19'), caseId, number, 1, update));
    const closing = { closedBy: 'Kim Lee', note: 'The training records were seen', links: [] };
    accepted(await close(deskOf(table, closedOn), caseId, number, closing));
  }
  const [gone] = await newCase(table, '2020/130005', { ...of, title: 'Detention', texts });
  accepted(await withdraw(deskOf(table, '2021-02-01'), gone.caseId, 1, { why: 'Made twice' }));
}

async function waiting(table: Table, boardId: string): Promise<void> {
  const [running, done, unanswered] = await newCase(table, '2020/130006', {
    title: 'Searches of young people',
    madeOn: '2020-11-02',
    texts: [
      'The force should review how searches of young people are authorised.',
      'The force should tell parents of each search.',
      'The force should record the reasons for each search in words that can be understood later.',
    ],
    boardId,
    ownerId: 'anna',
  });
  const promises = [within(5, 'A new procedure will be in force within five months.')];
  await respond(table, running, { on: '2020-12-14', promises });
  const proposed = { dueOn: asDay('2021-07-30'), why: 'Consultation takes longer', proposedBy: 'Anna Reed' };
  accepted(await proposeDate(deskOf(table, '2021-02-22'), running.caseId, 1, 1, proposed));
  await respond(table, done!, { on: '2020-12-20', promises });
  const note = { proposedBy: 'Priya Shah', note: 'It is done' };
  accepted(await proposeClosure(deskOf(table, '2021-02-24'), done!.caseId, 2, note));
  await respond(table, unanswered!, { on: '2021-01-18', promises });
}
