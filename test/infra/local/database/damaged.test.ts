import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands, tracker } from '../../../../infra/cli/tracker.ts';
import { startDatabase } from '../../../../infra/local/database/database.ts';
import { findDynoxide } from '../../../../infra/local/database/dynoxide.ts';
import { StartError } from '../../../../infra/local/start-error.ts';
import { ioOf } from '../../cli/io.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-damaged-'));
  file = join(folder, 'tracker.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const header = 'SQLite format 3\0';
const nonsense = 'nonsense '.repeat(1_000);

describe.skipIf(findDynoxide() === undefined)('a database file', () => {
  test.each([
    ['of something else', nonsense],
    ['of one byte', 'x'],
    ['that begins well and goes on as nonsense', header + nonsense],
  ])('%s is named with what to do about it, and stays as it is', async (_, content) => {
    writeFileSync(file, content, 'latin1');
    const fault = await startDatabase({ path: file, engine: 'dynoxide' }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartError);
    expect((fault as Error).message).toMatch(
      /cannot be opened: .+\. It was left as it is\. Put a copy of it back/,
    );
    expect((fault as Error).message).toContain(file);
    expect(readFileSync(file, 'latin1')).toBe(content);
  });

  test('without a byte is one that was not written to yet', async () => {
    writeFileSync(file, '');
    const database = await startDatabase({ path: file, engine: 'dynoxide' });
    await database.stop();
  });

  test('that is none ends a command with a sentence', async () => {
    writeFileSync(file, nonsense);
    const io = ioOf();
    expect(await tracker(['night', '--dry-run', '--data', folder], io, commands)).toBe(1);
    expect(io.err.join('')).toMatch(/^The database .+ choose another folder with --data\.\n$/);
  });
});

test('a clock that cannot be read ends a command with a sentence, and no database is left running', async () => {
  writeFileSync(file, '');
  writeFileSync(join(folder, 'clock.json'), '{"simulatedAt":');
  const io = ioOf();
  expect(await tracker(['night', '--dry-run', '--data', folder], io, commands)).toBe(1);
  expect(io.err.join('')).toMatch(/^The clock's file .+ in real time\.\n$/);
  expect(readFileSync(file, 'utf8')).toBe('');
});
