import { existsSync, readFileSync } from 'node:fs';
import { type Figures, figuresOf } from './extract/figures.ts';
import type { Answer, SampleLine } from './extract/line.ts';
import { ours } from './extract/ours.ts';
import { chronoNode, microsoft } from './extract/rivals.ts';

const readers = { ours, 'chrono-node': chronoNode, '@microsoft/recognizers-text-date-time': microsoft };
const file = process.argv[2] ?? '../shared/data/commitments-sample.jsonl';

if (!existsSync(file)) {
  console.log(
    `There is no sample at ${file}, so nothing is scored. Give the path of one: npm run score:extract -- FILE`,
  );
} else score(readLines(file));

function readLines(path: string): SampleLine[] {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((row) => row.trim() !== '');
  return rows.map((row) => JSON.parse(row) as SampleLine);
}

function score(lines: readonly SampleLine[]): void {
  console.log(
    `${lines.length} lines. A hit: promise or not, kind and window all right; a listed other reading counts.`,
  );
  console.log(
    'Of several suggestions for a line the first with a window counts. A date that needs the day of the response may be',
  );
  console.log(
    'missing where a line does not give that day ("strictly" it may not). A rival knows no promises: any time it finds is one.\n',
  );
  for (const [name, read] of Object.entries(readers)) report(name, figuresOf(lines, read));
}

function report(name: string, figures: Figures): void {
  const { lines, hits, strictHits, precision, recall, failures } = figures;
  const share = (part: number) => `${(part * 100).toFixed(1)} %`;
  console.log(
    `${name}: ${hits} of ${lines} hits (${share(hits / lines)}), strictly ${strictHits}; promise precision ${share(precision)}, recall ${share(recall)}`,
  );
  for (const { line, answer } of failures) {
    const expected = line.is_promise
      ? shown({
          ...line.expected,
          dateEarliest: line.expected.date_earliest,
          dateLatest: line.expected.date_latest,
        })
      : 'no promise';
    console.log(
      `  ${line.id}  expected ${expected}; got ${shown(answer)}\n        ${line.text.slice(0, 160)}`,
    );
  }
  console.log('');
}

function shown(answer: Answer): string {
  if (!answer) return 'no promise';
  const { kind, earliest, latest, dateEarliest, dateLatest } = answer;
  const lengths = [earliest, latest].flatMap((each) => (each ? [`${each.n} ${each.unit}`] : []));
  const days = [dateEarliest, dateLatest].flatMap((each) => (each ? [each] : []));
  return [kind, ...lengths, ...days].join(' ');
}
