/** A line of a stream and its number, counted from 1. */
export type Line = { readonly text: string; readonly number: number };

/**
 * The lines of a stream, in the batches they arrive in, so that an answer can go out as soon as its line is in and a million
 * lines need no more memory than one batch. A byte order mark at the start, carriage returns, characters split
 * between two chunks and a last line without an end are all taken care of; blank lines are counted but left out.
 */
export async function* linesOf(
  chunks: AsyncIterable<string | Uint8Array> | NodeJS.ReadableStream,
): AsyncGenerator<Line[]> {
  let number = 0;
  let unfinished = '';
  const filled = (texts: string[]): Line[] =>
    texts.map((text) => ({ text: text.trim(), number: ++number })).filter((line) => line.text !== '');
  for await (const text of decoded(chunks)) {
    unfinished += text;
    if (!text.includes('\n')) continue;
    const texts = unfinished.split('\n');
    unfinished = texts.pop()!;
    yield filled(texts);
  }
  yield filled([unfinished]);
}

async function* decoded(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}
