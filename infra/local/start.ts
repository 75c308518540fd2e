import { parseArgs } from 'node:util';
import { startLocalRun } from './local-run.ts';
import { StartError } from './start-error.ts';

const usage = `Usage: npm start -- [--data FOLDER] [--port N] [--mail-port N] [--identity-port N]
                     [--built]

Runs the whole tracker on this machine: pages, nightly run, sender, database, mail service.

  --data FOLDER   where everything is kept (default .data); delete it to begin again
  --port N        the pages (default 3000, or PORT)
  --mail-port N   the inbox (default: the port after it)
  --identity-port N
                  the practice sign-in (default: the port after that of the inbox)
  --built         run the bundles in dist that are deployed to AWS (npm run build makes them)
`;

function options() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      port: { type: 'string', default: process.env.PORT ?? '3000' },
      'mail-port': { type: 'string' },
      'identity-port': { type: 'string' },
      built: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = portFrom(values.port);
  const mailPort = values['mail-port'] === undefined ? port + 1 : portFrom(values['mail-port']);
  const identityPort =
    values['identity-port'] === undefined ? mailPort + 1 : portFrom(values['identity-port']);
  return { folder: values.data, port, mailPort, identityPort, built: values.built, help: values.help };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_533) return port;
  throw new Error(`“${text}” is not a port: give a whole number from 1 to 65533.`);
}

function calledRightly(): ReturnType<typeof options> {
  try {
    return options();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

const { help, ...wish } = calledRightly();
if (help) {
  process.stdout.write(usage);
  process.exit(0);
}
try {
  await startLocalRun(wish);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exit(1);
}
