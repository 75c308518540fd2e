import type { Item, Key } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';

type Input = {
  Key?: Key;
  RequestItems?: Record<string, { Keys: Key[] }>;
  ExpressionAttributeValues?: { ':pk': string; ':from'?: string; ':to'?: string };
  TransactItems?: { Put: { Item: Item & Key } }[];
};

/**
 * A table of one case, in memory, that answers what the taking in of a list asks and remembers what it writes: so ten thousand
 * recommendations are made by the very moves that make them, and written to an engine in batches.
 */
export function keptInMemory(now: number) {
  let items = new Map<string, Item & Key>();
  const nameOf = ({ pk, sk }: Key) => `${pk} ${sk}`;
  const query = ({
    ':pk': pk,
    ':from': from = '',
    ':to': to = '\uffff',
  }: NonNullable<Input['ExpressionAttributeValues']>) =>
    [...items.values()]
      .filter((item) => item.pk === pk && item.sk >= from && item.sk <= to)
      .sort((a, b) => (a.sk < b.sk ? -1 : 1));
  const answers: Record<string, (input: Input) => object> = {
    GetCommand: ({ Key }) => ({ Item: items.get(nameOf(Key!)) }),
    BatchGetCommand: () => ({ Responses: {} }),
    QueryCommand: ({ ExpressionAttributeValues }) => ({ Items: query(ExpressionAttributeValues!) }),
    TransactWriteCommand: ({ TransactItems = [] }) => {
      for (const { Put } of TransactItems) items.set(nameOf(Put.Item), Put.Item);
      return {};
    },
  };
  const send = async ({ input, constructor: { name } }: { input: Input; constructor: { name: string } }) =>
    answers[name]!(input);
  const table: Table = { client: { send } as never, name: 'memory', now: () => now };
  return {
    table,
    /** All that was written; from now on there is nothing. */
    take(): Item[] {
      const taken = [...items.values()];
      items = new Map();
      return taken;
    },
  };
}
