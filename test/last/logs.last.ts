import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canaries, leaksIn, secretsFile } from '../support/canaries.ts';

/** Everything that the functions logged, and that was said on a console, while the suite ran. */
const folder = process.env.KEPT_LOGS!;
const lines = globSync(join(folder, '*.log')).flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== ''),
);
const noted = join(folder, secretsFile);
const secrets = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [];

/** A line as a function logs it, by openLog. */
const logged = lines.filter((line) => line.startsWith('{"level":"') && line.includes('"service":'));

describe('the logs of the whole suite', () => {
  test('were kept', () => {
    expect(lines.length).toBeGreaterThan(0);
  });

  test('hold no name, address, text or secret', () => {
    expect(leaksIn(lines, canaries(secrets)).slice(0, 20)).toEqual([]);
  });

  test('are structured lines that tell their moment in UTC', () => {
    for (const line of logged)
      expect(JSON.parse(line)).toMatchObject({
        message: expect.any(String),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      });
  });

  // Of a part of the suite nothing says which functions it drives.
  if (process.env.WHOLE_SUITE)
    test('are of every function, and cookies were given out', () => {
      const services = new Set(logged.map((line) => (JSON.parse(line) as { service: string }).service));
      expect([...services]).toEqual(
        expect.arrayContaining(['feedback', 'nightly', 'reconcile', 'sender', 'watchdog']),
      );
      expect(lines.filter((line) => line.includes('"message":"A request failed"'))).not.toEqual([]);
      expect(secrets.length).toBeGreaterThan(0);
    });
});
