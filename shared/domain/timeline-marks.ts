import type { Move } from './audit-event.ts';
import { type Day, isAfter, isBefore } from './day.ts';
import type { Deadline } from './deadline.ts';
import { dayOfEvent, inOrder, type Life } from './life.ts';
import { type Mail, neverTells } from './mail.ts';
import type { Reminder } from './reminder.ts';
import { type Calendar, nextStage, type Stage, stagesOf } from './stages.ts';

/**
 * Something on one day of a recommendation's life.
 *
 * - 'published': the day by which the page asks for the response. 'met': a duty was done.
 * - 'stage': a day on which somebody is, or was to be, written to; `told` where a mail of it, or of a later stage in its place, was planned.
 * - 'mail': a mail that was planned and has not been dropped; `mail` is missing where its record is.
 * - 'move': what a person did; `on` is the day it happened, `recordedOn` the day it was recorded.
 */
export type Mark =
  | { kind: 'made' | 'today'; on: Day }
  | { kind: 'published' | 'met'; on: Day; deadline: Deadline }
  | { kind: 'stage'; on: Day; deadline: Deadline; stage: Stage; state: 'told' | 'passed' | 'to-come' }
  | { kind: 'mail'; on: Day; reminders: readonly Reminder[]; mail: Mail | undefined }
  | { kind: 'move'; on: Day; recordedOn: Day; move: Move; sequence: number | undefined; by: string };

/** What a person did that has a place in the picture; the history has everything. */
const pictured: readonly Move[] = [
  'record-response',
  'change-acceptance',
  'confirm-commitment',
  'record-update',
  'extend',
  'pause',
  'resume',
  'propose-date',
  'decline-date',
  're-plan',
  'date-by-meeting',
  'reassign-owner',
  'propose-closure',
  'decline-closure',
  'close',
  'reopen',
  'withdraw',
  'review-effect',
  'record-publication',
  'record-representations',
  'hold',
  'release',
  'nudge',
];

export const movesOf = (life: Life): Mark[] =>
  life.events.flatMap((event): Mark[] => {
    const { move, sequence, by } = event;
    if (!pictured.includes(move)) return [];
    const recordedOn = dayOfEvent(event);
    return [
      { kind: 'move', on: happenedOn(move, sequence, life) ?? recordedOn, recordedOn, move, sequence, by },
    ];
  });

function happenedOn(move: Move, sequence: number | undefined, life: Life): Day | undefined {
  if (move === 'record-response') return life.response?.respondedOn;
  if (move === 'record-publication') return life.deadlines.find(({ kind }) => kind === 'publication')?.metOn;
  if (move !== 'record-update') return undefined;
  return life.updates.find((each) => each.sequence === sequence)?.receivedOn;
}

/** One mark for each mail, also where it carries several reminders of this recommendation. */
export function mailsOf({ reminders, mails }: Life): Mark[] {
  const carried = reminders.filter((reminder) => {
    const mail = mails.get(reminder.mailId);
    return !mail || !neverTells(mail, reminder);
  });
  return [...Map.groupBy(carried, ({ mailId }) => mailId)].map(([mailId, of]) => ({
    kind: 'mail',
    on: of[0]!.plannedOn,
    reminders: of,
    mail: mails.get(mailId),
  }));
}

export const datesOf = ({ deadlines }: Life): Mark[] =>
  inOrder(deadlines).flatMap((deadline): Mark[] => [
    ...(deadline.publishedOn ? [{ kind: 'published' as const, on: deadline.publishedOn, deadline }] : []),
    ...(deadline.metOn ? [{ kind: 'met' as const, on: deadline.metOn, deadline }] : []),
  ]);

/** When each open duty's owner is next written to; nothing before today is next. */
export const nextStageDays = ({ deadlines }: Life, calendar: Calendar): Day[] =>
  deadlines
    .filter(({ state }) => state === 'open')
    .map((deadline) => nextStage(deadline, 'owner', calendar).mailOn);

/** The stages of each open duty, by its dates as they are now, from the day those were recorded until a day. */
export const stagesUntil = (until: Day, life: Life, today: Day, calendar: Calendar): Mark[] =>
  inOrder(life.deadlines)
    .filter(({ state }) => state === 'open')
    .flatMap((deadline) =>
      upTo(until, deadline, calendar).map(
        (stage): Mark => ({
          kind: 'stage',
          on: stage.mailOn,
          deadline,
          stage,
          state: stateOf(stage, deadline, life.reminders, today),
        }),
      ),
    );

function upTo(until: Day, deadline: Deadline, calendar: Calendar): Stage[] {
  const stages: Stage[] = [];
  for (const stage of stagesOf(deadline, calendar)) {
    if (isAfter(stage.mailOn, until)) break;
    if (!isBefore(stage.on, deadline.plannedFromOn)) stages.push(stage);
    // What comes after is not asked for: it may lie beyond the years that are kept.
    if (stage.mailOn === until) break;
  }
  return stages;
}

function stateOf(
  { key, mailOn }: Stage,
  { id, revision }: Deadline,
  reminders: readonly Reminder[],
  today: Day,
) {
  const isTold = reminders.some(
    (each) =>
      each.deadlineId === id &&
      each.revision === revision &&
      (each.stage === key || each.coalesced.includes(key)),
  );
  if (isTold) return 'told';
  return isBefore(mailOn, today) ? 'passed' : 'to-come';
}
