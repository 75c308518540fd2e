import type { AuditEvent } from './audit-event.ts';
import { asDay, type Day, parseDay } from './day.ts';
import type { Deadline } from './deadline.ts';
import { asInstant, londonDay } from './london.ts';
import type { Mail } from './mail.ts';
import type { Recommendation } from './recommendation.ts';
import { isRefusal } from './refusal.ts';
import type { Reminder } from './reminder.ts';
import type { Response } from './response.ts';
import type { Revision } from './revision.ts';
import type { Update } from './update.ts';

/** What has happened to one recommendation so far. `events` are its own; `mails` are those that carry its reminders, by their ids. */
export type Life = {
  madeOn: Day;
  recommendation: Pick<Recommendation, 'closed' | 'withdrawn'>;
  response: Pick<Response, 'respondedOn'> | undefined;
  updates: readonly Pick<Update, 'sequence' | 'receivedOn'>[];
  deadlines: readonly Deadline[];
  revisions: readonly Revision[];
  reminders: readonly Reminder[];
  events: readonly AuditEvent[];
  mails: ReadonlyMap<string, Mail>;
};

/** The day from which nothing is asked any more, because it was closed or withdrawn. */
export const endedOn = ({ recommendation: { closed, withdrawn } }: Life): Day | undefined =>
  withdrawn?.on ?? closed?.on;

/** The day of an event in London. */
export const dayOfEvent = ({ at }: AuditEvent): Day => londonDay(asInstant(at));

/** The duties in the order in which they are shown: the response, the promises as they were made, the publication. */
export const inOrder = <D extends Deadline>(deadlines: readonly D[]): D[] =>
  deadlines.toSorted((a, b) => rank(a) - rank(b));

const kinds: readonly Deadline['kind'][] = ['response', 'update', 'publication'];
const rank = ({ kind, sequence }: Deadline): number => kinds.indexOf(kind) * 1_000 + sequence;

/** @example 20 February 2021 → 1 February 2021 */
export const firstOfMonth = (on: Day): Day => asDay(`${on.slice(0, 7)}-01`);

/** @example 20 February 2021 → 28 February 2021; 31 December 2999, after which no day is kept, is the last of its month like any other */
export const lastOfMonth = (on: Day): Day =>
  ['31', '30', '29', '28']
    .map((date) => parseDay(`${on.slice(0, 7)}-${date}`))
    .find((each) => !isRefusal(each)) as Day;
