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
  // Outside the file a number is NaN, which is like no other: a list that leads out of the file is not whole.
  const short = (at: number) => bytes[at]! + bytes[at + 1]! * 0x100;
  const long = (at: number) => short(at) + short(at + 2) * 0x10000;
  const end = bytes.length - endLength;
  if (long(0) !== signatures.entry || long(end) !== signatures.end) return undefined;
  const names: string[] = [];
  let at = long(end + 16);
  while (names.length < short(end + 10)) {
    if (long(at) !== signatures.directory) return undefined;
    const nameAt = at + directoryLength;
    const nameEnd = nameAt + short(at + 28);
    names.push(new TextDecoder().decode(bytes.subarray(nameAt, nameEnd)));
    at = nameEnd + short(at + 30) + short(at + 32);
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
