import type { Case } from '../domain/case.ts';
import type { Promised } from '../domain/commitment.ts';
import { type Contact, liaisonTeam } from '../domain/contact.ts';
import { addDays, addMonths, type Day } from '../domain/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { MailPart } from '../domain/mail-parts.ts';
import { publicationDeadline } from '../domain/publication.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { responseDeadline } from '../domain/response-deadline.ts';
import { undatedDeadline, updateDeadline } from '../domain/update-deadline.ts';
import type { Item, Letter } from './letter.ts';

/** What a sample shares with a real mail: the day it would leave, and what the organisation has chosen. */
type Shared = Pick<Letter, 'today' | 'serviceUrl' | 'organisation' | 'words'>;

/** A case that there is not, with the one recommendation that is asked about. */
type Ground = { today: Day; learningCase: Case; recommendation: Recommendation };

/**
 * A mail in which a part stands, about a case that there is not, as it would leave today. The first and last lines are shown in a digest
 * of three reminders.
 */
export function sampleLetter(part: MailPart, shared: Shared): Letter {
  const items = samples[part](groundOn(shared)).map((each, index) => itemOf(each, index + 1));
  return { ...shared, recipient: recipientOf(part), items, plannedOn: shared.today, again: false };
}

type Sample = { ground: Ground; deadline: Deadline };

const between4And6Months: Promised = { kind: 'between', earliest: 4, latest: 6, unit: 'month' };
const within3Months: Promised = { kind: 'within', latest: 3, unit: 'month' };

const lapsed = (ground: Ground) =>
  update(ground, addDays(addMonths(ground.today, -3), -14), within3Months, 'within 3 months');
const windowOpen = (ground: Ground) =>
  update(ground, addMonths(ground.today, -4), between4And6Months, 'report progress back in 4-6mths');
function noDate(ground: Ground): Sample {
  const { today, learningCase, recommendation } = ground;
  const said = { respondedOn: addDays(today, -28), sequence: 1, quote: 'We will review our guidance' };
  return { ground, deadline: undatedDeadline(said, recommendation, learningCase, said.respondedOn) };
}
const several = (ground: Ground) => [lapsed(ground), windowOpen(ground), noDate(ground)];

const samples: Record<MailPart, (ground: Ground) => Sample[]> = {
  'response-due': (ground) => [response(ground, 42)],
  'response-overdue': (ground) => [response(ground, 63)],
  'response-asked': (ground) => [response(ground, 28, { source: 'internal-audit', legalBasis: 'none' })],
  paused: (ground) => [pausedFor(28, response(ground, 50))],
  'window-open': (ground) => [windowOpen(ground)],
  'update-due': (ground) => [
    update(ground, addDays(addMonths(ground.today, -3), 7), within3Months, 'within 3 months'),
  ],
  lapsed: (ground) => [lapsed(ground)],
  'no-date': (ground) => [noDate(ground)],
  'waits-for-event': (ground) => [
    update(ground, addDays(ground.today, -28), { kind: 'on-event', event: 'the new system is in use' }),
  ],
  'waits-for-board': (ground) => [
    update(ground, addDays(ground.today, -28), { kind: 'board-meeting', boardId: 'sample' }),
  ],
  'publication-due': (ground) => [publication(ground, 13)],
  'publication-late': (ground) => [publication(ground, 27)],
  greeting: several,
  'greeting-team': several,
  closing: several,
};

function response(ground: Ground, madeDaysAgo: number, of: Partial<Case> = {}): Sample {
  const madeOn = addDays(ground.today, -madeDaysAgo);
  const learningCase = { ...ground.learningCase, madeOn, ...of };
  const deadline = must(responseDeadline(ground.recommendation, learningCase, madeOn));
  return { ground: { ...ground, learningCase }, deadline };
}

const pausedFor = (days: number, { ground, deadline }: Sample): Sample => ({
  ground,
  deadline: { ...deadline, pausedOn: addDays(ground.today, -days) },
});

function update(
  ground: Ground,
  respondedOn: Day,
  promise: Promised,
  quote = 'We will bring this back',
): Sample {
  const { caseId, number } = ground.recommendation;
  const promised = {
    caseId,
    number,
    sequence: 1,
    quote,
    promise,
    anchorOn: respondedOn,
    confirmedBy: '',
    version: 1,
  };
  const made = updateDeadline(promised, ground.recommendation, ground.learningCase, respondedOn);
  return { ground, deadline: must(made) };
}

function publication(ground: Ground, receivedDaysAgo: number): Sample {
  const receivedOn = addDays(ground.today, -receivedDaysAgo);
  const made = publicationDeadline(receivedOn, ground.recommendation, ground.learningCase, receivedOn);
  return { ground, deadline: must(made)! };
}

function groundOn({ today, organisation }: Shared): Ground {
  const caseId = 'sample';
  const learningCase: Case = {
    id: caseId,
    reference: 'SAMPLE/000123',
    title: 'Response to a report of domestic abuse',
    topics: [],
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body: organisation,
    linkedBodies: [],
    madeOn: addDays(today, -200),
    version: 1,
  };
  const recommendation: Recommendation = {
    caseId,
    number: 1,
    text: `${organisation} should review how call takers grade reports of domestic abuse.`,
    addressee: organisation,
    acceptance: 'awaiting',
    acceptanceHistory: [],
    effectReviews: [],
    version: 1,
  };
  return { today, learningCase, recommendation };
}

function itemOf({ ground: { today, learningCase, recommendation }, deadline }: Sample, number: number): Item {
  const { caseId, revision } = deadline;
  const told = { stage: '', role: 'owner' as const, stageOn: today, mailOn: today, late: false };
  return {
    line: { ...told, deadlineId: deadline.id, caseId, number, revision, coalesced: [] },
    deadline: { ...deadline, number },
    learningCase,
    recommendation: { ...recommendation, number },
    owner: sampleOwner,
  };
}

const sampleOwner: Contact = {
  id: 'sample-owner',
  kind: 'person',
  name: 'DI Sam Field',
  post: 'Detective Inspector, Public Protection',
  email: 'sam.field@sample.example',
  status: 'active',
  delivery: 'ok',
  version: 1,
};

function recipientOf(part: MailPart): Contact {
  if (part.startsWith('publication')) return liaisonTeam('liaison@sample.example');
  const name = 'Learning team';
  return part === 'greeting-team'
    ? { ...sampleOwner, id: 'sample-team', kind: 'team', name, post: name }
    : sampleOwner;
}

/** What the rules of a sample case allow: a refusal is a mistake of ours. */
function must<T>(made: T | Refusal): T {
  if (isRefusal(made)) throw new Error(made.message);
  return made as T;
}
