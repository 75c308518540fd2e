import type { Log } from '../../shared/runtime/log.ts';

/** A log that keeps its lines for the test to read, and for the search at the end of the run. */
export function notedLog(): Log & { lines: { level: string; message: string; facts: object }[] } {
  const lines: { level: string; message: string; facts: object }[] = [];
  const note =
    (level: keyof Log) =>
    (message: string, facts: Record<string, unknown> = {}) => {
      lines.push({ level, message, facts });
      keptLog[level](message, facts);
    };
  return { lines, info: note('info'), warn: note('warn'), error: note('error') };
}

const keep =
  (level: string) =>
  (message: string, facts: object = {}): void =>
    (globalThis as { keepOutput?(text: string): void }).keepOutput?.(
      JSON.stringify({ level, message, ...facts }),
    );

/** A log that no test reads: it is only searched at the end of the run. */
export const keptLog: Log = { info: keep('info'), warn: keep('warn'), error: keep('error') };
