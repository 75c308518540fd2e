import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../infra/cli/commands/extract.ts';
import { ioOf } from './io.ts';

const promised = { id: 'a', text: 'We will report back within 3 months.', respondedOn: '2020-11-20' };

async function run(args: string[], ...lines: (object | string)[]) {
  const io = ioOf(...lines.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`));
  const code = await extract.run(args, io);
  const answers = io.out
    .join('')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row));
  return { code, answers, err: io.err.join('') };
}

describe('tracker extract', () => {
  test('answers a line with what it promises', async () => {
    const { code, answers } = await run([], promised);
    expect(code).toBe(0);
    expect(answers).toEqual([
      {
        id: 'a',
        suggestions: [
          {
            quote: promised.text,
            start: 0,
            end: 36,
            kind: 'within',
            earliest: null,
            latest: { n: 3, unit: 'month' },
            dateEarliest: '2020-11-20',
            dateLatest: '2021-02-20',
            opensOn: null,
            dueOn: '2021-02-20',
            promise: 'report-back',
            anchorOn: '2020-11-20',
            rule: 'at the latest 3 months after the response',
            event: null,
            alternatives: [],
          },
        ],
      },
    ]);
  });

  test('gives no suggestions for what promises nothing, and needs no day of response', async () => {
    const { answers } = await run(
      [],
      { id: 1, text: 'We accept the recommendation.', respondedOn: null },
      { id: 2, text: '' },
    );
    expect(answers).toEqual([
      { id: 1, suggestions: [] },
      { id: 2, suggestions: [] },
    ]);
  });

  test('names the line that cannot be read, answers the others, and ends with 1', async () => {
    const { code, answers, err } = await run(
      [],
      promised,
      'nope',
      { id: 'c', respondedOn: null },
      { ...promised, id: 'd', respondedOn: '20/11/2020' },
      '[]',
      { ...promised, id: 'f' },
    );
    expect(code).toBe(1);
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      ['a', undefined],
      [null, 'invalid-line'],
      ['c', 'invalid-line'],
      ['d', 'invalid-date'],
      [null, 'invalid-line'],
      ['f', undefined],
    ]);
    for (const number of [2, 3, 4, 5]) expect(err).toContain(`Line ${number}`);
  });

  test('reads a file, and says which it cannot', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'extract-'));
    await writeFile(join(folder, 'in.jsonl'), `${JSON.stringify(promised)}\n`);
    expect((await run([join(folder, 'in.jsonl')])).answers[0].id).toBe('a');
    const missing = await run([join(folder, 'none.jsonl')]);
    expect([missing.code, missing.err.includes('none.jsonl')]).toEqual([1, true]);
    const noFile = await run([folder]);
    expect([noFile.code, noFile.err]).toEqual([
      1,
      expect.stringContaining(`The file ${folder} cannot be read`),
    ]);
    await rm(folder, { recursive: true });
  });

  test('called wrongly says how it is used', async () => {
    expect((await run(['a', 'b'])).code).toBe(2);
    expect((await run(['--fast'])).err).toContain('Usage: tracker extract');
  });
});
