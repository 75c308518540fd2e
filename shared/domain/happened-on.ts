import type { AuditEvent } from './audit-event.ts';
import { type Day, earlier } from './day.ts';
import { type Instant, londonDay } from './london.ts';
import type { Kept } from './recommendation-kept.ts';

/** A move with the day from which it counts and the day on which it was typed. */
export type Told = { event: AuditEvent; on: Day; recordedOn: Day };

/**
 * The day from which a move counts. What came from outside counts from the day it came, whenever it was typed: a recommendation from the
 * day it was made, a response or an update from the day it was received, an extension from the day it was granted, judicial review from
 * its first and its last day. What was decided here (a date moved, closed, reopened, withdrawn, another owner) counts from the day it was
 * recorded: nobody could have known of it before.
 *
 * @example a response received on 3 December 2020 and typed on 10 December → 3 December; closed on 10 December → 10 December
 */
export function happenedOn(event: AuditEvent, kept: Kept, madeOn: Day): Told {
  const recordedOn = londonDay(event.at as Instant);
  return { event, recordedOn, on: earlier(cameOn(event, kept, madeOn) ?? recordedOn, recordedOn) };
}

function cameOn(event: AuditEvent, kept: Kept, madeOn: Day): Day | undefined {
  const { move, sequence } = event;
  switch (move) {
    case 'record-case':
    case 'record-recommendation':
      return madeOn;
    case 'record-response':
      return kept.response?.respondedOn;
    case 'record-update':
      return kept.updates.find((each) => each.sequence === sequence)?.receivedOn;
    case 'change-acceptance':
      return newestAnswer(event);
    case 'record-publication':
      return changed(event, 'deadline')?.metOn as Day | undefined;
    case 'extend':
    case 'pause':
    case 'resume':
      return datesChangedOn(event, kept);
  }
  return undefined;
}

const changed = ({ changes }: AuditEvent, record: string) =>
  changes.find((each) => each.record === record)?.after;

function newestAnswer(event: AuditEvent): Day | undefined {
  const history = changed(event, 'recommendation')?.acceptanceHistory as
    | Kept['recommendation']['acceptanceHistory']
    | undefined;
  return history?.at(-1)?.on;
}

function datesChangedOn({ move, changes }: AuditEvent, { revisions }: Kept): Day | undefined {
  const change = changes.find(({ record }) => record === 'deadline');
  const about = revisions.find(
    ({ deadlineId, revision }) =>
      revision === change?.after.revision && change.key.endsWith(`#${deadlineId}`),
  );
  if (move === 'extend') return about?.grantedOn;
  return move === 'pause' ? about?.pausedOn : about?.resumedOn;
}
