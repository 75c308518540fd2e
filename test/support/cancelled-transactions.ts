import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../shared/store/table.ts';

/** The next transaction is cancelled in a way no embedded engine shows: a collision with another one, or throttling. */
export function cancelNext({ client }: Table, code: 'TransactionConflict' | 'ThrottlingError'): void {
  let cancelled = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (cancelled || commandName !== 'TransactWriteItemsCommand') return next(args);
        cancelled = true;
        throw new TransactionCanceledException({
          message: 'Transaction cancelled',
          $metadata: { httpStatusCode: 400 },
          CancellationReasons: [{ Code: code }],
        });
      },
    { step: 'initialize' },
  );
}
