import type fc from 'fast-check';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { commitmentsIn } from '../../shared/extract/commitments.ts';
import { fileText } from '../../shared/extract/list/file-text.ts';
import { readList } from '../../shared/extract/list/read-list.ts';
import { readPage } from '../../shared/extract/page/read-page.ts';
import { lists, pageSources, pageTexts, responses } from './inputs.ts';

/** A parser of what people send, and what it must do whatever it is given: answer or refuse with a sentence, and never throw. */
export type Parser = { name: string; inputs: fc.Arbitrary<string>; parse(input: string): void };

function readAnyPage(input: string): void {
  const page = readPage(input);
  if (isRefusal(page)) {
    hasSentence(page.message);
    return;
  }
  for (const { text, response } of page.recommendations)
    for (const found of [text, response])
      if (found && page.kept.slice(found.start, found.end) !== found.value)
        throw new Error('Not the words of the page');
}

function readAnyList(input: string): void {
  const list = readList(fileText(Buffer.from(input, 'latin1')));
  if (isRefusal(list)) {
    hasSentence(list.message);
    return;
  }
  for (const { reasons } of list.refusedLines) reasons.forEach(hasSentence);
}

function hasSentence(message: string): void {
  if (message.trim() === '') throw new Error('A refusal without a sentence');
}

function readAnyResponse(input: string): void {
  for (const { quote, start, end } of commitmentsIn(input, null))
    if (input.slice(start, end) !== quote) throw new Error('Not the words of the response');
}

export const parsers = {
  pageText: { name: 'the text of a page', inputs: pageTexts, parse: readAnyPage },
  pageSource: { name: 'the source of a page', inputs: pageSources, parse: readAnyPage },
  list: { name: 'a list', inputs: lists, parse: readAnyList },
  response: { name: 'a response', inputs: responses, parse: readAnyResponse },
} satisfies Record<string, Parser>;
