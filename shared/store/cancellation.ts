import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** Which writes of a cancelled transaction failed their condition, by position. */
export type Cancellation = { conditionFailed: number[] };

/**
 * Why a transaction was cancelled, or undefined where the error is something else (a fault, which the caller throws on).
 * A cancellation for any other reason than a failed condition (throttling, a collision with another transaction) is a fault too:
 * nothing was written and nothing is known.
 */
export function cancellation(error: unknown): Cancellation | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const conditionFailed = (error.CancellationReasons ?? []).flatMap((reason, index) =>
    reason.Code === 'ConditionalCheckFailed' ? [index] : [],
  );
  return conditionFailed.length > 0 ? { conditionFailed } : undefined;
}
