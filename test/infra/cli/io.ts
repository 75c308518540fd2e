import type { Io } from '../../../infra/cli/command.ts';

/** An Io that reads the chunks it is given and keeps what is written. */
export function ioOf(...chunks: (string | Uint8Array)[]): Io & { out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out,
    err,
    stdin: (async function* () {
      yield* chunks;
    })(),
    stdout: (text) => {
      out.push(text);
    },
    stderr: (text) => {
      err.push(text);
    },
  };
}
