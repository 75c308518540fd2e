import type { Acceptance } from '../../domain/recommendation.ts';
import type { Block } from './blocks.ts';
import { type Found, foundBetween } from './found.ts';
import { type Mark, marksBetween } from './marks.ts';
import { damageIn, type Unread } from './unread.ts';

/**
 * One recommendation as the page has it. `number`: its place on the page, and the printed number where there is one. `suggestions`: what the
 * given reader of promises finds in the response; the response's own date is never printed, so it is always asked for.
 */
export type ReadRecommendation<S> = {
  number: number;
  printedNumber?: Found<number>;
  text?: Found<string>;
  addressee?: Found<string>;
  linkedBodies: Found<string>[];
  acceptance?: Found<Acceptance>;
  response?: Found<string>;
  suggestions: readonly S[];
};

/** Reads promises from a response whose date is not known yet. */
export type Suggest<S> = (text: string, respondedOn: null) => readonly S[];

export function readRecommendation<S>(
  kept: string,
  block: Block,
  number: number,
  suggest: Suggest<S>,
): { read: ReadRecommendation<S>; unread: Unread[] } {
  const from = block.number?.end ?? block.start;
  const marks = marksBetween(kept, from, block.end);
  const { text, response } = textsOf(kept, from, block.end, marks);
  const acceptance = acceptanceIn(kept, marks);
  const addressee = printedIn(kept, marks, 'addressee');
  const linked = printedIn(kept, marks, 'linked');
  const read: ReadRecommendation<S> = {
    number,
    ...(block.number ? { printedNumber: block.number } : {}),
    ...(text ? { text } : {}),
    ...(addressee ? { addressee } : {}),
    linkedBodies: linked ? namesIn(linked) : [],
    ...(acceptance.found ? { acceptance: acceptance.found } : {}),
    ...(response ? { response } : {}),
    suggestions: response ? suggest(response.value, null) : [],
  };
  return { read, unread: [...unreadOf(read), ...acceptance.unread.map((each) => ({ ...each, number }))] };
}

/** What stands between the labels: first the recommendation, then, after the first sign of an answer, the response. */
function textsOf(kept: string, from: number, to: number, marks: readonly Mark[]) {
  const firstAnswer = marks.findIndex(({ kind }) => kind === 'answer' || kind === 'question');
  const free = [...marks, undefined].flatMap((mark, index) => {
    const found = foundBetween(kept, marks[index - 1]?.end ?? from, mark?.start ?? to);
    return found ? [{ ...found, isResponse: firstAnswer >= 0 && index > firstAnswer }] : [];
  });
  const text = free.find(({ isResponse }) => !isResponse);
  const answered = free.filter(({ isResponse }) => isResponse);
  const [first, last] = [answered[0], answered.at(-1)];
  const plain = (of: Found<string>): Found<string> => ({ value: of.value, start: of.start, end: of.end });
  return {
    text: text && plain(text),
    response: first && last ? foundBetween(kept, first.start, last.end) : undefined,
  };
}

function acceptanceIn(kept: string, marks: readonly Mark[]) {
  const said = marks.filter(({ says }) => says !== undefined);
  const [first] = said;
  const differs = said.find(({ says }) => says !== first?.says);
  const place = (mark: Mark) => mark.value ?? { start: mark.start, end: mark.end };
  if (!first || !differs) {
    const found: Found<Acceptance> | undefined = first && { value: first.says!, ...place(first) };
    return { found, unread: [] };
  }
  const words = [first, differs].map((mark) => kept.slice(place(mark).start, place(mark).end).trim());
  const message = `The page says both “${words[0]}” and “${words[1]}”. Choose which it is`;
  return { found: undefined, unread: [{ field: 'acceptance', message }] };
}

function printedIn(kept: string, marks: readonly Mark[], kind: Mark['kind']): Found<string> | undefined {
  const value = marks.find((mark) => mark.kind === kind)?.value;
  return value && foundBetween(kept, value.start, value.end);
}

/** Names in a list, with commas, semicolons or bars between them. */
function namesIn({ value, start }: Found<string>): Found<string>[] {
  return [...value.matchAll(/[^,;|]+/g)].flatMap(({ 0: name, index }) => {
    const found = foundBetween(value, index, index + name.length);
    return found ? [{ value: found.value, start: start + found.start, end: start + found.end }] : [];
  });
}

function unreadOf(read: ReadRecommendation<unknown>): Unread[] {
  const { number, text, acceptance, response } = read;
  const missing = (field: string, message: string): Unread => ({ field, number, message });
  return [
    ...(text
      ? damageIn(text, { field: 'text', number })
      : [missing('text', 'The text of the recommendation was not found')]),
    ...(acceptance ? [] : [missing('acceptance', 'The page does not say whether it was accepted')]),
    ...(response
      ? [
          missing('respondedOn', 'The page does not print the date of the response: ask for it'),
          ...damageIn(response, { field: 'response', number }),
        ]
      : acceptance && acceptance.value !== 'awaiting'
        ? [missing('response', 'The words of the response were not found')]
        : []),
  ];
}
