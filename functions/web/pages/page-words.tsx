import type { Child } from 'hono/jsx';
import type { Found } from '../../../shared/extract/page/found.ts';
import type { ReadPage } from '../../../shared/extract/page/read-page.ts';
import { Tag } from '../components/tag.tsx';

const longest = 100;

/** The words of a page that something was read from, with what stands beside them in their line; of a long text its two ends. */
function wordsOf(kept: string, { start, end }: Found<unknown>): string {
  const lineStart = kept.lastIndexOf('\n', start) + 1;
  const lineEnd = kept.indexOf('\n', end);
  const line = kept.slice(lineStart, lineEnd < 0 ? kept.length : lineEnd);
  if (line.length <= longest) return line;
  const words = kept.slice(start, end);
  if (words.length <= longest) return words;
  return `${words.slice(0, longest / 2).trimEnd()} … ${words.slice(-longest / 2).trimStart()}`;
}

/** Under a field: the words it was read from, and what is doubtful or could not be read. */
const PageWords = ({
  kept,
  found,
  doubts,
}: {
  kept: string;
  found: readonly Found<unknown>[];
  doubts: readonly string[];
}) => (
  <>
    {[...new Set(found.map((each) => wordsOf(kept, each)))].slice(0, 3).map((words) => (
      <span class="tracker-page-words">On the page: “{words}”</span>
    ))}
    {doubts.map((each) => (
      <span class="tracker-page-words">
        <Tag colour="yellow">Check</Tag> {each}
      </span>
    ))}
  </>
);

/** What is said under the fields of a case that was read from its page. */
export const caseNote =
  (page: ReadPage<unknown>) =>
  (field: string): Child =>
    noteOf(page, undefined, field, page.case);

/** What is said under the fields of the nth recommendation on the page. */
export const recommendationNote = (page: ReadPage<unknown>, place: number) => (field: string) =>
  noteOf(page, place, field, page.recommendations[place - 1] ?? {});

const notOnThePage: Readonly<Record<string, string>> = {
  source: 'Taken to be the IOPC, because this is one of its pages',
  legalBasis: 'The page does not say: look at the letter',
};

function noteOf(page: ReadPage<unknown>, place: number | undefined, field: string, of: object): Child {
  const found = [(of as Record<string, unknown>)[field]].flat().filter(isFound);
  const doubts = page.unread
    .filter((each) => each.field === field && each.number === place)
    .map(({ message }) => message);
  const missing = place === undefined ? notOnThePage[field] : undefined;
  return <PageWords kept={page.kept} found={found} doubts={[...doubts, ...(missing ? [missing] : [])]} />;
}

const isFound = (value: unknown): value is Found<unknown> =>
  typeof value === 'object' && value !== null && 'start' in value;
