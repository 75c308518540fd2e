import { isRefusal } from '../../domain/refusal.ts';
import { bodyInTitle } from '../body-in-title.ts';
import { keptText } from '../page/kept-text.ts';
import { printedDay } from '../printed-day.ts';
import { isBody } from '../topics.ts';
import type { Cells } from './columns.ts';

const needed = [
  'url',
  'heading',
  'recommendation',
  'dateofrecommendation',
  'dateresponsedue',
  'accepted',
  'tags',
];

/** Whether a list has the columns of the public scrape of the IOPC's pages. */
export const isScrape = (header: readonly string[]): boolean =>
  needed.every((column) => header.includes(column));

/**
 * The public scrape of the IOPC's pages in our columns: one page on each line with its first recommendation. The date is the printed one, and a
 * stamp that says another day is a reason to refuse: stamps are local midnights ('2021-04-01T00:00:00+01:00'), so in UTC they fall on
 * the day before. Tags hold topics and bodies; a national recommendation is addressed to the body in its title.
 */
export function scrapeCells(row: ReadonlyMap<string, string>): Cells | string[] {
  const cell = (column: string) => keptText(row.get(column) ?? '');
  const made = dateOf(
    cell('dateofrecommendation'),
    cell('dateofrecommendation_stamp'),
    'date of the recommendation',
  );
  const due = dateOf(cell('dateresponsedue'), cell('dateresponsedue_stamp'), 'date the response is due');
  const reasons = [
    ...(made.day === '' ? [made.reason ?? 'The list gives no date of the recommendation'] : []),
    ...(due.reason ? [due.reason] : []),
    ...(cell('recommendation') === '' ? ['The list gives no text of the recommendation'] : []),
  ];
  if (reasons.length > 0) return reasons;
  const title = cell('heading');
  const { topics, body, linkedBodies } = tagged(tagsOf(cell('tags')), title);
  return {
    reference: referenceOf(cell('url')),
    title,
    summary: cell('content'),
    topics: topics.join('\n'),
    source: 'iopc',
    legalBasis: 'paragraph-28A',
    body,
    linkedBodies: linkedBodies.join('\n'),
    madeOn: made.day,
    publishedDueOn: due.day,
    link: cell('url'),
    text: cell('recommendation'),
    acceptance: cell('accepted'),
  };
}

function dateOf(printed: string, stamp: string, name: string): { day: string; reason?: string } {
  if (printed === '') return { day: '' };
  const day = printedDay(printed);
  if (isRefusal(day)) return { day: '', reason: `The ${name} could not be read: ${day.message}` };
  const stamped = stamp === '' ? day : printedDay(stamp);
  return stamped === day
    ? { day }
    : { day: '', reason: `The ${name} is ${printed} and its stamp says ${stamp}` };
}

const longestReference = 60;

/** The end of the page's address, which is the only name a scraped page has; a long one is cut and marked, so that no two become one. */
function referenceOf(url: string): string {
  const slug = decoded(
    url
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? '',
  );
  if (slug.length <= longestReference) return slug;
  return `${slug.slice(0, longestReference - 9)}-${markOf(url)}`;
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

// FNV-1a, 32 bits.
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** The items of a list as Python writes it: ['Domestic abuse', "Children's services"]. */
const tagsOf = (cell: string): string[] =>
  [...cell.matchAll(/'([^']{1,200})'|"([^"]{1,200})"/g)].map(([, single, double]) =>
    (single ?? double)!.trim(),
  );

const national = 'National Recommendations';

function tagged(tags: readonly string[], title: string) {
  const bodies = tags.filter(isBody);
  const inTitle = bodyInTitle(title)?.body;
  const body = (tags.includes(national) ? inTitle : undefined) ?? bodies[0] ?? inTitle ?? '';
  const isSame = (a: string, b: string) => a.toLowerCase().startsWith(b.toLowerCase());
  return {
    body,
    topics: tags.filter((tag) => !isBody(tag)),
    linkedBodies: bodies.filter((tag) => !isSame(body, tag) && !isSame(tag, body)),
  };
}
