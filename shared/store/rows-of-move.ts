import { isDeepStrictEqual } from 'node:util';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { keyInLine, recommendationKey, recordsOfRow } from './keys.ts';
import { queryAll, read } from './read.ts';
import { fromItem, type Item, type Kind, keyOf, type RecordOf, toItem } from './records.ts';
import { caseRowRecordOf, type Looked, rowRecordOf } from './rows.ts';
import type { Change, Create, Update } from './save.ts';
import type { Table } from './table.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

// All that the row of a recommendation is made from.
const saidInRows = ['recommendation', 'deadline', 'proposal', 'link'] as const;
type SaidKind = (typeof saidInRows)[number];
type Said = { [K in SaidKind]: { kind: K; value: RecordOf<K> } }[SaidKind];

/**
 * The rows as a move leaves them, to be written with it: of each case and each recommendation of which it makes or changes what a row
 * says. The records beside those that the move brings are read here. So the head of each history that the move is told in must have been
 * read before, and the move be saved only where it still is the head: whoever changes what a row says moves it on.
 */
export async function rowsOfMove(
  table: Table,
  { creates, updates }: Pick<Change, 'creates' | 'updates'>,
): Promise<Write[]> {
  const touched = [...creates, ...updates.filter(isChanged).map(asCreate)];
  const left = [...creates, ...updates.map(asCreate)].filter(isSaid);
  const numbered = new Set(touched.filter(isSaid).map(recommendationOf));
  const looked = await Promise.all(
    [...numbered].map((name) => {
      const brought = left.filter((each) => recommendationOf(each) === name);
      return lookedAfter(table, brought, isIn(creates, brought));
    }),
  );
  const at = table.now();
  return [
    ...touched.flatMap(({ kind, value }) =>
      kind === 'case' ? [put(table, 'case-row', caseRowRecordOf(value, at))] : [],
    ),
    ...looked.flatMap((each) => (each ? [put(table, 'recommendation-row', rowRecordOf(each, at))] : [])),
  ];
}

const put = <K extends Kind>(table: Table, kind: K, value: RecordOf<K>): Write => ({
  Put: { TableName: table.name, Item: toItem(kind, value) },
});

const asCreate = ({ kind, after }: Update): Create => ({ kind, value: after }) as Create;

const isSaid = (brought: Create): brought is Said => saidInRows.includes(brought.kind as SaidKind);

const recommendationOf = ({ value }: Said): string => keyInLine(recommendationKey(value));

// Of what only its version was raised, no row says anything else.
const isChanged = ({ before, after }: Update): boolean =>
  !isDeepStrictEqual({ ...before, version: 0 }, { ...after, version: 0 });

const isIn = (creates: readonly Create[], brought: readonly Said[]): boolean =>
  brought.some((each) => each.kind === 'recommendation' && creates.includes(each));

/** What the row is to be made from, or undefined where there is no such recommendation: then the move changes what does not exist. */
async function lookedAfter(
  table: Table,
  brought: readonly Said[],
  isNew: boolean,
): Promise<Looked | undefined> {
  const of = brought[0]!.value;
  const beside = isNew ? [] : await readBeside(table, of);
  const bySort = new Map(
    [...beside, ...brought].map((each) => [keyOf(each.kind, each.value as never).sk, each]),
  );
  const ofKind = <K extends SaidKind>(kind: K): RecordOf<K>[] =>
    [...bySort.values()].flatMap((each) => (each.kind === kind ? [each.value as RecordOf<K>] : []));
  const recommendation =
    ofKind('recommendation')[0] ?? (await read(table, 'recommendation', recommendationKey(of)));
  return (
    recommendation && {
      recommendation,
      deadlines: ofKind('deadline'),
      proposals: ofKind('proposal'),
      links: ofKind('link'),
    }
  );
}

async function readBeside(table: Table, of: { caseId: string; number: number }): Promise<Said[]> {
  const { pk, from, to } = recordsOfRow(of);
  const items = queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
    ConsistentRead: true,
  });
  return (await Array.fromAsync(items)).flatMap(saidIn);
}

function saidIn(item: Item): Said[] {
  const kind = saidInRows.find((each) => each === item.record);
  return kind ? [{ kind, value: fromItem(kind, item) } as Said] : [];
}
