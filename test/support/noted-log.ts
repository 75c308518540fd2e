import type { Log } from '../../shared/runtime/log.ts';

/** A log that keeps its lines for the test to read. */
export function notedLog(): Log & { lines: { level: string; message: string; facts: object }[] } {
  const lines: { level: string; message: string; facts: object }[] = [];
  const note =
    (level: string) =>
    (message: string, facts: object = {}) =>
      void lines.push({ level, message, facts });
  return { lines, info: note('info'), warn: note('warn'), error: note('error') };
}
