import type { Io } from '../command.ts';

const width = 30;

/** Draws how far a long task is on the terminal, where somebody watches; nothing is written into a file or a pipe. */
export type Progress = { step(): void; end(): void };

export function progressOf({ stderr, stderrIsTerminal }: Io, task: string, of: number): Progress {
  if (!stderrIsTerminal) return { step: () => undefined, end: () => undefined };
  let done = 0;
  const draw = () => {
    const filled = of === 0 ? width : Math.round((done / of) * width);
    stderr(`\r${task} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done} of ${of}`);
  };
  draw();
  return {
    step() {
      done += 1;
      draw();
    },
    end: () => stderr('\r\u001b[K'),
  };
}
