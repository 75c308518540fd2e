import type { Io } from './command.ts';

/** Where the data folder that was asked for is; undefined where no tracker was ever started on it, which it says. */
export async function findDataFolder(asked: string, io: Io): Promise<string | undefined> {
  const { resolve } = await import('node:path');
  const { hasTracker } = await import('../local/running.ts');
  const folder = resolve(asked);
  if (hasTracker(folder)) return folder;
  io.stderr(`There is no tracker data in ${folder}.\n`);
  return undefined;
}
