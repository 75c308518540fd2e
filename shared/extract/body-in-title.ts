const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const monthsAndYear = `${month}(?:\\s?[–-]\\s?${month})?(?:\\s\\d{4})?`;
const atTheEnd = [
  // "… - Essex Police, September 2020", "… – British Transport Police - July 2015", "… - Sussex Police, 2013/16"
  new RegExp(`\\s[-–—]\\s([^–—]{2,120}?)(?:,|\\s[-–—])\\s(?:${monthsAndYear}|\\d{4}(?:/\\d{2,4})?)$`, 'd'),
  // "Recommendation - November 2015, Hertfordshire Constabulary"
  new RegExp(`\\s[-–—]\\s${monthsAndYear},\\s([^,]{2,120})$`, 'd'),
];

/**
 * The body in the title of a learning page, and where it stands. Titles end in the body and the month the matter happened or was
 * published; undefined where this one does not.
 *
 * @example 'Recommendations - Gwent Police, February 2021' → 'Gwent Police'
 */
export function bodyInTitle(title: string): { body: string; start: number; end: number } | undefined {
  for (const pattern of atTheEnd) {
    const match = pattern.exec(title.slice(0, 400));
    const [start, end] = match?.indices?.[1] ?? [];
    if (start === undefined || end === undefined) continue;
    // "Collision - no injury - Kent Police, May 2016": of several parts the last is the body.
    const cut = Math.max(...[' - ', ' – ', ' — '].map((dash) => match![1]!.lastIndexOf(dash)));
    const from = cut < 0 ? start : start + cut + 3;
    return { body: title.slice(from, end), start: from, end };
  }
  return undefined;
}
