import { ageOf, ages } from '../../../../shared/domain/age.ts';
import { figureGroups } from '../../../../shared/domain/board-figure-words.ts';
import type { PaperItem } from '../../../../shared/domain/board-items.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import { rags } from '../../../../shared/domain/rag.ts';
import { standings } from '../../../../shared/domain/standing.ts';
import { csvLine } from '../../../../shared/extract/list/csv-line.ts';
import { paperTitle } from './paper-names.ts';
import type { PaperRead } from './read-paper.ts';

const columns = [
  'Group',
  'Case',
  'Recommendation',
  'What',
  'Addressed to',
  'Owner',
  'Made on',
  'Age',
  'Due on',
  'Late after',
  'Stands',
  'Colour',
  'Times moved',
  'Why it needs the board',
  'Last happened on',
  'Last happened',
  'History',
] as const;

// Without it a common spreadsheet takes the letters for those of another alphabet.
const byteOrderMark = '\ufeff';

/** A paper for a spreadsheet: as at which day, every figure with that of the last meeting, then every line, also where the page has none. */
export function paperCsv(read: PaperRead): string {
  const { board, counted, paper, today, asAt } = read;
  const lines = [
    [paperTitle(board)],
    ['As at', paper ? asAt : today],
    ['Since', counted.period.since.on],
    [],
    ['Figure', 'As at', ...(counted.before ? [`Last meeting, ${counted.before.on}`] : []), 'What it counts'],
    ...figureGroups(counted).flatMap(({ heading, lines }) =>
      lines.map(({ name, value, means }) => [
        `${heading}: ${name}`,
        value(counted.figures),
        ...(counted.before ? [value(counted.before.figures)] : []),
        means,
      ]),
    ),
    ...(paper ? [[], [...columns], ...itemLines(read)] : []),
  ];
  return `${byteOrderMark}${lines.map(csvLine).join('')}`;
}

function itemLines({ paper, contacts, asAt }: PaperRead): string[][] {
  if (!paper) return [];
  const { attention, rest, ended } = paper.groups;
  const owner = (id: string | undefined) => contacts.get(id ?? '')?.name ?? '';
  return [
    ...attention.map((item) => cellsOf('Needs attention', item, asAt, owner)),
    ...rest.map((item) => cellsOf('Open', item, asAt, owner)),
    ...ended.map((item) => cellsOf('Closed or withdrawn', item, asAt, owner)),
  ];
}

function cellsOf(
  group: string,
  { row, due, standing, rag, moved, reasons, history }: PaperItem,
  asAt: Day,
  owner: (id: string | undefined) => string,
): string[] {
  const last = history.at(-1);
  return [
    group,
    row.reference,
    String(row.number),
    row.start,
    row.addressee,
    owner(row.ownerId),
    row.madeOn,
    ages[ageOf(row.madeOn, asAt)],
    due?.dueOn ?? '',
    due?.lateAfterOn ?? '',
    standings[standing],
    rag ? rags[rag] : '',
    String(moved),
    reasons.join('. '),
    last?.on ?? '',
    last?.says ?? '',
    history.map(({ on, says }) => `${on} ${says}`).join('\n'),
  ];
}
