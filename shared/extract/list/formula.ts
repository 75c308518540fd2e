// What a spreadsheet would run as a formula, and what it would drop before looking. A cell that begins so after apostrophes of its own is
// covered as well, so that taking the cover off gives exactly what was there.
const covered = /^'*(?:[ \0]*[=+\-@＝＋－＠]|[\t\r\n])/;

/**
 * A cell that no spreadsheet runs: an apostrophe in front, which spreadsheets read as "this is text".
 *
 * @example defused('=1+1') → "'=1+1"; defused('Essex Police') → 'Essex Police'
 */
export const defused = (cell: string): string => (covered.test(cell) ? `'${cell}` : cell);

/** The cell as it was before {@link defused}. */
export const undefused = (cell: string): string =>
  cell.startsWith("'") && covered.test(cell) ? cell.slice(1) : cell;
