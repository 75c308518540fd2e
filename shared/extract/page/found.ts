/** Something read from the kept text, and where: `start` to `end` are the words it came from. */
export type Found<T> = { value: T; start: number; end: number };

/** The words between two places of the kept text, without the space around them; undefined where there are none. */
export function foundBetween(kept: string, from: number, to: number): Found<string> | undefined {
  const words = kept.slice(from, to);
  const value = words.trim();
  if (value === '') return undefined;
  const start = from + words.indexOf(value);
  return { value, start, end: start + value.length };
}

/** What one group of a match holds; the pattern must have the `d` flag. */
export function foundIn(match: RegExpExecArray | undefined, group: number): Found<string> | undefined {
  const [start, end] = match?.indices?.[group] ?? [];
  return start === undefined || end === undefined ? undefined : foundBetween(match!.input, start, end);
}

/** A line of the kept text. */
export type TextLine = { text: string; start: number; end: number };

/** The lines with something on them, in order, each without the space around it. */
export function linesBetween(kept: string, from: number, to: number): TextLine[] {
  const lines: TextLine[] = [];
  let at = from;
  for (const line of kept.slice(from, to).split('\n')) {
    const found = foundBetween(kept, at, at + line.length);
    if (found) lines.push({ text: found.value, start: found.start, end: found.end });
    at += line.length + 1;
  }
  return lines;
}
