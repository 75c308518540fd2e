import { appendFileSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/**
 * Keeps what the functions log in a process of the test run, and whatever is said on its console, so that all of it can be searched when
 * the run is over (test/last). NODE_OPTIONS loads it into every process of the run, those that a test starts as well; as they run without
 * anything that reads TypeScript, it is a plain script. What a command prints for whoever called it is no log and is not kept.
 */
const folder = process.env.KEPT_LOGS;

if (folder) {
  if (!globalThis.keepOutput) openKept();
  // The runner of the tests gives each of its workers a console of its own.
  if (!console.isKept) keepConsole();
}

function openKept() {
  mkdirSync(folder, { recursive: true });
  const file = openSync(join(folder, `${process.pid}-${threadId}.log`), 'a');
  globalThis.keepOutput = (text) => void writeSync(file, `${text.trimEnd()}\n`);
  keepCookies();
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (chunk, ...rest) => {
      if (typeof chunk !== 'string' || !chunk.startsWith('{"level":"')) return write(chunk, ...rest);
      // Nobody reads the lines of the functions in a run of tests, so they do not go on to the terminal.
      keepOutput(chunk);
      rest.at(-1)?.call?.();
      return true;
    };
  }
}

// Who has the value of a cookie is somebody: each that is given out is noted, to be looked for.
function keepCookies() {
  const secrets = join(folder, 'secrets.txt');
  for (const name of ['set', 'append']) {
    const put = Headers.prototype[name];
    Headers.prototype[name] = function (header, value) {
      const [, given = ''] = /^[^=]+=([^;]*)/.exec(value) ?? [];
      if (/^set-cookie$/i.test(header) && given.length >= 16) appendFileSync(secrets, `${given}\n`);
      return put.call(this, header, value);
    };
  }
}

function keepConsole() {
  console.isKept = true;
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
    const say = console[name].bind(console);
    console[name] = (...words) => {
      keepOutput(words.map(inWords).join(' '));
      say(...words);
    };
  }
}

function inWords(value) {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return `${value.stack}`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
