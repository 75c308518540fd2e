import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedTables, startTables } from '../../support/embedded-table.ts';
import { noFigures, playModel } from './play-model.ts';

let tables: EmbeddedTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

// `npm run reliability:long` plays longer lives, and more of them; these are the same every time.
describe('the life of fifty recommendations', { timeout: 600_000 }, () => {
  test('keeps every promise of the reminder engine, whatever happens', async () => {
    const figures = noFigures();
    const lanes = [20_201_026, 20_210_329];
    await Promise.all(
      lanes.map((seed) =>
        playModel(
          tables,
          { seed, runs: 25, mostCommands: 30, mostDays: 12, toTheEnd: false, minutes: 8 },
          figures,
        ),
      ),
    );
    expect(figures.runs).toBe(50);
  });
});
