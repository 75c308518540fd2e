import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';

const usage = `Usage: tracker rows [--rebuild] [--data FOLDER]

The list of recommendations is made of rows, one for each, which every move writes with the records. This makes each again from its
records, compares it with what is kept, and prints each difference. The exit code is 0 when there is none and 1 when there is any.

  --rebuild  write each row that differs or is missing as its records say
  --data     the data folder (default .data), also while a tracker is running on it
`;

/** `tracker rows` */
export const rows: Command = {
  name: 'rows',
  summary: 'Compare the list with its records, and set it right',
  usage,
  async run(args, io) {
    const asked = read(args);
    if (asked instanceof Error) {
      io.stderr(`${asked.message}\n\n${usage}`);
      return 2;
    }
    const folder = await findDataFolder(asked.data, io);
    if (folder === undefined) return 1;
    const { rowsOfFolder } = await import('../rows/compare-rows.ts');
    return rowsOfFolder(folder, asked.rebuild, io);
  },
};

const options = {
  rebuild: { type: 'boolean', default: false },
  data: { type: 'string', default: '.data' },
} as const;

function read(args: string[]): { rebuild: boolean; data: string } | Error {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    return error as Error;
  }
}
