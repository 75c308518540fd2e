import type { Measured } from './measure.ts';

/** What was measured on one table: how many recommendations it had, how long the first page of a new process took, and each page. */
export type Bench = { recommendations: number; cases: number; firstPage: number; pages: Measured[] };

const figure = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
const row = (...cells: (string | number)[]): string =>
  `| ${cells.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)).join(' | ')} |`;

const tableOf = ({ pages }: Bench): string[] => [
  row('page', 'p50 ms', 'p95 ms', 'longest ms', 'kilobytes', 'requests', 'items read'),
  row('---', '--:', '--:', '--:', '--:', '--:', '--:'),
  ...pages.map(({ name, p50, p95, max, bytes, requests, items }) =>
    row(name, p50, p95, max, bytes / 1_000, requests, items),
  ),
];

function ratios([small, large]: readonly [Bench, Bench]): string[] {
  const of = (part: number, whole: number) => (whole === 0 ? '' : `× ${(part / whole).toFixed(1)}`);
  return [
    row('page', 'p50', 'p95', 'kilobytes', 'requests', 'items read'),
    row('---', '--:', '--:', '--:', '--:', '--:'),
    ...large.pages.map((page, index) => {
      const before = small.pages[index]!;
      return row(
        page.name,
        ...(['p50', 'p95', 'bytes', 'requests', 'items'] as const).map((each) =>
          of(page[each], before[each]),
        ),
      );
    }),
  ];
}

/** The figures as a page. Every figure is of the run that writes it. */
export function figuresOf(benches: readonly [Bench, Bench], times: number, engine: string): string {
  const [small, large] = benches;
  return `${[
    '# Figures',
    '',
    `How long the everyday pages take. Written by \`npm run bench\`; every figure is of that run: ${times} requests for each page, one after`,
    `the other, through the real app on an embedded engine (${engine}), page and database on one machine. “Requests” and “items read” are what a page`,
    'asks of the database; each case and each recommendation is another one every time.',
    ...benches.flatMap((bench) => [
      '',
      `## ${figure(bench.recommendations)} recommendations in ${figure(bench.cases)} cases`,
      '',
      ...tableOf(bench),
      '',
      `The first page of a process that has just started reads every row once: ${figure(bench.firstPage)} ms.`,
    ]),
    '',
    `## How it grows from ${figure(small.recommendations)} to ${figure(large.recommendations)}`,
    '',
    ...ratios(benches),
  ].join('\n')}\n`;
}
