import type { Letter } from './letter.ts';
import { closing, greeting, opening, type Part, partsOf } from './parts.ts';

const rule = '-'.repeat(60);

/** The plain text part. A line of hyphens stands where the html part draws a line. */
export function textOf(letter: Letter): string {
  const parts = partsOf(letter).flatMap((part) => [rule, block(part)]);
  return `${[greeting(letter), ...opening(letter), ...parts, rule, ...closing(letter)].join('\n\n')}\n`;
}

function block(part: Part): string {
  return [
    `${part.reference}\n${part.title}`,
    ...(part.lateNote ? [part.lateNote] : []),
    part.sentence,
    ...(part.waits ? [part.waits] : []),
    part.quote,
    `What to do: ${part.action}`,
    ...(part.added ? [part.added] : []),
    ...(part.working ? [part.working] : []),
    `${part.leads}\n${part.link}`,
  ].join('\n\n');
}
