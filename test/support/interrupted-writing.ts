import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/table.ts';

/** The same table for somebody who is interrupted once: right before their first transaction, all of `meanwhile` happens. */
export function interruptedBeforeWriting(table: Table, meanwhile: () => Promise<unknown>): Table {
  let isLeft = true;
  const client = new Proxy(table.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name, target);
      return async (command: never) => {
        if (isLeft && (command as unknown) instanceof TransactWriteCommand) {
          isLeft = false;
          await meanwhile();
        }
        return target.send(command);
      };
    },
  });
  return { ...table, client };
}
