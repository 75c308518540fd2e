import type { Table } from '../../shared/store/table.ts';

/** What was asked of the database: how often, in which ways, and through how many items it looked for that. */
export type Requests = { count: number; items: number; commands: string[] };

type Reply = { ScannedCount?: number; Item?: object; Responses?: Record<string, object[]> };

/** Counts every request to a table from now on; `take` gives what was counted since it was last taken. */
export function countRequests({ client }: Table): { take(): Requests } {
  let counted: Requests = { count: 0, items: 0, commands: [] };
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answered = await next(args);
        counted.count += 1;
        counted.commands.push(String(commandName));
        counted.items += itemsIn(answered.output as Reply);
        return answered;
      },
    { step: 'initialize' },
  );
  return {
    take() {
      const taken = counted;
      counted = { count: 0, items: 0, commands: [] };
      return taken;
    },
  };
}

const itemsIn = ({ ScannedCount = 0, Item, Responses = {} }: Reply): number =>
  ScannedCount + (Item ? 1 : 0) + Object.values(Responses).flat().length;
