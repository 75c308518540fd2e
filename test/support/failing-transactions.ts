import type { Mail } from '../../shared/domain/mail.ts';
import type { Table } from '../../shared/store/table.ts';

type Plan = { TransactItems?: { Put?: { Item?: Partial<Mail> & { record?: string } } }[] };

/** Until it is mended every transaction that plans a mail for this recipient fails, as when the run dies before it. */
export function failTransactionsNaming({ client }: Table, recipientId: string): () => void {
  let failing = true;
  client.middlewareStack.add(
    (next) => async (args) => {
      const { TransactItems = [] } = args.input as Plan;
      const items = TransactItems.map(({ Put }) => Put?.Item);
      const isTheirs = items.some((item) => item?.record === 'mail' && item.recipientId === recipientId);
      if (failing && isTheirs) throw new Error('The database is gone');
      return next(args);
    },
    { step: 'initialize', priority: 'high' },
  );
  return () => {
    failing = false;
  };
}
