import { shardOf } from './shard.ts';

/**
 * Every key of the one table, spelt here and, those of events and their chains, in chain-keys; nowhere else.
 *
 * | partition | sort | what |
 * |---|---|---|
 * | CASE#2019-127918 | CASE, PAGE | the case; the kept copy of its page |
 * | CASE#2019-127918 | REFERENCE | which case has this reference now, where it was recorded under another |
 * | CASE#2019-127918 | REC#001 | a recommendation |
 * | CASE#2019-127918 | REC#001#RESPONSE, #COMMITMENT#001, #UPDATE#001, #DEADLINE#id | its response, promises, updates, deadlines |
 * | CASE#2019-127918 | REC#001#EVIDENCE#id | evidence: a text, a link, or what is known of a kept file |
 * | CASE#2019-127918 | REC#001#LINK#kind#ref | what it is linked to: a risk, an action plan, the same recommendation |
 * | CASE#2019-127918 | REC#001#REVISION#id#002, #PROPOSAL#id | each change of a deadline's dates; another date proposed |
 * | CASE#2019-127918 | REC#001#REPORT#id | what an owner said of it |
 * | CASE#2019-127918 | REC#001#REMINDER#… | the ledger: deadline × revision × stage × recipient |
 * | CASE#2019-127918 | EVENT#at#id | who did what when |
 * | CASE#2019-127918 | CASE#CHAIN, REC#001#CHAIN | how long the chain of events about it is, and the last hash |
 * | CASE#2019-127918 | CASE#ROW, REC#001#ROW | what a list needs to know of it, made from its records |
 * | MAIL#id | MAIL, CONTENT | one mail; the words as sent |
 * | CONTACT#id | CONTACT, EVENT#…, CONTACT#CHAIN | a contact |
 * | BOARD#id | BOARD, EVENT#…, BOARD#CHAIN | a board with its meetings |
 * | STAFF#id | STAFF, EVENT#…, STAFF#CHAIN | somebody who may sign in |
 * | STAFF-EMAIL#address, STAFF-SUBJECT#issuer subject | STAFF | who of them has this address, or is this person of the identity provider |
 * | SESSION#hash, SIGNIN#hash | SESSION, SIGNIN | a session; a sign-in that was begun: by the hash of the browser's secret |
 * | CODE#hash | CODE | the code that somebody signs in with, by the hash of their address |
 * | SETTINGS#stages, #wording, #sending | SETTINGS, EVENT#…, SETTINGS#CHAIN | what the organisation has chosen |
 * | LIST#id | LIST, PART#001 | a list that was sent to be taken in, and its parts |
 * | EXCEPTION#id | EXCEPTION | something liaison staff must look at |
 * | ROWS | EDITION | of which edition the rows are, and since when |
 * | TALLIES | 2020-11-16 | how many recommendations stood where on one morning |
 * | LEDGER | COMPARED | when the ledger was last compared with what should have been sent |
 * | NIGHTS#2020 | 2020-11-16T06:10:00Z | the statement of one run |
 * | ONCE#name | ONCE | that a form was sent and did what it does, and where its answer led |
 * | RATE#what#digest#from | RATE | how many requests there have been since then, of one session, address or recommendation |
 *
 * Index `agenda`: what the nightly run must look at. AGENDA#shard by next action day; OUTBOX by planning moment.
 * Index `register`: what people list. CASES by day made; ATTENTION by the day it needs attention; CONTACTS, BOARDS and STAFF by name; LISTS by when they were sent; SESSIONS not ended, by whose they are;
 * LINK#kind#ref by case;
 * EXCEPTIONS not yet cleared, by when they were raised; NIGHTS by when they began; MAILS#month; ROWS#shard by when they were written.
 */
const padded = (number: number) => String(number).padStart(3, '0');

export const casePartition = (caseId: string) => `CASE#${caseId}`;
const recommendationSort = (number: number) => `REC#${padded(number)}`;

export const caseKey = (caseId: string) => ({ pk: casePartition(caseId), sk: 'CASE' });
export const referenceKey = (id: string) => ({ pk: casePartition(id), sk: 'REFERENCE' });
export const caseRowKey = (caseId: string) => ({ pk: casePartition(caseId), sk: 'CASE#ROW' });
export const pageKey = (caseId: string) => ({ pk: casePartition(caseId), sk: 'PAGE' });
export const contactKey = (id: string) => ({ pk: `CONTACT#${id}`, sk: 'CONTACT' });
export const boardKey = (id: string) => ({ pk: `BOARD#${id}`, sk: 'BOARD' });
export const staffKey = (id: string) => ({ pk: `STAFF#${id}`, sk: 'STAFF' });
export const staffEmailKey = (email: string) => ({ pk: `STAFF-EMAIL#${email}`, sk: 'STAFF' });
// An issuer is a web address, so the first space ends it.
export const staffSubjectKey = ({ issuer, sub }: { issuer: string; sub: string }) => ({
  pk: `STAFF-SUBJECT#${issuer} ${sub}`,
  sk: 'STAFF',
});
export const sessionKey = (id: string) => ({ pk: `SESSION#${id}`, sk: 'SESSION' });
export const signInKey = (id: string) => ({ pk: `SIGNIN#${id}`, sk: 'SIGNIN' });
export const codeKey = (id: string) => ({ pk: `CODE#${id}`, sk: 'CODE' });
export const mailKey = (id: string) => ({ pk: `MAIL#${id}`, sk: 'MAIL' });
export const mailIdOf = (partition: string) => partition.slice('MAIL#'.length);
export const contentKey = (mailId: string) => ({ pk: `MAIL#${mailId}`, sk: 'CONTENT' });
export const settingKey = (name: string) => ({ pk: `SETTINGS#${name}`, sk: 'SETTINGS' });
export const listKey = (id: string) => ({ pk: `LIST#${id}`, sk: 'LIST' });
export const listPartKey = ({ importId, part }: { importId: string; part: number }) => ({
  pk: `LIST#${importId}`,
  sk: `PART#${padded(part)}`,
});
export const exceptionKey = (id: string) => ({ pk: `EXCEPTION#${id}`, sk: 'EXCEPTION' });
export const nightKey = (id: string) => ({ pk: nightsPartition(id.slice(0, 4)), sk: id });
export const onceKey = (name: string) => ({ pk: `ONCE#${name}`, sk: 'ONCE' });
/** @param from when the window began, in seconds since 1970 */
export const rateKey = (what: string, digest: string, from: number) => ({
  pk: `RATE#${what}#${digest}#${from}`,
  sk: 'RATE',
});
export const comparisonKey = { pk: 'LEDGER', sk: 'COMPARED' };
export const rowsEditionKey = { pk: 'ROWS', sk: 'EDITION' };
export const talliesPartition = 'TALLIES';
export const tallyKey = (day: string) => ({ pk: talliesPartition, sk: day });
export const nightsPartition = (year: string) => `NIGHTS#${year}`;

type OfRecommendation = { caseId: string; number: number };

export const recommendationKey = ({ caseId, number }: OfRecommendation) => ({
  pk: casePartition(caseId),
  sk: recommendationSort(number),
});

const below = (of: OfRecommendation, rest: string) => {
  const { pk, sk } = recommendationKey(of);
  return { pk, sk: `${sk}#${rest}` };
};

export const responseKey = (of: OfRecommendation) => below(of, 'RESPONSE');
export const commitmentKey = (of: OfRecommendation & { sequence: number }) =>
  below(of, `COMMITMENT#${padded(of.sequence)}`);
export const updateKey = (of: OfRecommendation & { sequence: number }) =>
  below(of, `UPDATE#${padded(of.sequence)}`);
export const deadlineKey = (of: OfRecommendation & { id: string }) => below(of, `DEADLINE#${of.id}`);
/** What of a recommendation its row is made from lies between these, with little else: no reminder, no event. */
export const recordsOfRow = (of: OfRecommendation) => ({
  pk: casePartition(of.caseId),
  from: deadlineKey({ ...of, id: '' }).sk,
  to: proposalKey({ ...of, deadlineId: '\uffff' }).sk,
});
export const recommendationRowKey = (of: OfRecommendation) => below(of, 'ROW');
export const evidenceKey = (of: OfRecommendation & { id: string }) => below(of, `EVIDENCE#${of.id}`);
export const reportKey = (of: OfRecommendation & { id: string }) => below(of, `REPORT#${of.id}`);

/** Capitals make no difference to what a reference names. */
const linked = ({ kind, ref }: { kind: string; ref: string }) => `LINK#${kind}#${ref.toLowerCase()}`;

export const linkKey = (of: OfRecommendation & { kind: string; ref: string }) => below(of, linked(of));
export const linkSort = ({ caseId, number }: OfRecommendation) => `${caseId}#${padded(number)}`;

export const revisionKey = (of: OfRecommendation & { deadlineId: string; revision: number }) =>
  below(of, `REVISION#${of.deadlineId}#${padded(of.revision)}`);
export const proposalKey = (of: OfRecommendation & { deadlineId: string }) =>
  below(of, `PROPOSAL#${of.deadlineId}`);

export const reminderKey = (
  of: OfRecommendation & { deadlineId: string; revision: number; stage: string; recipientId: string },
) => below(of, `REMINDER#${of.deadlineId}#r${of.revision}#${of.stage}#${of.recipientId}`);

/** A key in one line, as an event names the records it left. */
export const keyInLine = ({ pk, sk }: { pk: string; sk: string }) => `${pk} ${sk}`;

/** How many partitions the agenda is spread over. Raising it moves each deadline at its next write. */
export const agendaShards = 4;

export const agendaPartition = (shard: number) => `AGENDA#${shard}`;
export const outboxPartition = 'OUTBOX';

/** How many partitions the rows of the list are spread over, each case in one. */
export const rowShards = 4;

export const agendaEntry = (ownerId: string | undefined, nextActionOn: string, id: string) => ({
  // By the recipient, so that all that one owner must hear of is read together.
  agendaPk: agendaPartition(shardOf(ownerId ?? '', agendaShards)),
  agendaSk: `${nextActionOn}#${id}`,
});

export const outboxEntry = (nightId: string, mailId: string) => ({
  agendaPk: outboxPartition,
  agendaSk: `${nightId}#${mailId}`,
});

export const registerPartitions = {
  cases: 'CASES',
  attention: 'ATTENTION',
  contacts: 'CONTACTS',
  boards: 'BOARDS',
  staff: 'STAFF',
  sessions: 'SESSIONS',
  lists: 'LISTS',
  exceptions: 'EXCEPTIONS',
  nights: 'NIGHTS',
  /** @param month '2020-11' */
  mails: (month: string) => `MAILS#${month}`,
  links: linked,
  rows: (shard: number) => `ROWS#${shard}`,
} as const;

export const registerEntry = (partition: string, sort: string) => ({
  registerPk: partition,
  registerSk: sort,
});

/** Rows stand by when they were written, in milliseconds by the clock of whoever wrote them. */
export const rowEntry = (of: { caseId: string; number?: number; writtenAt: number }) =>
  registerEntry(
    registerPartitions.rows(shardOf(of.caseId, rowShards)),
    `${rowsFrom(of.writtenAt)}#${of.caseId}#${padded(of.number ?? 0)}`,
  );

/** Where the rows written at a moment or after it begin. */
export const rowsFrom = (writtenAt: number) => String(Math.max(0, Math.floor(writtenAt))).padStart(15, '0');
