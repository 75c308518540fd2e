import type { Sum } from '../../../shared/domain/account-words.ts';

/** One sum of a night's account as a line of a terminal: '  Dates looked at 3: 2 with somebody to be reminded; 1 left: nobody owns it'. */
export function sumInLine({ title, count, parts, unexplained }: Sum): string {
  const figures = parts.filter((part) => part.count !== 0).map((part) => `${part.count} ${part.words}`);
  if (unexplained !== 0) figures.push(`${unexplained} NOT ACCOUNTED FOR`);
  return `  ${title} ${count}${figures.length > 0 ? `: ${figures.join('; ')}` : ''}\n`;
}
