import { inflateSync } from 'node:zlib';

/**
 * The words of each page of a PDF that Chromium made, in the order they were drawn. Letters stand in it as numbers of a font, and each font
 * says which letter a number is (its ToUnicode map); that is all that is read here.
 */
export function wordsOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  const lettersOf = (ref: string) => {
    const known = fonts.get(ref) ?? lettersOfFont(objects, ref);
    fonts.set(ref, known);
    return known;
  };
  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map(({ head }) => {
      const named = new Map([...fontsIn(objects, head)].map(([name, ref]) => [name, lettersOf(ref)]));
      const content = objects.get(/\/Contents\s+(\d+) 0 R/.exec(head)![1]!)!;
      return wordsDrawn(content.body(), named);
    });
}

type Thing = { head: string; body(): string };

function objectsOf(pdf: Buffer): Map<string, Thing> {
  const text = pdf.toString('latin1');
  const found = new Map<string, Thing>();
  for (const { 1: number, index, 0: start } of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = index + start.length;
    const end = text.indexOf('endobj', from);
    const stream = /stream\r?\n/.exec(text.slice(from, end));
    const head = stream ? text.slice(from, from + stream.index) : text.slice(from, end);
    const begins = from + (stream ? stream.index + stream[0].length : 0);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    found.set(number!, {
      head,
      body: () => inflateSync(pdf.subarray(begins, begins + length)).toString('latin1'),
    });
  }
  return found;
}

function* fontsIn(objects: Map<string, Thing>, page: string): Generator<[name: string, ref: string]> {
  const outside = /\/Resources\s+(\d+) 0 R/.exec(page);
  const resources = outside ? objects.get(outside[1]!)!.head : page;
  const fonts = /\/Font\s*<<([^>]*)>>/.exec(resources);
  for (const [, name, ref] of fonts?.[1]?.matchAll(/\/(\w+) (\d+) 0 R/g) ?? []) yield [name!, ref!];
}

function lettersOfFont(objects: Map<string, Thing>, ref: string): Map<string, string> {
  const letters = new Map<string, string>();
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(ref)!.head);
  const text = map ? objects.get(map[1]!)!.body() : '';
  const hex = (code: string) => Buffer.from(code, 'hex').swap16().toString('utf16le');
  for (const [, lines] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from, to] of lines!.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(from!.toLowerCase(), hex(to!));
  for (const [, lines] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, first] of lines!.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let n = 0; n <= Number.parseInt(to!, 16) - Number.parseInt(from!, 16); n++) {
        const code = (Number.parseInt(from!, 16) + n).toString(16).padStart(from!.length, '0');
        letters.set(code, hex((Number.parseInt(first!, 16) + n).toString(16).padStart(4, '0')));
      }
  return letters;
}

// Each run of letters is set in one place; where the next begins on another line, words are apart.
function wordsDrawn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let letters: ReadonlyMap<string, string> = new Map();
  let words = '';
  for (const [drawn, font] of content.matchAll(
    /\/(\w+) [\d.]+ Tf|\bTm\b|\bBT\b|<([\da-fA-F]+)>|\[[^\]]*\]\s*TJ/g,
  )) {
    if (font) letters = fonts.get(font) ?? new Map();
    else if (drawn === 'BT') words += ' ';
    else
      for (const [, codes] of drawn.matchAll(/<([\da-fA-F]+)>/g))
        words += codes!
          .match(/.{4}/g)!
          .map((code) => letters.get(code.toLowerCase()) ?? '')
          .join('');
  }
  return words.replace(/\s+/g, ' ').trim();
}
