import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';
import type { Asked } from '../retention/retain.ts';

const usage = `Usage: tracker retention [--apply --by NAME] [--rules] [--data FOLDER]

Says what of people is to be removed because nobody needs it any more: name, post and address of contacts who left, and the words of old
mails. Changes nothing unless it is told to. What is removed is gone; the history says that it was removed, when and by whom, and tracker
verify-audit goes on finding it whole. It can be stopped at any time and started again. The exit code is 1 where something that is due
could not be done.

  --apply  remove it
  --by     who removes it, as the history names them: needed with --apply
  --rules  print how long each kind of record is kept, and why, and look at nothing
  --data   the data folder (default .data), also while a tracker is running on it
`;

/** `tracker retention` */
export const retention: Command = {
  name: 'retention',
  summary: 'Remove what of people nobody needs any more',
  usage,
  async run(args, io) {
    const asked = read(args);
    if (asked instanceof Error) {
      io.stderr(`${asked.message}\n\n${usage}`);
      return 2;
    }
    const { printRules, retain } = await import('../retention/retain.ts');
    if (asked.rules) return printRules(io);
    const folder = await findDataFolder(asked.data, io);
    return folder === undefined ? 1 : retain(folder, asked, io);
  },
};

const options = {
  apply: { type: 'boolean', default: false },
  by: { type: 'string' },
  rules: { type: 'boolean', default: false },
  data: { type: 'string', default: '.data' },
} as const;

function read(args: string[]): (Asked & { data: string; rules: boolean }) | Error {
  try {
    const { values } = parseArgs({ args, options });
    const { by, apply } = values;
    if (apply && !by?.trim()) return new Error('--apply needs --by, the name of whoever removes it');
    return { ...values, by: by?.trim() };
  } catch (error) {
    return error as Error;
  }
}
