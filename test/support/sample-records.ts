import { type Case, recordCase } from '../../shared/domain/case.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import { asDay, type Day } from '../../shared/domain/day.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { asInstant } from '../../shared/domain/london.ts';
import type { Mail, MailLine } from '../../shared/domain/mail.ts';
import type { Night } from '../../shared/domain/night.ts';
import type { Recommendation } from '../../shared/domain/recommendation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { responseDeadline } from '../../shared/domain/response-deadline.ts';
import { newSession, type Session } from '../../shared/domain/session.ts';
import type { Staff } from '../../shared/domain/staff.ts';

/** The value of something that is known not to be refused here. */
export function accepted<T>(result: T): Exclude<T, { refused: string }> {
  if (isRefusal(result)) throw new Error(`Refused: ${result.message}`);
  return result as Exclude<T, { refused: string }>;
}

/** Made on 29 September 2020 under paragraph 28A: the last day by law is 23 November, by the page 24 November. */
export const sampleCase = (reference = '2019/127918', of: Partial<Case> = {}): Case => ({
  ...accepted(
    recordCase(
      {
        reference,
        title: 'Searches of young people',
        topics: [],
        source: 'iopc',
        legalBasis: 'paragraph-28A',
        body: 'Essex Police',
        linkedBodies: [],
        madeOn: asDay('2020-09-29'),
        publishedDueOn: asDay('2020-11-24'),
      },
      asDay('2020-10-01'),
    ),
  ),
  ...of,
});

export const sampleContact = (id = 'anna', of: Partial<Contact> = {}): Contact => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Reed`,
  kind: 'person',
  post: 'Head of custody',
  email: `${id}@force.example`,
  status: 'active',
  delivery: 'ok',
  version: 1,
  ...of,
});

export const sampleRecommendation = (to: Case, of: Partial<Recommendation> = {}): Recommendation => ({
  caseId: to.id,
  number: 1,
  text: 'Essex Police should review how searches of young people are authorised.',
  addressee: to.body,
  ownerId: 'anna',
  acceptance: 'awaiting',
  acceptanceHistory: [],
  effectReviews: [],
  version: 1,
  ...of,
});

/** The duty to respond, recorded on 1 October 2020: mailed on 26 October, 16, 20, 22 … November and on after it is late. */
export const sampleDeadline = (to: Recommendation, of: Case, more: Partial<Deadline> = {}): Deadline => ({
  ...accepted(responseDeadline(to, of, asDay('2020-10-01'))),
  ...more,
});

/** The line of the reminder 28 days before the response is due. */
export const sampleLine = (about: Deadline, of: Partial<MailLine> = {}): MailLine => ({
  deadlineId: about.id,
  caseId: about.caseId,
  number: about.number,
  revision: about.revision,
  stage: '-28',
  role: 'owner',
  stageOn: asDay('2020-10-26'),
  mailOn: asDay('2020-10-26'),
  late: false,
  coalesced: [],
  ...of,
});

export const sampleMail = (id: string, lines: MailLine[], of: Partial<Mail> = {}): Mail => ({
  id,
  nightId: '2020-10-26T06:10:00.000Z-night',
  plannedOn: asDay('2020-10-26'),
  recipientId: 'anna',
  state: 'PENDING',
  lines,
  attempt: 0,
  ...of,
});

/** The statement of a run on the morning of 26 October 2020 that had nothing to do. */
export const sampleNight = (of: Partial<Night> = {}): Night => ({
  id: '2020-10-26T06:10:00.000Z-night',
  plannedOn: asDay('2020-10-26'),
  startedAt: '2020-10-26T06:10:00.000Z',
  finishedAt: '2020-10-26T06:10:04.000Z',
  examined: 0,
  reminded: 0,
  skipped: {},
  failed: 0,
  due: 0,
  reminders: 0,
  changed: 0,
  notWritten: 0,
  mails: 0,
  stagesEdition: 1,
  outstanding: {
    found: 0,
    toHandOver: 0,
    sentAgain: 0,
    needHuman: 0,
    unconfirmed: 0,
    waiting: 0,
    settled: 0,
    failed: 0,
  },
  handedOver: 0,
  heldBack: 0,
  notHandedOver: 0,
  ...of,
});

/** A clock that stands still in the morning of a day. */
export const morningOf = (on: Day | string) => ({ now: () => `${on}T06:10:00.000Z` as never });

/** Somebody who may do everything, everywhere. */
export const sampleStaff = (id = 'ada', of: Partial<Staff> = {}): Staff => ({
  id,
  email: `${id}@force.example`,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Hart`,
  role: 'administrator',
  scope: { bodies: [], boards: [] },
  status: 'active',
  version: 1,
  ...of,
});

/** Begun by staff at nine in the morning of 20 November 2020. */
export const sampleSession = (of: Partial<Session> = {}): Session => ({
  ...newSession(
    { staffId: 'ada', staffVersion: 1 },
    { id: 'cd'.repeat(32), formToken: 'form-token-1' },
    asInstant('2020-11-20T09:00:00Z'),
  ),
  ...of,
});
