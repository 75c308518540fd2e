import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/**
 * Why a transaction was cancelled: which of its writes failed their condition, by position, and whether any met another
 * transaction on the same item. Embedded engines never show such a collision; DynamoDB does whenever two people are quick.
 */
export type Cancellation = { conditionFailed: number[]; collided: boolean };

/**
 * Why a transaction was cancelled, or undefined where the error is something else (a fault, which the caller throws on).
 * A cancellation for any other reason (throttling) is a fault too: nothing was written and nothing is known.
 */
export function cancellation(error: unknown): Cancellation | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  const conditionFailed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
  const collided = codes.includes('TransactionConflict');
  return collided || conditionFailed.length > 0 ? { conditionFailed, collided } : undefined;
}
