import { isHit } from './hit.ts';
import type { Answer, SampleLine } from './line.ts';

/** How well a reader did: hits in full, and how far it tells a promise from none. */
export type Figures = {
  readonly lines: number;
  readonly hits: number;
  readonly strictHits: number;
  /** Of what it called a promise, how much is one. */
  readonly precision: number;
  /** Of the promises, how many it found. */
  readonly recall: number;
  readonly failures: readonly { readonly line: SampleLine; readonly answer: Answer }[];
};

/** Scores a reader on lines that people have read. */
export function figuresOf(lines: readonly SampleLine[], read: (line: SampleLine) => Answer): Figures {
  const answers = lines.map((line) => ({ line, answer: read(line) }));
  const found = answers.filter(({ answer }) => answer !== null);
  const real = answers.filter(({ line }) => line.is_promise);
  const both = found.filter(({ line }) => line.is_promise).length;
  const failures = answers.filter(({ line, answer }) => !isHit(line, answer));
  return {
    lines: lines.length,
    hits: lines.length - failures.length,
    strictHits: answers.filter(({ line, answer }) => isHit(line, answer, true)).length,
    precision: both / Math.max(1, found.length),
    recall: both / Math.max(1, real.length),
    failures,
  };
}
