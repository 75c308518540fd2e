const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069\ufffd]/g;
const unusualSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const unusualLineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
// What remains of control characters, and halves of characters, cannot be shown and must not be stored.
const damage = /(?![\n\t])\p{Cc}|\p{Cs}/gu;

const emptyLines = /\n[ \t]*\n(?:[ \t]*\n)+/g;

/**
 * The copy of a page that is kept, and that everything read from it points into. Line ends and spaces become plain ones, and what nobody
 * can see goes; no visible character is changed.
 */
export const keptText = (pasted: string): string =>
  pasted
    .replace(unusualLineEnds, '\n')
    .replace(unusualSpaces, ' ')
    .replace(invisible, '')
    .replace(damage, '')
    .replace(emptyLines, '\n\n')
    .trim();
