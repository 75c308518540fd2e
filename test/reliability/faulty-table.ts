import { DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../shared/store/table.ts';
import type { Service } from './faults.ts';
import { type Client, type Command, tableOn } from './wire-client.ts';
import type { Worker, World } from './world.ts';

const services: Record<string, Service> = {
  GetCommand: 'read',
  BatchGetCommand: 'read',
  QueryCommand: 'query',
  PutCommand: 'write',
  UpdateCommand: 'write',
  TransactWriteCommand: 'transaction',
};

// Only an index can be behind; a strongly consistent query is a read like any other.
function serviceOf({ constructor: { name }, input }: Command): Service {
  const service = services[name];
  if (!service) throw new Error(`A call that is not explored: ${name}`);
  return service === 'query' && 'ConsistentRead' in input ? 'read' : service;
}

/** What DynamoDB says when it has done nothing: too much asked of it, or another transaction on the same item. */
const refusal = (name: string) =>
  new DynamoDBServiceException({ name, $fault: 'client', $metadata: {}, message: name });

const cancelled = (Code: string) =>
  new TransactionCanceledException({ message: 'Cancelled', $metadata: {}, CancellationReasons: [{ Code }] });

const throttleOf = (service: Service) => (kind: 'throttled' | 'conflict') => {
  if (service === 'transaction')
    return cancelled(kind === 'conflict' ? 'TransactionConflict' : 'ThrottlingError');
  return refusal(kind === 'conflict' ? 'TransactionConflictException' : 'ThrottlingException');
};

/**
 * The tables of one run, as each worker reaches them. An index may answer as it stood when the same was last asked of it, or, where it
 * never was, with nothing at all.
 */
export function faultyTables(world: World, client: Client, name: string): (worker: Worker) => Table {
  const earlier = new Map<string, object>();
  return (worker) => {
    const send = (command: Command): Promise<unknown> => {
      const service = serviceOf(command);
      const asked = service === 'query' ? JSON.stringify(command.input) : '';
      return world.call<unknown>(worker, service, {
        throttle: throttleOf(service),
        stale: () => earlier.get(asked) ?? { Items: [] },
        async effect() {
          const answer = await client.send(command);
          if (asked) earlier.set(asked, answer as object);
          return answer;
        },
      });
    };
    return tableOn({ send }, name);
  };
}
