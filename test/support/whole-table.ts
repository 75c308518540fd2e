import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/table.ts';

/** Everything the table holds, for comparing before and after: only a test may read it all. */
export async function wholeTable({ client, name }: Table): Promise<string[]> {
  const items: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    items.push(...(page.Items ?? []).map((item) => JSON.stringify(item, inOrder)));
    from = page.LastEvaluatedKey;
  } while (from);
  return items.sort();
}

// An engine gives the fields of an item in any order, another one each time.
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
