import { isDeepStrictEqual } from 'node:util';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { AuditEvent, RecordChange } from '../domain/audit-event.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { cancellation } from './cancellation.ts';
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
export type Change = { creates: Create[]; updates: Update[]; event: Omit<AuditEvent, 'changes'> };

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * Saves a move and its audit event in one transaction: all of it or nothing. Two people at once: one wins, the other is
 * refused with `changed-meanwhile`; recording what exists is refused with `already-recorded`. A write whose reply was lost is
 * known by its event, so trying again never reports a failure that was a success.
 */
export async function save(table: Table, change: Change): Promise<Refusal | undefined> {
  const event: AuditEvent = { ...change.event, changes: change.updates.map(difference) };
  const writes = [
    ...change.creates.map((create) => createOf(table, create)),
    ...change.updates.map((update) => updateOf(table, update)),
    createOf(table, { kind: 'event', value: event }),
  ];
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
    return undefined;
  } catch (error) {
    const cancelled = cancellation(error);
    if (!cancelled) throw error;
    if (await read(table, 'event', keyOf('event', event))) return undefined;
    // Where something was changed as well, what exists is what that change made: to be decided again, not called a repetition.
    const created = ({ creates }: Change) => cancelled.conditionFailed.every((each) => each < creates.length);
    return !cancelled.collided && created(change) ? alreadyRecorded : changedMeanwhile;
  }
}

const alreadyRecorded = refuse('already-recorded', 'This has already been recorded');
const changedMeanwhile = refuse(
  'changed-meanwhile',
  'Somebody else changed this at the same time. Look at it again, then make your change',
);

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
      Item: toItem(kind, { ...after, version: before.version + 1 } as never),
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
  return { record: kind, before: pick(old), after: pick(now) };
}
