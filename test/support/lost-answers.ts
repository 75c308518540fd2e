import type { Table } from '../../shared/store/table.ts';

/** From now on nobody can write down where a form led, as when the function ends between a move and its answer. */
export function loseAnswers({ client }: Table): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const isAnswer = commandName === 'UpdateItemCommand' && JSON.stringify(args.input).includes('"ONCE#');
        if (isAnswer) throw new Error('The function ended');
        return next(args);
      },
    { step: 'initialize', priority: 'high' },
  );
}

/** From now on the transactions after the first so many fail, until it is mended. */
export function failTransactionsAfter({ client }: Table, count: number): () => void {
  let left = count;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName === 'TransactWriteItemsCommand' && left-- <= 0)
          throw new Error('The database is gone');
        return next(args);
      },
    { step: 'initialize', priority: 'high' },
  );
  return () => {
    left = Number.POSITIVE_INFINITY;
  };
}
