/** Longest name of a file that is kept, in characters, its extension included. */
export const longestFileName = 120;

const pathParts = /^.*[/\\]/s;
// An unseen sign of direction shows 'minutes\u202efdp.exe' as 'minutesexe.pdf'; the special ones mean something to a disk or to a header.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu;
const special = /[<>:"|?*%;]/g;

/**
 * A file's name made safe to show, to keep and to send back: no folders, no unseen characters, none that a disk or a header takes for
 * something else, no dots or spaces at either end, at most 120 characters of which the extension is kept.
 *
 * @example '..\\..\\Board "minutes".pdf' → 'Board _minutes_.pdf'
 */
export function cleanFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(pathParts, '')
    .replace(unseen, '')
    .replace(special, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extension = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  const stem = plain.slice(0, plain.length - extension.length);
  const kept = [...stem]
    .slice(0, longestFileName - extension.length)
    .join('')
    .trimEnd();
  return kept + extension || 'file';
}

/** The size of a file as people read it: '820 bytes', '14 KB', '9.8 MB'. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const kilobytes = Math.round(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
