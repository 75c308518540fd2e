import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isOver, type Limited, limits, windowAt } from '../domain/limit.ts';
import type { Instant } from '../domain/london.ts';
import { sha256 } from './digest.ts';
import { rateKey } from './keys.ts';
import type { Table } from './table.ts';

/** A counter is of no use after its window; the database removes it some time after this many seconds more. */
const keptAfter = 60;

/**
 * Counts one request, of a session, from an address or to a recommendation. Of many at the same moment each is counted: the database
 * adds. Of whom it is counted stands in the table as a digest only.
 *
 * @returns after how many seconds it may be tried again where it is one too many, else undefined
 */
export async function countRequest(
  table: Table,
  what: Limited,
  of: string,
  at: Instant,
): Promise<number | undefined> {
  const limit = limits[what];
  const { from, ends, secondsLeft } = windowAt(limit, at);
  const { Attributes } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: rateKey(what, sha256(of), from),
      UpdateExpression: 'ADD #count :one SET #record = :record, expiresAt = :expiresAt',
      ExpressionAttributeNames: { '#count': 'count', '#record': 'record' },
      ExpressionAttributeValues: { ':one': 1, ':record': 'rate', ':expiresAt': ends + keptAfter },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return isOver(limit, Number(Attributes?.count)) ? secondsLeft : undefined;
}
