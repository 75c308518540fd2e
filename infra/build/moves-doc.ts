import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type MoveRow, makers } from '../../shared/domain/move-row.ts';
import { type RecommendationMove, recommendationMoves } from '../../shared/domain/moves.ts';
import { type Standing, standings } from '../../shared/domain/standing.ts';

/** Where the page stands that tells which move can be made from where. */
export const movesPage = fileURLToPath(new URL('../../docs/moves.md', import.meta.url));

const moves = Object.entries(recommendationMoves) as [RecommendationMove, MoveRow][];

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(heads), row(heads.map(() => '---')), ...rows.map(row)].join('\n');

/** The page, made from the table that the code itself asks: it cannot say anything else than what happens. */
export const movesDoc = (): string => `# What can be done with a recommendation, and when

Made by \`npm run docs\` from \`shared/domain/moves.ts\`. Anything that is not in these tables is refused.

## The moves

${table(
  ['Move', 'Who', 'What it plans', 'What it ends'],
  moves.map(([key, { asks, who, plans, cancels }]) => [
    `${asks} (\`${key}\`)`,
    who.map((each) => makers[each]).join(', '),
    plans,
    cancels,
  ]),
)}

## From where each can be made

${table(
  ['It stands as', 'What can be done'],
  (Object.entries(standings) as [Standing, string][]).map(([standing, words]) => [
    words,
    moves
      .filter(([, { from }]) => from.includes(standing))
      .map(([, { asks }]) => asks)
      .join('; '),
  ]),
)}
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(movesPage, movesDoc());
