import type { Move } from '../../../../shared/domain/audit-event.ts';
import { moves } from '../../../../shared/domain/audit-event.ts';
import { type Day, inWords, inWordsWithWeekday, isAfter, isBefore } from '../../../../shared/domain/day.ts';
import type { Deadline } from '../../../../shared/domain/deadline.ts';
import { type MailState, mailStates } from '../../../../shared/domain/mail.ts';
import type { Band } from '../../../../shared/domain/timeline-bands.ts';
import type { Mark } from '../../../../shared/domain/timeline-marks.ts';
import { quotesPromise } from '../../../../shared/domain/update-deadline.ts';
import { type Contacts, personInWords } from '../names.ts';
import { plannedStage, reminderInWords } from '../stage-words.ts';
import { shortDay } from './axis.ts';

/** What a duty is called beside its band: 'Response', 'Promise 2', 'Publication'. */
export function laneName(deadline: Deadline): string {
  if (deadline.kind === 'response') return 'Response';
  if (deadline.kind === 'publication') return 'Publication';
  if (quotesPromise(deadline)) return `Promise ${deadline.sequence}`;
  return deadline.dueOn === null ? 'Date to come' : 'Date set';
}

/** A band in a few words, which stand at its beginning. */
export function bandLabel({ what, deadline, from, to }: Band): string {
  const span = from !== deadline.anchorOn ? `${shortDay(from)} to ${shortDay(to)}` : `until ${shortDay(to)}`;
  switch (what) {
    case 'time':
      return deadline.lawOn && deadline.kind === 'response' ? `by law ${span}` : span;
    case 'earlier':
      return `was ${span}`;
    case 'paused':
      return deadline.pausedOn === from
        ? `paused since ${shortDay(from)}`
        : `paused ${shortDay(from)} to ${shortDay(to)}`;
    case 'late':
      return `late from ${shortDay(from)}`;
    case 'undated':
      return deadline.state === 'open' ? 'no date promised' : 'without a date';
  }
}

const shortMoves: Partial<Record<Move, string>> = {
  'record-response': 'Response',
  'change-acceptance': 'Answer changed',
  'confirm-commitment': 'Promise added',
  'record-update': 'Update',
  extend: 'Extended',
  pause: 'Paused',
  resume: 'Resumed',
  'propose-date': 'New date proposed',
  'date-by-meeting': 'Dated by meeting',
  'record-representations': 'Representations',
  hold: 'Held back',
  release: 'Released',
  nudge: 'Reminded at once',
};

/** @example 'Response, 20 Nov' */
export const moveLabel = ({ move, on }: Extract<Mark, { kind: 'move' }>): string =>
  `${shortMoves[move] ?? moves[move]}, ${shortDay(on)}`;

/** How a mail is told from others: by what became of it. */
export const mailLooks: Record<MailState, 'delivered' | 'under-way' | 'astray'> = {
  PENDING: 'under-way',
  CLAIMED: 'under-way',
  SENT: 'under-way',
  NO_CONFIRMATION: 'under-way',
  DELIVERED: 'delivered',
  COMPLAINED: 'astray',
  BOUNCED: 'astray',
  SUPERSEDED: 'astray',
  SUPPRESSED: 'astray',
  FAILED: 'astray',
  NEEDS_HUMAN: 'astray',
};

/** One line of the timeline as a table. */
export type Row = { on: Day; date: string; what: string; state: string };

const duties = { response: 'the response', publication: 'the publication of the response' } as const;

/** @example 'Promise 2', 'The response' */
export const dutyInWords = (deadline: Deadline): string => {
  const name = dutyName(deadline);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

const dutyName = (deadline: Deadline): string =>
  deadline.kind === 'update'
    ? quotesPromise(deadline)
      ? `promise ${deadline.sequence}`
      : 'an update'
    : duties[deadline.kind];

const spanInWords = ({ from, to }: Band) =>
  from === to ? inWordsWithWeekday(from) : `${inWordsWithWeekday(from)} to ${inWordsWithWeekday(to)}`;

/** A band as a line of the table. */
export function bandRow(band: Band, today: Day): Row {
  const { what, deadline, from } = band;
  const name = dutyName(deadline);
  const row = (words: string, state: string): Row => ({
    on: from,
    date: spanInWords(band),
    what: words,
    state,
  });
  switch (what) {
    case 'time':
      return row(
        `Time for ${name}${deadline.kind === 'response' && deadline.lawOn ? ', by law' : ''}`,
        timeState(band, today),
      );
    case 'earlier':
      return row(`Earlier time for ${name}`, 'Moved');
    case 'paused':
      return row('Paused for judicial review', deadline.pausedOn === from ? 'Paused now' : 'Over');
    case 'late':
      return row(`Late: ${name}`, deadline.state === 'open' ? 'Late now' : 'Was late');
    case 'undated':
      return row(`No date for ${name}`, deadline.state === 'open' ? 'Waits for a date' : 'Over');
  }
}

const metWords = { response: 'Responded', update: 'Kept', publication: 'Published' } as const;

function timeState({ deadline, from, to }: Band, today: Day): string {
  const { state, kind, metOn, pausedOn } = deadline;
  if (state === 'met') return `${metWords[kind]}${metOn ? ` on ${inWords(metOn)}` : ''}`;
  if (state === 'ended') return 'No longer asked';
  if (pausedOn !== null) return 'Paused';
  if (isAfter(today, to)) return 'Over';
  return isBefore(today, from) ? 'Not open yet' : 'Running';
}

/** A mark as a line of the table; undefined for what another line says already. */
export function markRow(mark: Mark, contacts: Contacts, today: Day): Row | undefined {
  const { on } = mark;
  const row = (what: string, state: string): Row => ({ on, date: inWordsWithWeekday(on), what, state });
  switch (mark.kind) {
    case 'made':
      return row('Recommendation made', 'Done');
    case 'today':
      return row('Today', '');
    case 'published':
      return row('The page asks for the response by this day', isAfter(on, today) ? 'To come' : 'Over');
    case 'met':
      return undefined;
    case 'stage':
      return mark.state === 'told'
        ? undefined
        : row(
            `Reminder of ${dutyName(mark.deadline)}: ${plannedStage(mark.stage.key, mark.deadline.kind)}`,
            mark.state === 'to-come' ? 'To come' : 'Nobody was written to',
          );
    case 'mail':
      return row(mailWords(mark, contacts), mark.mail ? mailStates[mark.mail.state] : 'Unknown');
    case 'move':
      return row(
        `${moves[mark.move]}${mark.sequence ? `, promise ${mark.sequence}` : ''}`,
        `Done, recorded by ${mark.by}${mark.recordedOn === on ? '' : ` on ${inWords(mark.recordedOn)}`}`,
      );
  }
}

function mailWords({ reminders }: Extract<Mark, { kind: 'mail' }>, contacts: Contacts): string {
  const recipient = contacts.get(reminders[0]!.recipientId);
  const told = [...new Set(reminders.map(reminderInWords))].join('; ');
  return `Mail to ${recipient ? personInWords(recipient, contacts) : 'somebody no longer among the contacts'}: ${told}`;
}
