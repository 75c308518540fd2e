import { afterAll, beforeAll, describe, test } from 'vitest';
import { type EmbeddedTables, startTables } from '../support/embedded-table.ts';
import type { Ground } from './ground.ts';
import { deputyIsManager } from './scenarios/bounces.ts';
import { quotaOfThree, quotaUnknown } from './scenarios/quota.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { openGround } from './tables.ts';

let tables: EmbeddedTables;
let ground: Ground;
beforeAll(async () => {
  tables = await startTables();
  ground = await openGround(tables);
});
afterAll(() => tables.stop());

describe('what other systems fail', () => {
  test.each(scenarios)('$name', ({ play }) => play(ground));
});

describe('the quota of the mail service', () => {
  test.each([quotaOfThree, quotaUnknown])('$name', ({ play }) => play(ground), 60_000);
});

describe('what a deputy is told', () => {
  test(deputyIsManager.name, () => deputyIsManager.play(ground));
});
