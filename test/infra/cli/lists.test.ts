import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportList } from '../../../infra/cli/commands/export.ts';
import { importList } from '../../../infra/cli/commands/import.ts';
import { startDatabase } from '../../../infra/local/database/database.ts';
import { sampleCells, sampleList } from '../../support/sample-list.ts';
import { ioOf } from './io.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tracker-lists-'));
  data = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: typeof importList, args: string[], watched = false) {
  const io = { ...ioOf(), stderrIsTerminal: watched };
  const code = await command.run([...args, '--data', data], io);
  return { code, out: io.out.join(''), err: io.err.join('') };
}

function listIn(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const list = sampleList(
  sampleCells(),
  sampleCells({ number: '3', text: '=Third' }),
  sampleCells({ number: '2', text: '=Second' }),
);
const bad = sampleList(sampleCells({ madeOn: '' }));

describe('tracker import', () => {
  test('says in a sentence that its tracker stopped meanwhile, and goes on from there the next time', async () => {
    const path = join(folder, 'other.db');
    const database = await startDatabase({ path });
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', database.endpoint);
    let stopping: Promise<void> | undefined;
    const io = { ...ioOf(), stderrIsTerminal: true };
    const stderr = (text: string) => {
      io.err.push(text);
      if (text.includes('Taking in')) stopping ??= database.stop();
    };
    const lines = Array.from({ length: 40 }, (_, index) => sampleCells({ reference: `2020/${index + 1}` }));
    const file = listIn('long.csv', sampleList(...lines));
    const args = [file, '--overdue', 'hold', '--data', data];
    expect(await importList.run(args, { ...io, stderr })).toBe(1);
    expect(io.err.join('')).toMatch(/The tracker stopped while the list was being read[^\n]*\n$/);
    await stopping;
    const again = await startDatabase({ path, engine: 'dynoxide' });
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', again.endpoint);
    expect(await run(importList, [file, '--overdue', 'hold'])).toMatchObject({ code: 0 });
    await again.stop();
    vi.unstubAllEnvs();
  });

  test.each([
    [[], /Name one file/],
    [['a.csv', 'b.csv'], /Name one file/],
    [['a.csv', '--overdue', 'forget'], /remind or hold/],
    [['a.csv', '--fast'], /--fast/],
  ])('called with %j is called wrongly', async (args, says) => {
    const { code, err } = await run(importList, args);
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
  });

  test('a dry run says what would become of each line, and leaves nothing behind', async () => {
    const { code, out, err } = await run(importList, [listIn('last-year.csv', list), '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain(
      '  line 2  new  2019/127918 recommendation 1: Overdue since 24 November 2020. Nobody owns it, so nobody is reminded until an owner is chosen\n',
    );
    expect(out).toContain(
      '3 lines: 3 new, 0 unchanged, 0 updated, 0 refused. Nothing was changed.\nOverdue already: 3.\nNobody owns 3 of these, so nobody is reminded of them until an owner is chosen.\n',
    );
    expect(err).toBe('');
    expect(existsSync(data)).toBe(false);
  });

  test('as JSON has a fate and the reasons of each line', async () => {
    const { code, out } = await run(importList, [listIn('bad.csv', bad), '--dry-run', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      list: 'bad.csv',
      mapping: 'tracker',
      counts: { new: 0, refused: 1 },
      lines: [
        { line: 2, fate: 'refused', reference: '2019/127918', reasons: [expect.stringContaining('date')] },
      ],
    });
  });

  test('asks once how what is overdue is treated, then takes it in; again, nothing is left to do', async () => {
    const file = listIn('list.csv', list);
    const asked = await run(importList, [file]);
    expect(asked).toMatchObject({ code: 1, out: '' });
    expect(asked.err).toContain('3 of these recommendations are overdue already');
    const taken = await run(importList, [file, '--overdue', 'hold']);
    expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('3 lines: 3 new,') });
    const again = await run(importList, [file]);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('3 lines: 0 new, 3 unchanged,') });
  });

  test('draws its progress only where somebody watches', async () => {
    const file = listIn('list.csv', list);
    const { err } = await run(importList, [file, '--dry-run'], true);
    expect(err).toContain(`\rChecking [${'#'.repeat(30)}] 1 of 1`);
  });

  test('refuses a file that is not there, and one that is no list', async () => {
    expect(await run(importList, [join(folder, 'none.csv')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    });
    const { err } = await run(importList, [listIn('x.csv', 'name,when\n')]);
    expect(err).toContain('no column called reference or title');
    expect(err).toContain('--mapping (tracker import --help shows how)');
    expect(err).toContain('page “Lists” of the tracker, which asks column by column');
  });

  test('refuses a data folder that is a file', async () => {
    data = listIn('list.csv', list);
    expect(await run(importList, [data, '--overdue', 'remind'])).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${data} is a file and not a data folder`),
    });
  });
});

describe('tracker export', () => {
  test('prints what import takes in again, and nothing that a spreadsheet runs', async () => {
    await run(importList, [listIn('list.csv', list), '--overdue', 'remind']);
    const { code, out } = await run(exportList, []);
    expect(code).toBe(0);
    expect(out).toContain(`\r\n2019/127918,`);
    expect(out).toContain(`,2,'=Second,`);
    const { out: json } = await run(exportList, ['--format', 'json']);
    expect(JSON.parse(json).map(({ text }: { text: string }) => text)).toEqual([
      'Essex Police should review searches.',
      '=Second',
      '=Third',
    ]);
    data = join(folder, 'other');
    await run(importList, [listIn('out.csv', out), '--overdue', 'remind']);
    expect((await run(exportList, [])).out).toBe(out);
  });

  test('called wrongly, or where there is no tracker, says so', async () => {
    expect(await run(exportList, ['--format', 'xml'])).toMatchObject({ code: 2 });
    expect(await run(exportList, [])).toMatchObject({
      code: 1,
      err: expect.stringContaining('no tracker data'),
    });
  });
});
