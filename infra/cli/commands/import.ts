import { parseArgs } from 'node:util';
import type { Command, Io } from '../command.ts';

const usage = `Usage: tracker import FILE [--dry-run] [--json] [--mapping MAPPING] [--overdue remind|hold] [--data FOLDER]

Takes a comma-separated list of recommendations into a local tracker: the tracker's own export, the public scrape of
the IOPC's pages, or any list with a mapping. Each line is new, unchanged, updated or refused with its reasons. The same list
twice is the list once, also after being stopped half-way. Nothing is ever mailed about a day gone by.

  --dry-run   say what would become of each line, and change nothing
  --json      print the report as JSON
  --mapping   "tracker", "iopc-scrape", or JSON (or a file of it) that names for each of the tracker's columns the list's own:
              {"reference":"IOPC ref","madeOn":"Date made","source":{"always":"iopc"}}
  --overdue   how what is overdue already is treated: "remind" its owners from now on, or "hold" it until somebody
              chooses an owner
  --data      the data folder (default .data)

Exit code: 0 when every line was taken in or was there already, 1 when any was refused, 2 when called wrongly.
`;

/** What the command was asked for. */
export type ImportOptions = {
  file: string;
  name: string;
  dryRun: boolean;
  json: boolean;
  mapping: string | undefined;
  overdue: 'remind' | 'hold' | undefined;
  folder: string;
};

/** `tracker import` */
export const importList: Command = {
  name: 'import',
  summary: 'Take in a list of recommendations, or say what that would do',
  usage,
  async run(args, io) {
    const options = await read(args);
    if (typeof options === 'string') {
      io.stderr(`${options}\n\n${usage}`);
      return 2;
    }
    return run(options, io);
  },
};

const howToMap =
  ': give them with --mapping (tracker import --help shows how), or take the list in on the page “Lists” of the tracker, which asks column by column';

async function run(options: ImportOptions, io: Io): Promise<number> {
  const { readFileSync, statSync } = await import('node:fs');
  const { isRefusal } = await import('../../../shared/domain/refusal.ts');
  const { fileText } = await import('../../../shared/extract/list/file-text.ts');
  const { readList } = await import('../../../shared/extract/list/read-list.ts');
  let text: string;
  try {
    text = fileText(readFileSync(options.file));
  } catch (error) {
    io.stderr(`${options.file} cannot be read: ${(error as Error).message}\n`);
    return 1;
  }
  if (statSync(options.folder, { throwIfNoEntry: false })?.isFile()) {
    io.stderr(`${options.folder} is a file and not a data folder\n`);
    return 1;
  }
  const list = readList(text, options.mapping);
  if (isRefusal(list)) {
    io.stderr(`${list.message}${list.refused === 'unknown-columns' ? howToMap : ''}\n`);
    return 1;
  }
  const { takeInList } = await import('../list/take-in-list.ts');
  return takeInList(list, options, io);
}

async function read(args: string[]): Promise<ImportOptions | string> {
  const { basename, resolve } = await import('node:path');
  const { existsSync, readFileSync } = await import('node:fs');
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        mapping: { type: 'string' },
        overdue: { type: 'string' },
        data: { type: 'string', default: '.data' },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'Name one file.';
    const { overdue, mapping } = values;
    if (overdue !== undefined && overdue !== 'remind' && overdue !== 'hold')
      return '--overdue must be remind or hold.';
    return {
      file: resolve(file),
      name: basename(file),
      dryRun: values['dry-run'],
      json: values.json,
      mapping: mapping?.endsWith('.json') && existsSync(mapping) ? readFileSync(mapping, 'utf8') : mapping,
      overdue,
      folder: resolve(values.data),
    };
  } catch (error) {
    return (error as Error).message;
  }
}
