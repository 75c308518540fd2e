import { Agent, request } from 'node:http';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/table.ts';

export type Command = { input: object; constructor: { name: string } };

/** As much of the document client as the store uses. */
export type Client = { send(command: Command): Promise<unknown> };

/** A table for the store's own code, with this client. */
export const tableOn = (client: Client, name: string): Table => ({
  client: client as unknown as DynamoDBDocumentClient,
  name,
  now: Date.now,
});

const operations: Record<string, string> = {
  GetCommand: 'GetItem',
  PutCommand: 'PutItem',
  UpdateCommand: 'UpdateItem',
  QueryCommand: 'Query',
  ScanCommand: 'Scan',
  BatchGetCommand: 'BatchGetItem',
  BatchWriteCommand: 'BatchWriteItem',
  TransactWriteCommand: 'TransactWriteItems',
};

/**
 * A client that speaks to the embedded engine without the SDK's middleware, seven times as fast: it marshals, sends and names the two
 * errors the store asks about. Tens of thousands of runs need it; a test plays the story through the SDK's own client as well.
 */
export function wireClient(endpoint: string): Client {
  const agent = new Agent({ keepAlive: true });
  const { hostname: host, port } = new URL(endpoint);
  return {
    send: ({ input, constructor: { name } }) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(marshalled(input));
        const headers = headersOf(operations[name]!, body);
        const call = request({ host, port, method: 'POST', agent, headers }, (reply) => {
          const parts: Buffer[] = [];
          reply.on('data', (part) => parts.push(part));
          reply.on('end', () => {
            const answer = JSON.parse(Buffer.concat(parts).toString());
            if (reply.statusCode === 200) resolve(unmarshalled(answer));
            else reject(errorOf(answer));
          });
        });
        call.on('error', reject);
        call.end(body);
      }),
  };
}

const headersOf = (operation: string, body: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'content-length': Buffer.byteLength(body),
  'x-amz-target': `DynamoDB_20120810.${operation}`,
  'x-amz-date': '20200101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
});

type Answer = { __type?: string; message?: string; Message?: string; CancellationReasons?: [] };

function errorOf({ __type = '', message, Message, CancellationReasons }: Answer): Error {
  const said = { message: message ?? Message ?? '', $metadata: { httpStatusCode: 400 } };
  const name = __type.split('#').at(-1);
  if (name === 'ConditionalCheckFailedException') return new ConditionalCheckFailedException(said);
  if (name === 'TransactionCanceledException')
    return new TransactionCanceledException({
      ...said,
      ...(CancellationReasons ? { CancellationReasons } : {}),
    });
  return new Error(`${name}: ${said.message}`);
}

type Value = Record<string, unknown>;
const items = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'LastEvaluatedKey']);
const lists = new Set(['Keys', 'Items']);

/** Goes through a request or an answer and turns what are items, and nothing else. */
const turned = (value: unknown, turn: (item: Value) => unknown, name = ''): unknown => {
  if (Array.isArray(value))
    return value.map((each) => (lists.has(name) ? turn(each) : turned(each, turn, name)));
  if (typeof value !== 'object' || value === null) return value;
  if (items.has(name)) return turn(value as Value);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      name === 'Responses' ? (each as Value[]).map(turn) : turned(each, turn, key),
    ]),
  );
};

const marshalled = (input: object) => turned(input, (item) => (toWire(item) as { M: Value }).M);
const unmarshalled = (answer: object) => turned(answer, (item) => fromWire({ M: item }));

function toWire(value: unknown): Value {
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(toWire) };
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: String(value) };
    case 'boolean':
      return { BOOL: value };
    default: {
      const present = Object.entries(value as Value).filter(([, each]) => each !== undefined);
      return { M: Object.fromEntries(present.map(([key, each]) => [key, toWire(each)])) };
    }
  }
}

function fromWire(wire: Value): unknown {
  const [[type, value]] = Object.entries(wire) as [[string, unknown]];
  switch (type) {
    case 'N':
      return Number(value);
    case 'NULL':
      return null;
    case 'L':
      return (value as Value[]).map(fromWire);
    case 'M':
      return Object.fromEntries(
        Object.entries(value as Value).map(([key, each]) => [key, fromWire(each as Value)]),
      );
    default:
      return value;
  }
}
