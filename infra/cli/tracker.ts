import { StartError } from '../local/start-error.ts';
import type { Command, Io } from './command.ts';

/** Commands by name, each loaded only when it is called, so that a light one starts fast. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

export const commands: Commands = {
  about: async () => (await import('./commands/about.ts')).about,
  dates: async () => (await import('./commands/dates.ts')).dates,
  demo: async () => (await import('./commands/demo.ts')).demo,
  export: async () => (await import('./commands/export.ts')).exportList,
  extract: async () => (await import('./commands/extract.ts')).extract,
  import: async () => (await import('./commands/import.ts')).importList,
  night: async () => (await import('./commands/night.ts')).night,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcile,
  retention: async () => (await import('./commands/retention.ts')).retention,
  rows: async () => (await import('./commands/rows.ts')).rows,
  'verify-audit': async () => (await import('./commands/verify-audit.ts')).verifyAudit,
};

/** Runs `tracker <args>` and answers with its exit code; 2 when it was called wrongly. */
export async function tracker(args: string[], io: Io, known: Commands): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    io.stderr(`Name a command.\n\n${await help(known)}`);
    return 2;
  }
  if (isHelp(name)) {
    await io.stdout(await help(known));
    return 0;
  }
  const load = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!load) {
    io.stderr(`tracker has no command “${name}”. Its commands are: ${Object.keys(known).join(', ')}\n`);
    return 2;
  }
  const command = await load();
  if (!rest.some(isHelp)) return runOn(command, rest, io);
  await io.stdout(command.usage);
  return 0;
}

/** What a data folder lacks or has wrong is told in its sentence; a fault shows its trace. */
async function runOn(command: Command, args: string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    io.stderr(`${error.message}\n`);
    return 1;
  }
}

function isHelp(arg: string): boolean {
  return arg === '--help' || arg === '-h';
}

async function help(known: Commands): Promise<string> {
  const loaded = await Promise.all(Object.values(known).map((load) => load()));
  const width = Math.max(...loaded.map(({ name }) => name.length));
  const rows = loaded.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'Usage: tracker <command>',
    '',
    ...rows,
    '',
    'tracker <command> --help says more about one of them.',
    '',
  ].join('\n');
}
