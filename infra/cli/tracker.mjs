#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED) runOnProjectNode();
else await run();

/** The project brings its own Node, so an older one on the machine is enough to start with. */
function runOnProjectNode() {
  const node = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
  if (!existsSync(node)) {
    console.error(`tracker needs Node ${NODE_NEEDED} and this is ${process.versions.node}. Run: npm install`);
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

async function run() {
  module.enableCompileCache();
  // A reader that has had enough (`| head`) closes the pipe; nobody is left to tell.
  process.stdout.on('error', (fault) => {
    if (fault.code === 'EPIPE') process.exit(0);
    throw fault;
  });
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
  const { commands, tracker } = await import('./tracker.ts');
  const io = {
    stdin: process.stdin,
    stdout: (text) => (process.stdout.write(text) ? undefined : once(process.stdout, 'drain')),
    stderr: (text) => process.stderr.write(text),
    stderrIsTerminal: process.stderr.isTTY === true,
  };
  process.exitCode = await tracker(process.argv.slice(2), io, commands);
}
