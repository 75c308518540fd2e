import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from './engine.ts';

/**
 * dynoxide, DynamoDB on SQLite in one small program: the default engine, there when its package for this system is
 * installed.
 *
 * Durability, as measured: it flushes to the disk once for every write and answers only then, so a write it has
 * acknowledged survives `kill -9` of dynoxide, and a transaction is there whole or not at all.
 */
export function findDynoxide(): Engine | undefined {
  const command = programIn(`@dynoxide/${process.platform}-${process.arch}`);
  if (command === undefined) return undefined;
  return {
    name: 'dynoxide',
    command,
    dataFor: (path) => path,
    isForeign: (data) => existsSync(data) && !isDatabase(data),
    folderFor: dirname,
    argumentsFor: (port, data) => [
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(data === null ? [] : ['--db-path', data]),
    ],
  };
}

const firstBytes = 'SQLite format 3\0';

/** Whether a file begins as each of its databases does. One without a byte is one that was not written to yet. */
function isDatabase(file: string): boolean {
  const beginning = Buffer.alloc(firstBytes.length);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, beginning);
    return length === 0 || beginning.toString('latin1') === firstBytes;
  } finally {
    closeSync(handle);
  }
}

function programIn(packageName: string): string | undefined {
  try {
    const folder = dirname(fileURLToPath(import.meta.resolve(`${packageName}/package.json`)));
    const program = join(folder, process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
