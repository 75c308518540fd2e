import type { Case } from '../domain/case.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Link } from '../domain/link.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import { caseRow, recommendationRow, rowOf } from '../domain/row.ts';
import { registerPartitions, rowShards, rowsFrom } from './keys.ts';
import { queryAll } from './read.ts';
import { type Item, type Kind, keyOf, type RecordOf } from './records.ts';
import type { Table } from './table.ts';

/** What the row of a recommendation is made from. */
export type Looked = {
  recommendation: Recommendation;
  deadlines: readonly Deadline[];
  proposals: readonly Proposal[];
  links: readonly Link[];
};

/**
 * The row of a recommendation as it is kept. Of the same records it is always the same text, in whatever order they were read and
 * however they were written, so that two rows are compared as texts.
 */
export const rowRecordOf = (looked: Looked, writtenAt: number): RecordOf<'recommendation-row'> => ({
  caseId: looked.recommendation.caseId,
  number: looked.recommendation.number,
  says: JSON.stringify(recommendationRow.parse(rowOf(inOrder(looked)))),
  writtenAt,
});

/** The row of a case as it is kept. */
export const caseRowRecordOf = (learningCase: Case, writtenAt: number): RecordOf<'case-row'> => ({
  caseId: learningCase.id,
  says: JSON.stringify(caseRow.parse(learningCase)),
  writtenAt,
});

const inOrder = ({ recommendation, deadlines, proposals, links }: Looked): Looked => ({
  recommendation,
  deadlines: byKey('deadline', deadlines),
  proposals: byKey('proposal', proposals),
  links: byKey('link', links),
});

const byKey = <K extends Kind>(kind: K, values: readonly RecordOf<K>[]): RecordOf<K>[] =>
  values.toSorted((a, b) => (keyOf(kind, a).sk < keyOf(kind, b).sk ? -1 : 1));

/** Every row that was written at a moment (in milliseconds) or after it, as the index knows it now; of each, its key and what it says. */
export async function rowsWrittenSince(table: Table, moment: number): Promise<Item[]> {
  const shards = Array.from({ length: rowShards }, (_, shard) => shard);
  const found = await Promise.all(
    shards.map((shard) =>
      Array.fromAsync(
        queryAll(table, {
          IndexName: 'register',
          KeyConditionExpression: 'registerPk = :shard AND registerSk >= :from',
          ExpressionAttributeValues: { ':shard': registerPartitions.rows(shard), ':from': rowsFrom(moment) },
          ProjectionExpression: 'pk, sk, #record, says',
          ExpressionAttributeNames: { '#record': 'record' },
        }),
      ),
    ),
  );
  return found.flat();
}
