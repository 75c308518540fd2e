import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

const usage = `Usage: tracker demo [--json] [--skip-every-second-night]

Replays one real case (Essex Police, September 2020) from 29 September 2020 to 30 September 2021 on an
empty store in memory, through the real nightly run, queue, sender and local mail service, one run a night,
and prints the subject of every mail and where both recommendations stand then. It takes some 20 seconds.

  --json                     one JSON object a line
  --skip-every-second-night  leave out every second run: what was missed is sent by the next and says it is late
`;

/** `tracker demo` */
export const demo: Command = {
  name: 'demo',
  summary: 'Replay one real case, from recommendation to lapsed promise',
  usage,
  async run(args, io) {
    const options = read(args);
    if (typeof options === 'string') {
      io.stderr(`${options}\n\n${usage}`);
      return 2;
    }
    const { startTracker } = await import('../../local/tracker.ts');
    const { replay } = await import('../demo/replay.ts');
    const { printed } = await import('../demo/print.ts');
    const { sampleMorning } = await import('../../local/sample/start-sample.ts');
    const tracker = await startTracker({ folder: null, serviceUrl: 'https://tracker.sample.example' });
    tracker.clock.startAt(sampleMorning);
    try {
      for await (const happening of replay(tracker, (night) => !options.skip || night % 2 === 0)) {
        await io.stdout(options.json ? `${JSON.stringify(happening)}\n` : printed(happening));
      }
      return 0;
    } finally {
      await tracker.stop();
    }
  },
};

function read(args: string[]): { json: boolean; skip: boolean } | string {
  try {
    const { values } = parseArgs({
      args,
      options: { json: { type: 'boolean' }, 'skip-every-second-night': { type: 'boolean' } },
    });
    return { json: values.json ?? false, skip: values['skip-every-second-night'] ?? false };
  } catch (error) {
    return (error as Error).message;
  }
}
