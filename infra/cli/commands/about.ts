import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { findDataFolder } from '../data-folder.ts';

const usage = `Usage: tracker about CONTACT [--data FOLDER]

Prints everything that is held about one contact as JSON, for whoever asks what the tracker knows of them: every record that names them by
their id, their address or their name. By the name alone a record may mean somebody else who is called the same, and a record may name
others as well: look through it before you give it to anybody. The exit code is 1 where there is no such contact.

  CONTACT  the id at the end of the address of the contact's page
  --data   the data folder (default .data), also while a tracker is running on it
`;

/** `tracker about` */
export const about: Command = {
  name: 'about',
  summary: 'Print everything that is held about a contact',
  usage,
  async run(args, io) {
    const asked = read(args);
    if (asked instanceof Error) {
      io.stderr(`${asked.message}\n\n${usage}`);
      return 2;
    }
    const folder = await findDataFolder(asked.data, io);
    if (folder === undefined) return 1;
    const { printAbout } = await import('../about/print-about.ts');
    return printAbout(folder, asked.contact, io);
  },
};

const options = { data: { type: 'string', default: '.data' } } as const;

function read(args: string[]): { contact: string; data: string } | Error {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [contact, ...more] = positionals;
    return contact === undefined || more.length > 0
      ? new Error('Name one contact by their id')
      : { contact, data: values.data };
  } catch (error) {
    return error as Error;
  }
}
