import { inWords } from '../../../../shared/domain/day.ts';
import { paperTitle } from './paper-names.ts';
import type { PaperOf } from './read-paper.ts';

/**
 * The style of a paper's own pages: whose paper it is and as at which day at the head of each but the first, which says it in its title. A page
 * that is passed on alone must say what it is from.
 */
export const runningHead = (organisation: string, { board, asAt }: Pick<PaperOf, 'board' | 'asAt'>): string =>
  `@page{@top-left{content:${cssText(`${organisation}. ${paperTitle(board)}, as at ${inWords(asAt)}`)}}}` +
  '@page:first{@top-left{content:none}}';

// Whatever is no letter, digit, space or simple mark is written as its number, so that no name can end the text it stands in.
const cssText = (text: string): string =>
  `"${text.replace(/[^\p{L}\p{N} .,:()&-]/gu, (mark) => `\\${mark.codePointAt(0)!.toString(16)} `)}"`;
