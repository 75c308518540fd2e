import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';

const usage = `Usage: tracker reconcile [--data FOLDER]

Works out again from the records what every night should have planned, and compares it with the ledger of reminders;
and compares each row of the list with its records (tracker rows --rebuild sets those right). Changes nothing. Prints each difference; the exit code is 0 when there is none and 1 when there is any.

  --data   the data folder (default .data), also while a tracker is running on it
`;

/** `tracker reconcile` */
export const reconcile: Command = {
  name: 'reconcile',
  summary: 'Compare what should have been sent with the ledger',
  usage,
  async run(args, io) {
    const asked = read(args);
    if (typeof asked !== 'string') {
      io.stderr(`${asked.message}\n\n${usage}`);
      return 2;
    }
    const folder = await findDataFolder(asked, io);
    if (folder === undefined) return 1;
    const { compare } = await import('../reconcile/compare.ts');
    return compare(folder, io);
  },
};

function read(args: string[]): string | Error {
  try {
    return parseArgs({ args, options: { data: { type: 'string', default: '.data' } } }).values.data;
  } catch (error) {
    return error as Error;
  }
}
