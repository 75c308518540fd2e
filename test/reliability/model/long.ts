import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { startTables } from '../../support/embedded-table.ts';
import { type Figures, noFigures, playModel } from './play-model.ts';

/** `npm run reliability:long [-- --runs N --minutes N --seed N]`: long lives, and many of them, in two processes of two lanes each. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '500' },
    minutes: { type: 'string', default: '90' },
    seed: { type: 'string', default: '20201026' },
  },
});
const [runs, minutes, seed] = [values.runs, values.minutes, values.seed].map(Number) as [
  number,
  number,
  number,
];
const [processes, lanes] = [2, 2];

type Word = { figures: Figures; broken?: string };

async function playLanes(): Promise<void> {
  const tables = await startTables();
  const figures = noFigures();
  const say = (word: Word) => process.send!(word);
  const telling = setInterval(() => say({ figures }), 15_000);
  const part = {
    runs: Math.ceil(runs / (processes * lanes)),
    mostCommands: 200,
    mostDays: 14,
    toTheEnd: true,
    minutes,
  };
  const lives = Array.from({ length: lanes }, (_, lane) =>
    playModel(tables, { ...part, seed: seed + lane }, figures),
  );
  const ends = await Promise.allSettled(lives);
  clearInterval(telling);
  const broken = ends.flatMap((end) => (end.status === 'rejected' ? [wordsOf(end.reason)] : [])).join('\n\n');
  say({ figures, ...(broken ? { broken } : {}) });
  await tables.stop();
  process.disconnect();
}

const wordsOf = (error: Error): string =>
  [error.message, error.cause instanceof Error ? error.cause.message : ''].join('\n');

function sum(all: Figures[]): Figures {
  const total = noFigures();
  for (const each of all)
    for (const name of Object.keys(total) as (keyof Figures)[]) total[name] += each[name];
  return total;
}

async function playAll(): Promise<void> {
  const words: Word[] = [];
  const started = performance.now();
  const children: ChildProcess[] = Array.from({ length: processes }, (_, index) => {
    const seeds = [
      '--runs',
      String(runs),
      '--minutes',
      String(minutes),
      '--seed',
      String(seed + index * lanes),
    ];
    const child = fork(import.meta.filename, seeds, {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, PART: '1' },
    });
    child.on('message', (word: Word) => {
      words[index] = word;
      process.stderr.write(`${JSON.stringify(sum(words.flatMap((each) => (each ? [each.figures] : []))))}\n`);
    });
    return child;
  });
  await Promise.all(children.map((child) => once(child, 'exit')));
  const broken = words.flatMap((word) => (word.broken ? [word.broken] : []));
  const { runs: played, commands, days, nights, mails } = sum(words.map(({ figures }) => figures));
  for (const each of broken) console.log(`${each}\n`);
  console.log(
    `${played} runs, ${commands} commands, ${days} days, ${nights} nights, ${mails} mails, ${broken.length} violations, ` +
      `${((performance.now() - started) / 60_000).toFixed(1)} minutes`,
  );
  process.exitCode = broken.length === 0 && words.length === processes ? 0 : 1;
}

await (process.env.PART ? playLanes() : playAll());
