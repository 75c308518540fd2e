const unseen = /(?![\t\n\r\f])[\p{Cc}\ufffd]/u;
const narrowUnseen = /(?![\t\n\r\f\u0080-\u009f])\p{Cc}/u;

/**
 * The text in a file of text, or undefined where the bytes are something else. UTF-8, UTF-16 where its mark says so, and the older
 * one-byte sets, in which the £ of a spreadsheet saved as CSV often stands. A control character is a sign of another kind of file.
 */
export function plainText(bytes: Uint8Array): string | undefined {
  const encoding = markOf(bytes);
  if (encoding) return cleanIn(bytes, encoding);
  const [utf8, oneByte] = [cleanIn(bytes, 'utf-8'), new TextDecoder('latin1').decode(bytes)];
  return utf8 ?? (narrowUnseen.test(oneByte) ? undefined : oneByte);
}

function markOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function cleanIn(bytes: Uint8Array, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes);
  return unseen.test(text) ? undefined : text;
}
