import { parseArgs } from 'node:util';
import type { Command, Io } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';

const usage = `Usage: tracker export [--format csv|json] [--data FOLDER]

Prints every recommendation of a local tracker with its case, its response and its promises, one on each line, in the columns that
tracker import takes in again. What a spreadsheet would run as a formula is made text.

  --format   csv (RFC 4180, the default) or json
  --data     the data folder (default .data), also while a tracker is running on it
`;

/** `tracker export` */
export const exportList: Command = {
  name: 'export',
  summary: 'Print every recommendation as a list',
  usage,
  async run(args, io) {
    const options = read(args);
    if (typeof options === 'string') {
      io.stderr(`${options}\n\n${usage}`);
      return 2;
    }
    const folder = await findDataFolder(options.data, io);
    if (folder === undefined) return 1;
    await print(folder, options.format, io);
    return 0;
  },
};

async function print(folder: string, format: string, io: Io): Promise<void> {
  const { openRecords } = await import('../night/open-table.ts');
  const { listedCells } = await import('../../../functions/web/list-cells.ts');
  const { listHeader, listLine } = await import('../../../shared/extract/list/write-list.ts');
  const records = await openRecords(folder);
  try {
    if (format === 'csv') {
      await io.stdout(listHeader());
      for await (const cells of listedCells(records.table)) await io.stdout(listLine(cells));
      return;
    }
    const all = await Array.fromAsync(listedCells(records.table));
    await io.stdout(`${JSON.stringify(all, null, 2)}\n`);
  } finally {
    await records.close();
  }
}

function read(args: string[]): { format: string; data: string } | string {
  try {
    const { values } = parseArgs({
      args,
      options: { format: { type: 'string', default: 'csv' }, data: { type: 'string', default: '.data' } },
    });
    return ['csv', 'json'].includes(values.format) ? values : '--format must be csv or json.';
  } catch (error) {
    return (error as Error).message;
  }
}
