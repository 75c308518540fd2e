import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { type ChainHead, chained, headAfter } from '../domain/audit-chain.ts';
import type { AuditEvent, Telling } from '../domain/audit-event.ts';
import type { Once } from '../domain/once.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { cancellation } from './cancellation.ts';
import { chainKey } from './chain-keys.ts';
import { sha256 } from './digest.ts';
import { markSent } from './once.ts';
import { read } from './read.ts';
import { type Kind, keyOf, type RecordOf, toItem } from './records.ts';
import { rowsOfMove } from './rows-of-move.ts';
import type { Table } from './table.ts';
import { type Told, tellings } from './tellings.ts';

// Events take their places here, so nobody creates one by themselves.
type CreatedKind = Exclude<Kind, 'event' | 'chain'>;
export type Create = { [K in CreatedKind]: { kind: K; value: RecordOf<K> } }[CreatedKind];
type VersionedKind =
  | 'case'
  | 'reference'
  | 'recommendation'
  | 'response'
  | 'commitment'
  | 'deadline'
  | 'proposal'
  | 'report'
  | 'contact'
  | 'board'
  | 'staff'
  | 'staff-email'
  | 'staff-subject'
  | 'exception'
  | 'link'
  | 'stage-plan'
  | 'wording'
  | 'sending';
export type Update = {
  [K in VersionedKind]: { kind: K; before: RecordOf<K>; after: RecordOf<K> };
}[VersionedKind];

/**
 * One move: what it creates, what it changes (its version is raised here), and the event that tells of it. `seen` is how long the history
 * was that the move was decided on, where a person decided on what they saw earlier; `once` the form that asked for it, which does this once.
 */
export type Change = {
  creates: Create[];
  updates: Update[];
  event: Telling & { seen?: number; once?: Once };
};

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Saves a move and its audit event in one transaction: all of it or nothing. The event takes its place at the end of its subject's
 * chain, whose head moves on with it, so that of two moves on one subject one wins; where the move reaches other subjects, each of their
 * histories tells it as well. `along` is written with it and told nowhere. Two people at once: the other is refused with
 * `changed-meanwhile`; recording what exists is refused with `already-recorded`; what is no longer as somebody saw it, with
 * `changed-since`; what the same form has done before, with `already-sent`. A write whose reply was lost is known by its event, so trying again never reports a failure that was a success.
 */
export async function save(
  table: Table,
  { creates, updates, event: { seen, once, ...event } }: Change,
  along: Write[] = [],
): Promise<Refusal | undefined> {
  const raised = updates.map(withNextVersion);
  const [first, ...others] = tellings({ creates, updates: raised, event });
  const links = await Promise.all([first, ...others].map((told) => linkOf(table, told)));
  if (seen !== undefined && (links[0]!.head?.length ?? 0) !== seen) return changedSince;
  const rows = await rowsOfMove(table, { creates, updates: raised });
  const records = [
    ...creates.map(({ kind, value }) => createOf(table, kind, value)),
    ...raised.map((update) => updateOf(table, update)),
  ];
  const writes = [
    ...records,
    ...links.map(({ event }) => createOf(table, 'event', event)),
    ...links.map((link) => moveOn(table, link)),
    ...rows,
    ...along,
    ...(once ? [markSent(table, once, aboutOf(event))] : []),
  ];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
    return undefined;
  } catch (error) {
    const cancelled = cancellation(error);
    if (!cancelled) throw error;
    if (await read(table, 'event', keyOf('event', links[0]!.event))) return undefined;
    if (once && cancelled.conditionFailed.includes(writes.length - 1)) return alreadySent;
    // Where something was changed as well, what exists is what that change made: to be decided again, not called a repetition. Whoever
    // recorded it moved the heads as well, so those say nothing.
    const failed = cancelled.conditionFailed.filter((each) => each < records.length);
    const exists = failed.length > 0 && failed.every((each) => each < creates.length);
    return !cancelled.collided && exists ? alreadyRecorded : changedMeanwhile;
  }
}

/** The same form has done this before: whoever sees it is led where that form led. */
export const alreadySent = refuse(
  'already-sent',
  'This form has been sent already, and what it asks for is done',
);
const aboutOf = ({ caseId, number, contactId, boardId, staffId, settings }: Telling) => ({
  caseId,
  number,
  contactId,
  boardId,
  staffId,
  settings,
});
const alreadyRecorded = refuse('already-recorded', 'This has already been recorded');
const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Somebody else changed this at the same time. Look at it again, then make your change',
);

const changedSince = refuse('changed-since', 'This was changed while you were at it');

const withNextVersion = (update: Update): Update =>
  ({ ...update, after: { ...update.after, version: update.before.version + 1 } }) as Update;

/** An event in its place, and the end of the chain that it follows. */
type Link = { event: AuditEvent; head: ChainHead | undefined };

async function linkOf(table: Table, told: Told): Promise<Link> {
  const head = await read(table, 'chain', chainKey(told));
  return { head, event: chained(told, head, sha256) };
}

// An end that has moved since it was read belongs to somebody else's event.
function moveOn(table: Table, { event, head }: Link): Write {
  const condition = head
    ? {
        ConditionExpression: '#length = :length AND #hash = :hash',
        ExpressionAttributeNames: { '#length': 'length', '#hash': 'hash' },
        ExpressionAttributeValues: { ':length': head.length, ':hash': head.hash },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return { Put: { TableName: table.name, Item: toItem('chain', headAfter(event)), ...condition } };
}

const createOf = <K extends Kind>(table: Table, kind: K, value: RecordOf<K>): Write => ({
  Put: {
    TableName: table.name,
    Item: toItem(kind, value),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

// A deadline is also rewritten by the nightly run, which leaves its version alone and counts `plans`: a move that did not see
// the run's work must not overwrite it.
function updateOf(table: Table, { kind, before, after }: Update): Write {
  const plans = kind === 'deadline' ? before.plans : undefined;
  return {
    Put: {
      TableName: table.name,
      Item: toItem(kind, after as never),
      ConditionExpression:
        plans === undefined ? '#version = :version' : '#version = :version AND #plans = :plans',
      ExpressionAttributeNames: {
        '#version': 'version',
        ...(plans === undefined ? {} : { '#plans': 'plans' }),
      },
      ExpressionAttributeValues: {
        ':version': before.version,
        ...(plans === undefined ? {} : { ':plans': plans }),
      },
    },
  };
}
