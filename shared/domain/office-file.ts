const signatures = { entry: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 } as const;
const endLength = 22;
const directoryLength = 46;

/** Parts that carry programs: Visual Basic, the sheets of older macros, and controls. */
const program = /(^|\/)(vbaproject\.bin|vbadata\.xml|macrosheets\/|activex\/)/i;

/**
 * The names of the parts in a Word or Excel file (a ZIP), or undefined where it is not whole or holds anything besides: bytes before
 * the first part or after the list of parts are how one file is made to pass for two kinds. Nothing is unpacked.
 */
function partsOf(bytes: Uint8Array): string[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - endLength;
  if (end < 0 || view.getUint32(0, true) !== signatures.entry) return undefined;
  if (view.getUint32(end, true) !== signatures.end) return undefined;
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const names: string[] = [];
  let at = start;
  while (names.length < count) {
    if (at + directoryLength > end || view.getUint32(at, true) !== signatures.directory) return undefined;
    const nameEnd = at + directoryLength + view.getUint16(at + 28, true);
    if (nameEnd > end) return undefined;
    names.push(new TextDecoder().decode(bytes.subarray(at + directoryLength, nameEnd)));
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return at === end ? names : undefined;
}

/**
 * Is this an Office file with this main part, and without macros? A ZIP that only is named so has no main part, and a file that can
 * run something is not the kind it says it is.
 *
 * @param main 'word/document.xml' or 'xl/workbook.xml'
 */
export function isOfficeFile(bytes: Uint8Array, main: string): boolean {
  const parts = partsOf(bytes);
  return (
    parts?.includes('[Content_Types].xml') === true &&
    parts.includes(main) &&
    !parts.some((part) => program.test(part))
  );
}
