import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { movesDoc, movesPage } from '../../../infra/build/moves-doc.ts';

test('the page of moves is what the table of moves makes (npm run docs writes it)', async () => {
  expect(await readFile(movesPage, 'utf8')).toBe(movesDoc());
});

test('it names every move and every standing, and only what can be done from one', () => {
  expect(movesDoc()).toContain('| Close it (`close`) | Liaison staff |');
  expect(movesDoc()).toContain('| Withdrawn | Reopen it |');
  expect(movesDoc()).toMatch(/\| Closed \|(?!.*Close it).*Reopen it; Record a review of its effect/);
});
