import type { Day } from '../../domain/day.ts';
import { type ListEntry, listEntry } from '../../domain/list-entry.ts';
import { type Acceptance, acceptances } from '../../domain/recommendation.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { acceptanceOf } from '../page/marks.ts';
import { printedDay } from '../printed-day.ts';
import type { Cells, Column } from './columns.ts';

/** One line of a list as a candidate for the records, or every reason why it is none. */
export function readEntry(cells: Cells, line: number): ListEntry | string[] {
  const reasons: string[] = [];
  const read = reader(cells, reasons);
  const entry = listEntry.safeParse(candidateOf(line, read));
  const wrong = [
    ...reasons,
    ...(entry.error?.issues ?? [])
      .filter(({ path }) => !read.failed.has(String(path.at(-1))))
      .map(({ message }) => message),
  ];
  return entry.success && wrong.length === 0 ? entry.data : said(wrong);
}

// Some reasons quote what the line holds, which may be of any length and number.
const mostReasons = 20;
const longestReason = 300;

const said = (reasons: readonly string[]): string[] =>
  [...new Set(reasons)]
    .slice(0, mostReasons)
    .map((reason) => (reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason));

type Reader = ReturnType<typeof reader>;

function reader(cells: Cells, reasons: string[]) {
  const failed = new Set<string>();
  const cell = (column: Column) => (cells[column] ?? '').trim();
  const fail = (column: Column, reason: string): undefined => {
    failed.add(column);
    reasons.push(reason);
  };
  return {
    failed,
    cell,
    fail,
    lines: (column: Column) =>
      cell(column)
        .split(/\r\n?|\n/)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    date(column: Column): Day | undefined {
      const day = cell(column) === '' ? undefined : printedDay(cell(column));
      return isRefusal(day) ? fail(column, `${column}: ${day.message}`) : day;
    },
    number(): number | undefined {
      if (cell('number') === '') return undefined;
      return /^\d{1,6}$/.test(cell('number'))
        ? Number(cell('number'))
        : fail('number', `number: “${cell('number').slice(0, 20)}” is not a number`);
    },
    acceptance(): Acceptance | undefined {
      const said = cell('acceptance');
      if (said === '') return 'awaiting';
      if (Object.hasOwn(acceptances, said)) return said as Acceptance;
      return (
        acceptanceOf(said) ??
        fail('acceptance', `acceptance: “${said.slice(0, 40)}” does not say whether it was accepted`)
      );
    },
    promises(): unknown {
      if (cell('promises') === '') return [];
      try {
        return JSON.parse(cell('promises'));
      } catch {
        return fail('promises', 'promises: this is not a list of promises in JSON');
      }
    },
  };
}

function candidateOf(line: number, read: Reader) {
  const { cell, lines, date } = read;
  const plain = (...names: Column[]) => Object.fromEntries(names.map((name) => [name, cell(name)]));
  return {
    line,
    case: {
      ...plain('reference', 'forceReference', 'title', 'summary', 'source', 'legalBasis', 'body', 'link'),
      topics: lines('topics'),
      linkedBodies: lines('linkedBodies'),
      madeOn: date('madeOn'),
      publishedDueOn: date('publishedDueOn'),
    },
    number: read.number(),
    recommendation: plain('text', 'addressee', 'priority', 'theme'),
    ...plain('owner', 'board'),
    ...answerOf(read),
    closed: atRest(read, ['closedOn', 'closedBy', 'closedNote']),
    withdrawn: atRest(read, ['withdrawnOn', 'withdrawnBy', 'withdrawnWhy']),
  };
}

// An answer without its date is no response yet: every promise is counted from that date, and it is never guessed.
function answerOf(read: Reader) {
  const acceptance = read.acceptance();
  const respondedOn = read.date('respondedOn');
  if (!respondedOn) return acceptance && acceptance !== 'awaiting' ? { says: acceptances[acceptance] } : {};
  const { cell } = read;
  if (acceptance === 'awaiting')
    read.fail(
      'acceptance',
      'acceptance: a response has a date, so say whether it accepts the recommendation',
    );
  return {
    response: {
      respondedOn,
      acceptance,
      text: cell('response'),
      reasons: cell('reasons'),
      representations: /^(?:yes|true|made)$/i.test(cell('representations')),
      promises: read.promises(),
    },
  };
}

function atRest({ cell, date }: Reader, [on, by, why]: readonly [Column, Column, Column]) {
  const day = date(on);
  return day && { on: day, by: cell(by) || 'Not named in the list', why: cell(why) };
}
