import type { Table } from '../../shared/store/table.ts';

/** What a request to the database named: a partition, of the table or of an index, and the place in it where it named one. */
export type AskedKey = { partition: string; place: string | undefined };

type Keyed = { pk?: unknown; sk?: unknown };
type Input = {
  Key?: Keyed;
  Item?: Keyed;
  RequestItems?: Record<string, { Keys?: Keyed[] }>;
  TransactItems?: Record<string, { Key?: Keyed; Item?: Keyed }>[];
  KeyConditionExpression?: string;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** Notes every key that is asked of a table from now on; `take` gives those since it was last taken. */
export function askedKeys({ client }: Table): { take(): AskedKey[] } {
  let keys: AskedKey[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      keys.push(...keysIn(args.input as Input));
      return next(args);
    },
    { step: 'initialize', priority: 'high' },
  );
  return {
    take() {
      const taken = keys;
      keys = [];
      return taken;
    },
  };
}

function keysIn(input: Input): AskedKey[] {
  const named = [
    input.Key,
    input.Item,
    ...Object.values(input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys),
    ...(input.TransactItems ?? []).flatMap((write) =>
      Object.values(write).map(({ Key, Item }) => Key ?? Item),
    ),
  ];
  return [
    ...named.flatMap((key) => (key ? [{ partition: text(key.pk)!, place: text(key.sk) }] : [])),
    ...queried(input),
  ];
}

/** 'pk = :pk AND …': the partition of a query. */
function queried({ KeyConditionExpression, ExpressionAttributeValues = {} }: Input): AskedKey[] {
  const name = /^\w*[pP]k = (:\w+)/.exec(KeyConditionExpression ?? '')?.[1];
  return name ? [{ partition: text(ExpressionAttributeValues[name])!, place: undefined }] : [];
}

// The client gives values as they are typed, or as the database is sent them.
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : (value as { S?: string } | undefined)?.S;
