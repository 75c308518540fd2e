import { parseArgs } from 'node:util';
import type { Day } from '../../../shared/domain/day.ts';
import type { Command } from '../command.ts';

const usage = `Usage: tracker night [--date YYYY-MM-DD] [--dry-run] [--data FOLDER]

Lives one compliance run on a local tracker: its data folder, or the tracker that is running on it.

  --date      the day to run for; today by the tracker's clock when it is left out. A later day moves the clock there
              and runs every night on the way; an earlier one is possible only with --dry-run
  --dry-run   say who would be mailed about what, and change nothing
  --data      the data folder (default .data)
`;

/** What the command was asked for. */
export type NightOptions = { date: Day | undefined; dryRun: boolean; folder: string };

/** `tracker night` */
export const night: Command = {
  name: 'night',
  summary: 'Run one night, or say what it would send',
  usage,
  async run(args, io) {
    const options = await read(args);
    if (typeof options === 'string') {
      io.stderr(`${options}\n\n${usage}`);
      return 2;
    }
    const { hasTracker } = await import('../../local/running.ts');
    if (!hasTracker(options.folder)) {
      io.stderr(`There is no tracker data in ${options.folder}. Start a tracker first: npm start\n`);
      return 1;
    }
    const { dryRun } = await import('../night/dry-run.ts');
    const { realRun } = await import('../night/real-run.ts');
    return options.dryRun ? dryRun(options, io) : realRun(options, io);
  },
};

async function read(args: string[]): Promise<NightOptions | string> {
  const { resolve } = await import('node:path');
  const { parseDay } = await import('../../../shared/domain/day.ts');
  const { isRefusal } = await import('../../../shared/domain/refusal.ts');
  try {
    const { values } = parseArgs({
      args,
      options: {
        date: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        data: { type: 'string', default: '.data' },
      },
    });
    const date = values.date === undefined ? undefined : parseDay(values.date);
    if (isRefusal(date)) return date.message;
    return { date, dryRun: values['dry-run'], folder: resolve(values.data) };
  } catch (error) {
    return (error as Error).message;
  }
}
