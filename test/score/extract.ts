import { existsSync, readFileSync } from 'node:fs';
import { type Figures, figuresOf } from './extract/figures.ts';
import type { Answer, SampleLine } from './extract/line.ts';
import { ours } from './extract/ours.ts';
import { chronoNode, microsoft } from './extract/rivals.ts';

const readers = { ours, 'chrono-node': chronoNode, '@microsoft/recognizers-text-date-time': microsoft };
const usage = `Usage: npm run score:extract -- FILE

FILE has a line of JSON for each sentence: {"id", "text", "is_promise", "expected"}, as test/score/extract/line.ts says.
`;
const [file] = process.argv.slice(2);

if (file === '--help' || file === '-h') process.stdout.write(usage);
else if (file === undefined || !existsSync(file)) {
  const wrong = file === undefined ? 'Name the file of sentences to score.' : `There is no file ${file}.`;
  process.stderr.write(`${wrong}\n\n${usage}`);
  process.exitCode = 2;
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
