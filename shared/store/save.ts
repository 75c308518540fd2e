import { isDeepStrictEqual } from 'node:util';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { type ChainHead, chained, headAfter } from '../domain/audit-chain.ts';
import type { AuditEvent, LeftRecord, RecordChange, Telling } from '../domain/audit-event.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { cancellation } from './cancellation.ts';
import { digestOf, sha256 } from './digest.ts';
import { chainKey, keyInLine } from './keys.ts';
import { read } from './read.ts';
import { type Kind, keyOf, type RecordOf, toItem } from './records.ts';
import type { Table } from './table.ts';

type Create = { [K in Kind]: { kind: K; value: RecordOf<K> } }[Kind];
type VersionedKind =
  | 'case'
  | 'recommendation'
  | 'response'
  | 'commitment'
  | 'deadline'
  | 'contact'
  | 'exception';
type Update = { [K in VersionedKind]: { kind: K; before: RecordOf<K>; after: RecordOf<K> } }[VersionedKind];

/** One move: what it creates, what it changes (its version is raised here), and the event that tells of it. */
export type Change = { creates: Create[]; updates: Update[]; event: Telling };

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Saves a move and its audit event in one transaction: all of it or nothing. The event takes its place at the end of its subject's
 * chain, whose head moves on with it, so that of two moves on one subject one wins. Two people at once: the other is refused with
 * `changed-meanwhile`; recording what exists is refused with `already-recorded`. A write whose reply was lost is known by its event, so
 * trying again never reports a failure that was a success.
 */
export async function save(table: Table, change: Change): Promise<Refusal | undefined> {
  const head = await read(table, 'chain', chainKey(change.event));
  const updated = change.updates.map(raised);
  const event = chained(telling(change, updated), head, sha256);
  const writes = [
    ...change.creates.map((create) => createOf(table, create)),
    ...updated.map((update) => updateOf(table, update)),
    createOf(table, { kind: 'event', value: event }),
    moveOn(table, head, event),
  ];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
    return undefined;
  } catch (error) {
    const cancelled = cancellation(error);
    if (!cancelled) throw error;
    if (await read(table, 'event', keyOf('event', event))) return undefined;
    // Where something was changed as well, what exists is what that change made: to be decided again, not called a repetition. Whoever
    // recorded it moved the head as well, so that says nothing.
    const failed = cancelled.conditionFailed.filter((each) => each < writes.length - 1);
    const exists = failed.length > 0 && failed.every((each) => each < change.creates.length);
    return !cancelled.collided && exists ? alreadyRecorded : changedMeanwhile;
  }
}

const alreadyRecorded = refuse('already-recorded', 'This has already been recorded');
const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Somebody else changed this at the same time. Look at it again, then make your change',
);

const raised = (update: Update): Update =>
  ({ ...update, after: { ...update.after, version: update.before.version + 1 } }) as Update;

const telling = ({ creates, updates, event }: Change, updated: Update[]) => ({
  ...event,
  changes: updates.map(difference),
  left: [...creates, ...updated.map(({ kind, after }) => ({ kind, value: after }) as Create)].map(leftAs),
});

function leftAs({ kind, value }: Create): LeftRecord {
  const version = 'version' in value ? value.version : 0;
  return { record: kind, key: keyInLine(keyOf(kind, value)), version, digest: digestOf(kind, value) };
}

// An end that has moved since it was read belongs to somebody else's event.
function moveOn(table: Table, from: ChainHead | undefined, event: AuditEvent): Write {
  const condition = from
    ? {
        ConditionExpression: '#length = :length AND #hash = :hash',
        ExpressionAttributeNames: { '#length': 'length', '#hash': 'hash' },
        ExpressionAttributeValues: { ':length': from.length, ':hash': from.hash },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return { Put: { TableName: table.name, Item: toItem('chain', headAfter(event)), ...condition } };
}

function createOf(table: Table, { kind, value }: Create): Write {
  return {
    Put: {
      TableName: table.name,
      Item: toItem(kind, value),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

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

function difference({ kind, before, after }: Update): RecordChange {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const differing = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => !isDeepStrictEqual(old[field], now[field]),
  );
  const pick = (from: Record<string, unknown>) =>
    Object.fromEntries(
      differing.filter((field) => from[field] !== undefined).map((field) => [field, from[field]]),
    );
  return { record: kind, key: keyInLine(keyOf(kind, after as never)), before: pick(old), after: pick(now) };
}
