import * as z from 'zod';
import { chainHead } from '../domain/audit-chain.ts';
import { auditEvent } from '../domain/audit-event.ts';
import { board } from '../domain/board.ts';
import { learningCase } from '../domain/case.ts';
import { code } from '../domain/code.ts';
import { commitment } from '../domain/commitment.ts';
import { contact } from '../domain/contact.ts';
import { deadline } from '../domain/deadline.ts';
import { evidence } from '../domain/evidence.ts';
import { exception } from '../domain/exception.ts';
import { link } from '../domain/link.ts';
import { listImport, listPart } from '../domain/list-import.ts';
import { mail } from '../domain/mail.ts';
import { mailWording } from '../domain/mail-words.ts';
import { night } from '../domain/night.ts';
import { sentOnce } from '../domain/once.ts';
import { proposal } from '../domain/proposal.ts';
import { recommendation } from '../domain/recommendation.ts';
import { comparison } from '../domain/reconcile.ts';
import { reminder } from '../domain/reminder.ts';
import { report } from '../domain/report.ts';
import { response } from '../domain/response.ts';
import { revision } from '../domain/revision.ts';
import { sendingSetting } from '../domain/sending.ts';
import { session } from '../domain/session.ts';
import { begunSignIn } from '../domain/sign-in.ts';
import { staff, staffId } from '../domain/staff.ts';
import { stagePlanHistory } from '../domain/stage-plans.ts';
import { tally } from '../domain/tally.ts';
import { update } from '../domain/update.ts';
import { chainKey, eventKey } from './chain-keys.ts';
import * as keys from './keys.ts';
import * as listed from './listed.ts';
import { tableShape } from './table.ts';

const page = z.object({ caseId: z.string(), text: z.string() });
/** Which case has a reference that it was not recorded under. `id` is what the reference makes (`caseIdOf`). */
const reference = z.object({ id: z.string(), caseId: z.string(), version: z.int() });
/** The words of a mail: of reminders as they left, without the html, which says the same; of a summary as they are to leave. */
const content = z.object({
  mailId: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().optional(),
});

/** By what somebody is found. It is given to another where who had it has left, so nobody is found by it alone. */
const pointer = { staffId, version: z.int() };

/** The one text holds all that the row says: ten thousand of them unmarshalled field by field take ten times as long. */
const rowText = { caseId: z.string(), says: z.string(), writtenAt: z.int() };

const define = <S extends z.ZodType>(
  schema: S,
  key: (value: z.infer<S>) => Key,
  lists: (value: z.infer<S>) => Record<string, string> = () => ({}),
) => ({ schema, key, lists });

/** Each kind of record: what it is made of, where it lives, and which lists it stands in. */
const kinds = {
  case: define(
    learningCase,
    (value) => keys.caseKey(value.id),
    (value) => keys.registerEntry(keys.registerPartitions.cases, `${value.madeOn}#${value.id}`),
  ),
  reference: define(reference, (value) => keys.referenceKey(value.id)),
  page: define(page, (value) => keys.pageKey(value.caseId)),
  recommendation: define(recommendation, keys.recommendationKey, listed.listsOfRecommendation),
  response: define(response, keys.responseKey),
  commitment: define(commitment, keys.commitmentKey),
  update: define(update, keys.updateKey),
  deadline: define(deadline, keys.deadlineKey, listed.listsOfDeadline),
  'case-row': define(z.object(rowText), (value) => keys.caseRowKey(value.caseId), keys.rowEntry),
  'recommendation-row': define(
    z.object({ ...rowText, number: z.int() }),
    keys.recommendationRowKey,
    keys.rowEntry,
  ),
  'rows-edition': define(z.object({ edition: z.int(), at: z.string() }), () => keys.rowsEditionKey),
  tally: define(tally, (value) => keys.tallyKey(value.on)),
  evidence: define(evidence, keys.evidenceKey),
  revision: define(revision, keys.revisionKey),
  proposal: define(proposal, keys.proposalKey, listed.listsOfProposal),
  report: define(report, keys.reportKey),
  reminder: define(reminder, keys.reminderKey),
  mail: define(mail, (value) => keys.mailKey(value.id), listed.listsOfMail),
  content: define(content, (value) => keys.contentKey(value.mailId)),
  contact: define(
    contact,
    (value) => keys.contactKey(value.id),
    (value) =>
      keys.registerEntry(keys.registerPartitions.contacts, `${value.name.toLowerCase()}#${value.id}`),
  ),
  link: define(link, keys.linkKey, listed.listsOfLink),
  code: define(code, (value) => keys.codeKey(value.id)),
  board: define(
    board,
    (value) => keys.boardKey(value.id),
    (value) => keys.registerEntry(keys.registerPartitions.boards, `${value.name.toLowerCase()}#${value.id}`),
  ),
  staff: define(
    staff,
    (value) => keys.staffKey(value.id),
    (value) => keys.registerEntry(keys.registerPartitions.staff, `${value.name.toLowerCase()}#${value.id}`),
  ),
  'staff-email': define(z.object({ email: z.string(), ...pointer }), (value) =>
    keys.staffEmailKey(value.email),
  ),
  'staff-subject': define(
    z.object({ issuer: z.string(), sub: z.string(), ...pointer }),
    keys.staffSubjectKey,
  ),
  session: define(session, (value) => keys.sessionKey(value.id), listed.listsOfSession),
  once: define(sentOnce, (value) => keys.onceKey(value.name)),
  'sign-in': define(begunSignIn, (value) => keys.signInKey(value.id)),
  list: define(
    listImport,
    (value) => keys.listKey(value.id),
    (value) => keys.registerEntry(keys.registerPartitions.lists, `${value.at}#${value.id}`),
  ),
  'list-part': define(listPart, keys.listPartKey),
  event: define(auditEvent, eventKey),
  chain: define(chainHead, chainKey),
  exception: define(exception, (value) => keys.exceptionKey(value.id), listed.listsOfException),
  comparison: define(comparison, () => keys.comparisonKey),
  'stage-plan': define(stagePlanHistory, (value) => keys.settingKey(value.settings)),
  wording: define(mailWording, (value) => keys.settingKey(value.settings)),
  sending: define(sendingSetting, (value) => keys.settingKey(value.settings)),
  night: define(
    night,
    (value) => keys.nightKey(value.id),
    (value) => keys.registerEntry(keys.registerPartitions.nights, value.id),
  ),
};

export type Key = { pk: string; sk: string };
export type Kind = keyof typeof kinds;

export const recordKinds = Object.keys(kinds) as Kind[];

export type RecordOf<K extends Kind> = z.infer<(typeof kinds)[K]['schema']>;
export type Item = Record<string, unknown>;

type Functions<K extends Kind> = {
  key(value: RecordOf<K>): Key;
  lists(value: RecordOf<K>): Record<string, string>;
};

/** The key of a record. */
export const keyOf = <K extends Kind>(kind: K, value: RecordOf<K>): Key =>
  (kinds[kind] as Functions<K>).key(value);

/** A record as the table keeps it: its fields, its key, its kind, and its places in the lists. */
export function toItem<K extends Kind>(kind: K, value: RecordOf<K>): Item {
  const { key, lists } = kinds[kind] as Functions<K>;
  return { ...value, ...key(value), ...lists(value), record: kind };
}

const places = [
  'pk',
  'sk',
  'record',
  ...tableShape.indexes.flatMap(({ partition, sort }) => [partition, sort]),
];

/** What an item holds, without its key, its kind and its places in the lists. */
export const contentOf = (item: Item): Item =>
  Object.fromEntries(Object.entries(item).filter(([field]) => !places.includes(field)));

/** A record of this kind, or undefined where the item is no valid one: for a reader who says what is wrong. */
export const recordIn = <K extends Kind>(kind: K, item: Item): RecordOf<K> | undefined =>
  kinds[kind].schema.safeParse(item).data as RecordOf<K> | undefined;

/** A record as the domain knows it. Throws on an item that is not a valid record: a damaged row must be loud. */
export function fromItem<K extends Kind>(kind: K, item: Item): RecordOf<K> {
  const parsed = kinds[kind].schema.safeParse(item);
  if (parsed.success) return parsed.data as RecordOf<K>;
  throw new Error(`Damaged ${kind} at ${item.pk} ${item.sk}: ${z.prettifyError(parsed.error)}`);
}
