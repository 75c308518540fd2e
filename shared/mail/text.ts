import type { Letter } from './letter.ts';
import { closing, greeting, opening, type Part, partsOf } from './parts.ts';

/** The plain text part. */
export function textOf(letter: Letter): string {
  const blocks = [greeting(letter), opening(letter), ...partsOf(letter).map(block), ...closing(letter)];
  return `${blocks.join('\n\n')}\n`;
}

function block(part: Part): string {
  return [
    `${part.reference}\n${part.title}`,
    part.sentence,
    ...(part.quote ? [`What was promised: “${part.quote}”`] : []),
    `What to do: ${part.action}`,
    ...(part.lateNote ? [part.lateNote] : []),
    `How the date is reached: ${part.working.join('. ')}.`,
    part.link,
  ].join('\n\n');
}
