import {
  CreateTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * The one table, and the client that speaks to it. `now`: milliseconds by this computer's own clock, whatever day the tracker lives in;
 * it tells what was written lately from what was not, and nothing else.
 */
export type Table = { client: DynamoDBDocumentClient; name: string; now(): number };

/**
 * Opens the table. Retries are the SDK's own: every write here is conditional or carries an idempotency token, so a write
 * whose reply was lost may be sent again. Endpoint, region and credentials come from the environment, as on AWS.
 */
export function openTable(name: string): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name, now: () => Date.now() };
}

const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

/** What the table looks like; the AWS app declares the same and a test compares the two. */
export const tableShape = {
  key: { partition: 'pk', sort: 'sk' },
  indexes: [
    { name: 'agenda', partition: 'agendaPk', sort: 'agendaSk' },
    { name: 'register', partition: 'registerPk', sort: 'registerSk' },
  ],
  expiry: 'expiresAt',
} as const;

/** Makes the table on an embedded engine, unless it is there. On AWS the records stack makes it. */
export async function createTable({ client, name }: Table): Promise<void> {
  const attributes = [tableShape.key, ...tableShape.indexes].flatMap(({ partition, sort }) => [
    partition,
    sort,
  ]);
  const command = new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: key(tableShape.key.partition, tableShape.key.sort),
    GlobalSecondaryIndexes: tableShape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: key(index.partition, index.sort),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  });
  try {
    await client.send(command);
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
}
