import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../infra/cli/command.ts';
import { commands, tracker } from '../../../infra/cli/tracker.ts';
import { ioOf } from './io.ts';

const echo: Command = {
  name: 'echo',
  summary: 'Says what it was told',
  usage: 'Usage: tracker echo <words>\n',
  async run(args, io) {
    await io.stdout(args.join(' '));
    return args.length;
  },
};
const known = {
  echo: async () => echo,
  other: async () => ({ ...echo, name: 'other', summary: 'Something else' }),
};

async function called(...args: string[]) {
  const io = ioOf();
  const code = await tracker(args, io, known);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

describe('tracker', () => {
  test('hands the rest of the words to the command and its exit code back', async () => {
    expect(await called('echo', 'a', 'b')).toEqual({ code: 2, out: 'a b', err: '' });
    expect(await called('echo')).toEqual({ code: 0, out: '', err: '' });
  });

  test.each(['--help', '-h'])('%s lists the commands and what they do', async (flag) => {
    const { code, out } = await called(flag);
    expect(code).toBe(0);
    expect(out).toContain('  echo   Says what it was told\n  other  Something else\n');
  });

  test('with no command it lists them as well, and was called wrongly', async () => {
    const { code, out, err } = await called();
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Says what it was told');
  });

  test('a command explains itself', async () => {
    expect(await called('echo', '--help')).toEqual({ code: 0, out: echo.usage, err: '' });
  });

  test.each(['ecko', 'toString', '__proto__'])('%s is no command: the list is on stderr', async (name) => {
    const { code, out, err } = await called(name);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`tracker has no command “${name}”. Its commands are: echo, other\n`);
  });

  test('knows every command', () => {
    expect(Object.keys(commands)).toEqual([
      'about',
      'dates',
      'demo',
      'export',
      'extract',
      'import',
      'night',
      'reconcile',
      'retention',
      'rows',
      'verify-audit',
    ]);
  });
});

describe('the program', () => {
  const bin = fileURLToPath(new URL('../../../infra/cli/tracker.mjs', import.meta.url));
  const line = '{"id":"a","from":"2020-09-29","promise":{"kind":"days-beginning-with","days":56}}\n';

  function start(...args: string[]) {
    const child = spawn(process.execPath, [bin, ...args], { cwd: '/' });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    // The program may stop reading first, which is what one of these tests is about.
    child.stdin.on('error', () => {});
    return { child, ended, err: () => err };
  }

  test('reads stdin, writes stdout and exits 0, wherever it is called from', async () => {
    const { child, ended, err } = start('dates');
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stdin.end(line);
    expect([await ended, err()]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({ id: 'a', closesOn: '2020-11-23' });
  });

  test('exits 1 when a line was refused', async () => {
    const { child, ended } = start('dates');
    child.stdout.resume();
    child.stdin.end('nope\n');
    expect(await ended).toBe(1);
  });

  test('stops quietly when its reader has had enough', async () => {
    const { child, ended, err } = start('dates');
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(line.repeat(20_000));
    expect([await ended, err()]).toEqual([0, '']);
  });
});
