import type { Day } from '../../domain/day.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { bodyInTitle } from '../body-in-title.ts';
import { printedDay } from '../printed-day.ts';
import { tagsIn } from '../topics.ts';
import { type Found, foundIn, linesBetween, type TextLine } from './found.ts';
import { emptyLabels, isFurniture, isLabelled, labelled } from './labels.ts';
import { damageIn, type Unread } from './unread.ts';

/** What the page says of the case itself. What it does not say is not there. */
export type ReadCase = {
  reference?: Found<string>;
  forceReference?: Found<string>;
  title?: Found<string>;
  summary?: Found<string>;
  topics: Found<string>[];
  body?: Found<string>;
  linkedBodies: Found<string>[];
  madeOn?: Found<Day>;
  publishedDueOn?: Found<Day>;
  link?: Found<string>;
};

const address = /https?:\/\/(?:www\.)?(?:policeconduct|ipcc)\.gov\.uk\/[^\s"'<>)]{1,1500}/gi;

/** Reads the head of a page. `heading`: what its source marks as the main heading. The reference and the dates may stand anywhere. */
export function readCase(
  kept: string,
  headEnd: number,
  heading: string | undefined,
): { read: ReadCase; unread: Unread[] } {
  const lines = linesBetween(kept, 0, headEnd);
  const references = referencesIn(kept);
  const made = dateIn(kept, 'madeOn');
  const due = dateIn(kept, 'publishedDueOn');
  const title = titleIn(lines, heading);
  const summary = summaryIn(kept, lines, title);
  const [link] = kept.matchAll(address);
  const body = title && bodyOf(title);
  const tags = lines.flatMap((line) => tagsOf(line, title) ?? []);
  const read: ReadCase = {
    ...references.read,
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    topics: tags.flatMap(({ topics }) => topics),
    ...(body ? { body } : {}),
    linkedBodies: tags.flatMap(({ bodies }) => bodies),
    ...(made.found ? { madeOn: made.found } : {}),
    ...(due.found ? { publishedDueOn: due.found } : {}),
    ...(link ? { link: { value: link[0], start: link.index, end: link.index + link[0].length } } : {}),
  };
  return { read, unread: [...references.unread, ...made.unread, ...due.unread, ...missingIn(read)] };
}

const asFound = ({ text, start, end }: TextLine): Found<string> => ({ value: text, start, end });

const shifted = ({ value, start, end }: Found<string>, by: number): Found<string> => ({
  value,
  start: start + by,
  end: end + by,
});

function tagsOf({ text, start }: TextLine, title: Found<string> | undefined) {
  const tags = text === title?.value ? undefined : tagsIn(text);
  const placed = (of: readonly Found<string>[]) => of.map((each) => shifted(each, start));
  return tags && { topics: placed(tags.topics), bodies: placed(tags.bodies) };
}

function bodyOf({ value, start }: Found<string>): Found<string> | undefined {
  const named = bodyInTitle(value);
  return named && { value: named.body, start: start + named.start, end: start + named.end };
}

/**
 * The IOPC's reference and the force's own. Where one reference alone is printed, and in the IOPC's form, it is taken for the IOPC's
 * whatever it is called, and that is said.
 */
function referencesIn(kept: string): {
  read: Pick<ReadCase, 'reference' | 'forceReference'>;
  unread: Unread[];
} {
  const [iopcMatch] = kept.matchAll(labelled.iopcReference);
  const iopc = foundIn(iopcMatch, 1);
  const other = [...kept.matchAll(labelled.otherReference)]
    .map((match) => ({ of: nameBefore(kept, match.index), found: foundIn(match, 1) }))
    .find(({ of }) => !/IOPC$/i.test(of));
  if (iopc)
    return {
      read: { reference: iopc, ...(other?.found ? { forceReference: other.found } : {}) },
      unread: [],
    };
  if (!other?.found)
    return { read: {}, unread: [{ field: 'reference', message: 'The reference was not found' }] };
  const label = `${other.of} Ref`.trim();
  if (!/^\d{4}\/\d{4,8}$/.test(other.found.value)) {
    const message = `The page has a reference of the force (“${label}”) and none of the IOPC`;
    return { read: { forceReference: other.found }, unread: [{ field: 'reference', message }] };
  }
  const message = `The page calls this “${label}”. It has the form of the IOPC’s own reference: check it`;
  return { read: { reference: other.found }, unread: [{ field: 'reference', message }] };
}

/** Whose reference it is: the words before the label in its line. */
const nameBefore = (kept: string, at: number): string =>
  kept.slice(Math.max(kept.lastIndexOf('\n', at - 1) + 1, at - 60), at).trim();

const dates = {
  madeOn: { pattern: labelled.made, name: 'date of the recommendation' },
  publishedDueOn: { pattern: labelled.due, name: 'date the response is due' },
};

function dateIn(kept: string, field: keyof typeof dates): { found?: Found<Day>; unread: Unread[] } {
  const { pattern, name } = dates[field];
  const printed = [...kept.matchAll(pattern)].flatMap((match) => foundIn(match, 1) ?? []);
  const [first] = printed;
  if (!first) {
    const isEmpty = kept.search(emptyLabels[field]) >= 0;
    return {
      unread: [{ field, message: `The ${name} ${isEmpty ? 'has a label and no date' : 'was not found'}` }],
    };
  }
  const on = printedDay(first.value);
  if (isRefusal(on)) return { unread: [{ field, message: `The ${name} could not be read: ${on.message}` }] };
  const others = [...new Set(printed.map(({ value }) => value))].filter((value) => printedDay(value) !== on);
  const found = { value: on, start: first.start, end: first.end };
  const message = `The page prints more than one ${name}: also ${others.slice(0, 3).join(', ')}. Check which applies`;
  return { found, unread: others.length > 0 ? [{ field, message }] : [] };
}

function titleIn(lines: readonly TextLine[], heading: string | undefined): Found<string> | undefined {
  const published = lines.findIndex(({ text }) => text.search(labelled.published) === 0);
  const line =
    lines.find(({ text }) => text === heading) ??
    lines.find(({ text }) => text.length <= 200 && bodyInTitle(text)) ??
    (published > 0 ? lines[published - 1] : undefined);
  return line && line.text.length <= 200 && !isFurniture(line.text) ? asFound(line) : undefined;
}

/** The longest run of lines under the title that are neither furniture, labels nor topics. */
function summaryIn(
  kept: string,
  lines: readonly TextLine[],
  title: Found<string> | undefined,
): Found<string> | undefined {
  let best: Found<string> | undefined;
  let run: { start: number; end: number } | undefined;
  for (const line of lines.filter(({ start }) => start >= (title?.end ?? 0))) {
    const { text, start, end } = line;
    const isSummary = !isFurniture(text) && !isLabelled(text) && !tagsOf(line, title);
    run = isSummary ? { start: run?.start ?? start, end } : undefined;
    if (run && run.end - run.start > (best ? best.end - best.start : 39))
      best = { value: kept.slice(run.start, run.end), ...run };
  }
  return best;
}

function missingIn(read: ReadCase): Unread[] {
  const missing = (['title', 'summary', 'body', 'link'] as const).filter((field) => !read[field]);
  const words = {
    title: 'The title was not found',
    summary: 'The summary was not found',
    body: 'The body it is addressed to was not found',
    link: 'The address of the page is not in what was pasted',
  };
  return [
    ...missing.map((field) => ({ field, message: words[field] })),
    ...(read.topics.length > 0 ? [] : [{ field: 'topics', message: 'No topics were found' }]),
    ...(read.summary ? damageIn(read.summary, { field: 'summary' }) : []),
  ];
}
