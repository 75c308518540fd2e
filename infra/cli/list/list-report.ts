import type { Weighed } from '../../../functions/web/moves/list/weigh-lines.ts';
import { type Day, inWords } from '../../../shared/domain/day.ts';
import type { RefusedLine } from '../../../shared/domain/list-entry.ts';
import { type FateKind, fates } from '../../../shared/domain/list-fate.ts';
import { ownerlessInWords, ownerlessLine } from '../../../shared/domain/list-import.ts';

/** One line of a list in a report. */
export type ReportLine = {
  line: number;
  fate: FateKind;
  reference: string | null;
  number: number | null;
  reasons: string[];
  notes: string[];
  overdueSince: Day | null;
  isOwnerless: boolean;
};

/** What became, or would become, of a whole list. */
export type ListReport = {
  list: string;
  mapping: string;
  takes: string;
  dryRun: boolean;
  today: Day;
  counts: Record<FateKind, number>;
  overdue: number;
  lines: ReportLine[];
};

export function reportOf(
  about: Pick<ListReport, 'list' | 'mapping' | 'takes' | 'dryRun' | 'today'>,
  weighed: readonly Weighed[],
  refused: readonly RefusedLine[],
): ListReport {
  const lines = [...weighed.map(lineOf), ...refused.map(refusedLine)].sort((a, b) => a.line - b.line);
  const count = (fate: FateKind) => lines.filter((line) => line.fate === fate).length;
  return {
    ...about,
    counts: {
      new: count('new'),
      unchanged: count('unchanged'),
      updated: count('updated'),
      refused: count('refused'),
    },
    overdue: lines.filter(({ overdueSince }) => overdueSince !== null).length,
    lines,
  };
}

const lineOf = ({
  line,
  kind,
  reference,
  number,
  reasons,
  notes,
  overdueSince,
  isOwnerless,
}: Weighed): ReportLine => ({
  line,
  fate: kind,
  reference,
  number,
  reasons,
  notes: kind === 'refused' ? [] : notes,
  overdueSince: (kind === 'new' ? overdueSince : undefined) ?? null,
  isOwnerless: kind === 'new' && isOwnerless === true,
});

const refusedLine = ({ line, reference, reasons }: RefusedLine): ReportLine => ({
  line,
  fate: 'refused',
  reference: reference ?? null,
  number: null,
  reasons,
  notes: [],
  overdueSince: null,
  isOwnerless: false,
});

/** The report for a terminal: a line for each line of the list, then the sums. */
export function reportInWords(report: ListReport): string {
  const { counts, lines, overdue, dryRun, list, takes } = report;
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const ownerless = lines.filter(({ isOwnerless }) => isOwnerless).length;
  const sums = (Object.keys(fates) as FateKind[]).map(
    (kind) => `${counts[kind]} ${fates[kind].toLowerCase()}`,
  );
  return [
    `${list}. ${takes}.`,
    ...lines.map(inLine),
    `${total} lines: ${sums.join(', ')}.${dryRun ? ' Nothing was changed.' : ''}`,
    ...(overdue > 0 ? [`Overdue already: ${overdue}.`] : []),
    ...(ownerless > 0 ? [`${ownerlessInWords(ownerless)}.`] : []),
    '',
  ].join('\n');
}

function inLine({
  line,
  fate,
  reference,
  number,
  reasons,
  notes,
  overdueSince,
  isOwnerless,
}: ReportLine): string {
  const what = reference ? `  ${reference}${number ? ` recommendation ${number}` : ''}` : '';
  const said = [
    ...reasons,
    ...(overdueSince ? [`Overdue since ${inWords(overdueSince)}`] : []),
    ...(isOwnerless ? [ownerlessLine] : []),
    ...notes,
  ];
  return `  line ${line}  ${fate}${what}${said.length > 0 ? `: ${said.join('. ')}` : ''}`;
}
