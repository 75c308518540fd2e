import { isDeepStrictEqual } from 'node:util';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type CaseFile, readCaseFile } from './case-file.ts';
import { casePartition } from './keys.ts';
import { queryAll } from './read.ts';
import { type Item, toItem } from './records.ts';
import { caseRowRecordOf, rowRecordOf } from './rows.ts';
import type { Table } from './table.ts';

/**
 * A row that is not as its records say: of a recommendation, or without a number of the case. `right` is undefined where there should be
 * none.
 */
export type DifferingRow = {
  caseId: string;
  number: number | undefined;
  says: string;
  kept: Item | undefined;
  right: Item | undefined;
};

/** How many rows a case should have, and those that are not as its records say. */
export type ComparedRows = { rows: number; differing: DifferingRow[] };

/**
 * Makes each row of a case again from its records and compares it with what is kept. What differs is looked at once more, because somebody
 * may have been changing the case between two reads.
 */
export async function compareRows(table: Table, caseId: string): Promise<ComparedRows> {
  const first = await compareOnce(table, caseId);
  return first.differing.length > 0 ? compareOnce(table, caseId) : first;
}

async function compareOnce(table: Table, caseId: string): Promise<ComparedRows> {
  // The rows first: what somebody writes while the records are read is then not what was compared, and is left to them (setRight).
  const kept = await keptRows(table, caseId);
  const file = await readCaseFile(table, caseId);
  const right = new Map(file ? rowsOf(file, table.now()).map((item) => [item.sk, item]) : []);
  const names = [...new Set([...right.keys(), ...kept.keys()])];
  const differing = names.flatMap((name): DifferingRow[] => {
    const pair = { kept: kept.get(name), right: right.get(name) };
    const says = difference(pair);
    const number = (pair.right ?? pair.kept)?.number as number | undefined;
    return says ? [{ caseId, number, says, ...pair }] : [];
  });
  return { rows: right.size, differing };
}

/** Writes a row as its records said when it was compared, unless somebody has written it since: theirs is newer. */
export async function setRight(
  table: Table,
  { kept, right }: Pick<DifferingRow, 'kept' | 'right'>,
): Promise<void> {
  if (!right) return;
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item: right, ...stillAs(kept) }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

function stillAs(kept: Item | undefined) {
  if (!kept) return { ConditionExpression: 'attribute_not_exists(pk)' };
  const there = ['says', 'writtenAt'].filter((field) => kept[field] !== undefined);
  const conditions = ['attribute_exists(pk)', ...there.map((field) => `${field} = :${field}`)];
  const values = Object.fromEntries(there.map((field) => [`:${field}`, kept[field]]));
  return {
    ConditionExpression: conditions.join(' AND '),
    ...(there.length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

async function keptRows(table: Table, caseId: string): Promise<Map<unknown, Item>> {
  const items = queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    FilterExpression: '#record IN (:case, :recommendation)',
    ExpressionAttributeNames: { '#record': 'record' },
    ExpressionAttributeValues: {
      ':pk': casePartition(caseId),
      ':case': 'case-row',
      ':recommendation': 'recommendation-row',
    },
    ConsistentRead: true,
  });
  return new Map((await Array.fromAsync(items)).map((item) => [item.sk, item]));
}

const rowsOf = ({ learningCase, recommendations }: CaseFile, at: number): Item[] => [
  toItem('case-row', caseRowRecordOf(learningCase, at)),
  ...recommendations.map((each) => toItem('recommendation-row', rowRecordOf(each, at))),
];

function difference({ kept, right }: Pick<DifferingRow, 'kept' | 'right'>): string | undefined {
  if (!kept) return 'is not there';
  if (!right) return 'is of no recommendation';
  if (kept.says !== right.says) return `differs in ${fieldsApart(kept, right).join(', ')}`;
  return isInPlace(kept) ? undefined : 'is not where it should be found';
}

const isInPlace = (kept: Item): boolean => {
  const kind = kept.record as 'recommendation-row';
  return isDeepStrictEqual(kept, toItem(kind, kept as never));
};

function fieldsApart(kept: Item, right: Item): string[] {
  const [was, should] = [fieldsIn(kept.says), fieldsIn(right.says)];
  if (!was) return ['everything: it cannot be read'];
  return [...new Set([...Object.keys(was), ...Object.keys(should!)])].filter(
    (field) => !isDeepStrictEqual(was[field], should![field]),
  );
}

function fieldsIn(says: unknown): Record<string, unknown> | undefined {
  try {
    return Object(JSON.parse(String(says)));
  } catch {
    return undefined;
  }
}

/** A difference as a sentence. */
export const rowInWords = ({ caseId, number, says }: DifferingRow): string =>
  `${caseId}${number === undefined ? '' : ` recommendation ${number}`}: its row in the list ${says}`;
