import { writeFileSync } from 'node:fs';
import { calledRightly } from '../support/called-rightly.ts';
import { countRequests } from '../support/counted-requests.ts';
import { type EmbeddedTables, enginesHere, startTables } from '../support/embedded-table.ts';
import { answer, everydayPages, measure, pagesOn } from './measure.ts';
import { type Bench, figuresOf } from './report.ts';
import { seed } from './seed.ts';

const usage = `Usage: npm run bench -- [--recommendations N] [--requests N] [--file FILE]

Measures the everyday pages on N recommendations and on a tenth of them, and writes the figures.

  --recommendations N  the larger table (default 10000)
  --requests N         how often each page is asked for (default 60)
  --file FILE          where the figures go (default docs/figures.md)
`;
const values = calledRightly(usage, {
  recommendations: { type: 'string', default: '10000' },
  requests: { type: 'string', default: '60' },
  file: { type: 'string', default: 'docs/figures.md' },
});
const [most, times] = [Number(values.recommendations), Number(values.requests)];

async function bench(tables: EmbeddedTables, recommendations: number): Promise<Bench> {
  const table = await tables.newTable();
  const began = performance.now();
  const seeded = await seed(table, recommendations);
  process.stderr.write(
    `${recommendations} recommendations made in ${Math.round((performance.now() - began) / 1_000)} s\n`,
  );
  const requests = countRequests(table);
  const app = pagesOn(table);
  const started = performance.now();
  await answer(app, '/');
  const firstPage = performance.now() - started;
  const pages = [];
  for (const page of everydayPages(seeded)) pages.push(await measure(app, requests, page, times));
  return { recommendations, cases: seeded.cases.length, firstPage, pages };
}

const tables = await startTables();
try {
  const figures = figuresOf(
    [await bench(tables, Math.round(most / 10)), await bench(tables, most)],
    times,
    enginesHere[0]!,
  );
  writeFileSync(values.file, figures);
  process.stdout.write(figures);
} finally {
  await tables.stop();
}
