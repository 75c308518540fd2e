import { linesBetween, type TextLine } from './found.ts';
import { footLines } from './labels.ts';

/** One recommendation's part of the page. `number` is what the page prints, where it prints one. */
export type Block = {
  number: { value: number; start: number; end: number } | undefined;
  start: number;
  end: number;
};

/** The page in parts: what stands before the recommendations, and each of them. */
export type Parts = { headEnd: number; blocks: Block[] };

// "Recommendation 2 was accepted" is a sentence and no heading: what follows a heading's number is nothing, or begins with a capital.
const numbered = /^Recommendation\s{0,3}(\d{1,3})(?:\s{0,3}[:.)–-]\s{0,3}|\s{0,3})(?=$|[A-Z“"(‘])/;
const heading = /^Recommendations?:?$/i;
const recommends =
  /^(?:\d{1,3}[.)]\s{1,3})?The (?:IOPC|IPCC|Independent Office for Police Conduct) recommend(?:s|ed)\b/;

/**
 * Where the recommendations begin and end. By their printed numbers, 1 and up; where they have none, each begins with "The IOPC
 * recommends", or after the heading "Recommendations".
 */
export function partsOf(kept: string): Parts {
  const lines = linesBetween(kept, 0, kept.length);
  const foot = lines.findIndex(({ text }, index) => index > 0 && footLines.test(text));
  const body =
    foot > 0 && lines.slice(0, foot).some(({ text }) => begins(text)) ? lines.slice(0, foot) : lines;
  const end = body.at(-1)?.end ?? 0;
  const blocks = numberedBlocks(body);
  const found = blocks.length > 0 ? blocks : unnumberedBlocks(body);
  const headings = body.filter(({ text }) => heading.test(text));
  const first = found[0]?.start ?? end;
  const lastHeading = headings.findLast(({ start }) => start <= first);
  return {
    headEnd: Math.min(lastHeading?.start ?? first, first),
    blocks: found.map((block, index) => ({ ...block, end: found[index + 1]?.start ?? end })),
  };
}

const begins = (text: string) => numbered.test(text) || recommends.test(text) || heading.test(text);

function numberedBlocks(lines: readonly TextLine[]): Block[] {
  const blocks: Block[] = [];
  for (const { text, start, end } of lines) {
    const [all, number] = numbered.exec(text) ?? [];
    // Numbers rise: a lower one is a reference to another recommendation.
    if (!all || Number(number) <= (blocks.at(-1)?.number?.value ?? 0)) continue;
    const printed = { value: Number(number), start, end: start + all.trimEnd().length };
    blocks.push({ number: printed, start, end });
  }
  return blocks;
}

function unnumberedBlocks(lines: readonly TextLine[]): Block[] {
  const starting = lines.filter(({ text }) => recommends.test(text));
  if (starting.length > 0) return starting.map(({ start, end }) => ({ number: undefined, start, end }));
  const after = lines.findIndex(({ text }) => heading.test(text));
  const first = after < 0 ? undefined : lines[after + 1];
  return first ? [{ number: undefined, start: first.start, end: first.end }] : [];
}
