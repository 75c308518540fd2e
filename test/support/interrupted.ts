import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/table.ts';

/** The same table for somebody who is interrupted once: right after they have read a case, all of `meanwhile` happens. */
export function interrupted(table: Table, meanwhile: () => Promise<unknown>): Table {
  let isLeft = true;
  const client = new Proxy(table.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name, target);
      return async (command: never) => {
        const reply = await target.send(command);
        if (isLeft && (command as unknown) instanceof QueryCommand) {
          isLeft = false;
          await meanwhile();
        }
        return reply;
      };
    },
  });
  return { ...table, client };
}
