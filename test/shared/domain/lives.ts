import fc from 'fast-check';
import type { AuditEvent, Move } from '../../../shared/domain/audit-event.ts';
import { addDays, asDay, type Day, earlier } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import type { Life } from '../../../shared/domain/life.ts';
import type { Mail, MailState } from '../../../shared/domain/mail.ts';
import { decide, settle } from '../../../shared/domain/night.ts';
import type { Reminder } from '../../../shared/domain/reminder.ts';
import type { Revision } from '../../../shared/domain/revision.ts';
import { nextStage } from '../../../shared/domain/stages.ts';
import { anyDeadline } from './any-deadline.ts';
import {
  calendar,
  essexCase,
  everyone,
  inFourToSixMonths,
  promisedDuty,
  respondedOn,
  responseDuty,
} from './essex.ts';

/** An event of recommendation 1 on a day, as far as a timeline looks at it. */
export const happened = (move: Move, on: string, of: Partial<AuditEvent> = {}): AuditEvent => ({
  id: `${on} ${move}`,
  at: `${on}T09:30:00.000Z`,
  by: 'Liaison staff',
  move,
  caseId: essexCase.id,
  number: 1,
  changes: [],
  left: [],
  position: 1,
  previous: '',
  hash: '',
  ...of,
});

export const life = (of: Partial<Life> = {}): Life => ({
  madeOn: essexCase.madeOn,
  recommendation: {},
  response: undefined,
  updates: [],
  deadlines: [],
  revisions: [],
  reminders: [],
  events: [],
  mails: new Map(),
  ...of,
});

/** A mail of one reminder of a duty, planned on a day, and what became of it. */
export function mailed(
  deadline: Deadline,
  stage: string,
  on: string,
  state: MailState = 'DELIVERED',
  coalesced: string[] = [],
) {
  const { id: deadlineId, caseId, number, revision } = deadline;
  const plannedOn = asDay(on);
  const line = {
    deadlineId,
    caseId,
    number,
    revision,
    stage,
    role: 'owner' as const,
    stageOn: plannedOn,
    mailOn: plannedOn,
    late: false,
    coalesced,
  };
  const mailId = `${on}-${stage}`;
  const reminder: Reminder = { ...line, recipientId: 'owner-1', plannedOn, mailId };
  const mail: Mail = {
    id: mailId,
    nightId: on,
    plannedOn,
    recipientId: 'owner-1',
    state,
    lines: [line],
    attempt: 1,
  };
  return { reminder, mail };
}

export const withMails = (sent: readonly ReturnType<typeof mailed>[]): Pick<Life, 'reminders' | 'mails'> => ({
  reminders: sent.map(({ reminder }) => reminder),
  mails: new Map(sent.map(({ mail }) => [mail.id, mail])),
});

/** Mails about a duty as the nights until a day would have sent them, each delivered. */
function nightsUntil(deadline: Deadline, today: Day) {
  const sent: ReturnType<typeof mailed>[] = [];
  for (let told = deadline; ; ) {
    const { mailOn } = nextStage(told, 'owner', calendar);
    const decision = decide(told, everyone, mailOn, calendar);
    if (mailOn > today || !('reminders' in decision)) return { sent, deadline: told };
    for (const { line } of decision.reminders) told = settle(told, line);
    sent.push(mailed(deadline, decision.reminders[0]!.line.stage, mailOn));
  }
}

/** The case of 2019/127918 as it would stand on a day: answered on 20 November 2020, with "in 4-6mths" and nothing after it. */
export function essexLife(today: string): Life {
  const on = asDay(today);
  const response = nightsUntil(responseDuty(), on < respondedOn ? on : asDay('2020-11-19'));
  const recorded = happened('record-recommendation', essexCase.madeOn);
  if (on < respondedOn)
    return life({ deadlines: [response.deadline], events: [recorded], ...withMails(response.sent) });
  const promise = nightsUntil(promisedDuty(inFourToSixMonths), on);
  return life({
    response: { respondedOn },
    deadlines: [{ ...response.deadline, state: 'met', metOn: respondedOn }, promise.deadline],
    events: [recorded, happened('record-response', respondedOn)],
    ...withMails([...response.sent, ...promise.sent]),
  });
}

/** A life in which everything happens that a timeline shows: extension, judicial review, dates that move, owners, mail gone astray. */
export function busyLife(): Life {
  const day = asDay;
  const response: Deadline = {
    ...responseDuty(),
    lawOn: day('2020-12-28'),
    publishedOn: day('2020-12-04'),
    dueOn: day('2020-12-04'),
    lateAfterOn: day('2020-12-28'),
    state: 'met',
    metOn: day('2021-01-05'),
    revision: 4,
  };
  const promise: Deadline = {
    ...promisedDuty(inFourToSixMonths),
    opensOn: null,
    dueOn: day('2021-10-29'),
    lateAfterOn: day('2021-10-29'),
    revision: 3,
    moved: 2,
    plannedFromOn: day('2021-08-02'),
  };
  const second: Deadline = {
    ...promisedDuty(inFourToSixMonths),
    id: '2019-127918.1.update-2',
    sequence: 2,
    opensOn: null,
    dueOn: null,
    lateAfterOn: null,
  };
  const changed = (
    of: Pick<Revision, 'deadlineId' | 'revision' | 'how' | 'before' | 'after'> & {
      on: string;
    } & Partial<Omit<Revision, 'on'>>,
  ): Revision => ({
    caseId: essexCase.id,
    number: 1,
    by: 'Liaison staff',
    ...of,
    on: day(of.on),
  });
  const dates = (dueOn: string, opensOn: string | null = null) =>
    ({ opensOn: opensOn && day(opensOn), dueOn: day(dueOn), lateAfterOn: day(dueOn) }) as Revision['before'];
  const revisions = [
    changed({
      deadlineId: response.id,
      revision: 2,
      how: 'resume',
      on: '2020-11-11',
      before: dates('2020-11-23'),
      after: dates('2020-12-03'),
      pausedOn: day('2020-11-01'),
      resumedOn: day('2020-11-10'),
    }),
    changed({
      deadlineId: response.id,
      revision: 3,
      how: 'extend',
      on: '2020-11-30',
      before: dates('2020-12-03'),
      after: dates('2020-12-04'),
    }),
    changed({
      deadlineId: promise.id,
      revision: 2,
      how: 're-plan',
      on: '2021-05-17',
      before: dates('2021-05-20', '2021-03-20'),
      after: dates('2021-07-30'),
    }),
    changed({
      deadlineId: promise.id,
      revision: 3,
      how: 're-plan',
      on: '2021-08-02',
      before: dates('2021-07-30'),
      after: dates('2021-10-29'),
    }),
  ];
  const sent = [
    mailed(responseDuty(), '-28', '2020-10-26'),
    mailed(response, '-7', '2020-11-27', 'BOUNCED'),
    mailed(response, 'law+1', '2020-12-29', 'COMPLAINED'),
    mailed(response, '+7', '2021-01-04'),
    ...['2021-03-22', '2021-04-22', '2021-05-13', '2021-07-02', '2021-07-23', '2021-07-29', '2021-08-02'].map(
      (on) => mailed(promise, '-7', on),
    ),
    mailed(promise, '-28', '2021-10-01', 'NO_CONFIRMATION'),
    mailed(promise, '-1', '2021-10-28', 'SENT'),
    mailed(promise, '+1', '2021-11-01', 'PENDING'),
    mailed(promise, '+7', '2021-11-05', 'SUPERSEDED'),
  ];
  return life({
    response: { respondedOn: day('2021-01-05') },
    deadlines: [response, promise, second],
    revisions,
    events: [
      happened('record-recommendation', '2020-09-29'),
      happened('pause', '2020-11-02'),
      happened('resume', '2020-11-11'),
      happened('extend', '2020-11-30'),
      happened('reassign-owner', '2020-12-01'),
      happened('record-response', '2021-01-06'),
      happened('propose-date', '2021-05-14', { sequence: 1 }),
      happened('re-plan', '2021-05-17', { sequence: 1 }),
      happened('re-plan', '2021-08-02', { sequence: 1 }),
      happened('propose-closure', '2021-11-08'),
      happened('decline-closure', '2021-11-12'),
    ],
    ...withMails(sent),
  });
}

const someMoves: readonly Move[] = [
  'record-response',
  're-plan',
  'reassign-owner',
  'propose-closure',
  'decline-closure',
  'close',
  'reopen',
  'amend',
];
const someStates: readonly MailState[] = [
  'PENDING',
  'SENT',
  'DELIVERED',
  'BOUNCED',
  'SUPERSEDED',
  'NO_CONFIRMATION',
];

const anyDaysAfter = (most: number) => fc.integer({ min: 0, max: most });

/** Up to four duties with whatever may have happened to them, made on any day, looked at up to five years later. */
export const anyLife: fc.Arbitrary<{ life: Life; today: Day }> = fc
  .record({
    deadlines: fc.array(anyDeadline, { minLength: 1, maxLength: 4 }),
    states: fc.array(fc.constantFrom('open' as const, 'open' as const, 'met' as const, 'ended' as const), {
      minLength: 4,
      maxLength: 4,
    }),
    later: anyDaysAfter(1_800),
    moves: fc.array(fc.record({ move: fc.constantFrom(...someMoves), after: anyDaysAfter(1_800) }), {
      maxLength: 40,
    }),
    mails: fc.array(fc.record({ state: fc.constantFrom(...someStates), after: anyDaysAfter(1_800) }), {
      maxLength: 40,
    }),
  })
  .map(({ deadlines, states, later, moves, mails }) => {
    const madeOn = deadlines.map(({ anchorOn }) => anchorOn).reduce(earlier);
    const duties = deadlines.map((each, index): Deadline => {
      const state = states[index]!;
      return {
        ...each,
        id: `duty-${index}`,
        state,
        ...(state === 'met' ? { metOn: addDays(each.anchorOn, later % 200) } : {}),
      };
    });
    const sent = mails.map(({ state, after }, index) =>
      mailed(duties[index % duties.length]!, `-${index}`, addDays(madeOn, after), state),
    );
    return {
      today: addDays(madeOn, later),
      life: life({
        madeOn,
        deadlines: duties,
        events: moves.map(({ move, after }) => happened(move, addDays(madeOn, after))),
        ...withMails(sent),
      }),
    };
  });
