import { describe, expect, test } from 'vitest';
import { dates } from '../../../infra/cli/commands/dates.ts';
import { ioOf } from './io.ts';

const essex = { id: 'a', from: '2020-09-29', promise: { kind: 'days-beginning-with', days: 56 } };

async function run(...chunks: (string | Uint8Array)[]) {
  const io = ioOf(...chunks);
  const code = await dates.run([], io);
  const lines = io.out.join('').split('\n');
  expect(lines.pop(), 'every line is ended').toBe('');
  return { code, answers: lines.map((line) => JSON.parse(line)), err: io.err.join('') };
}

async function ask(asked: unknown) {
  const { code, answers } = await run(`${JSON.stringify(asked)}\n`);
  expect(answers).toHaveLength(1);
  expect(code).toBe('error' in answers[0] ? 1 : 0);
  return answers[0];
}

describe('a line that can be worked out', () => {
  test('gives the days, the moment it lapses, the weekday, the working day for mail, and the working', async () => {
    const { answers, code } = await run(JSON.stringify(essex));
    expect(answers).toEqual([
      {
        id: 'a',
        opensOn: '2020-09-29',
        closesOn: '2020-11-23',
        lapsesAtUtc: '2020-11-24T00:00:00Z',
        closesWeekday: 'Monday',
        lastWorkingDayOnOrBefore: '2020-11-23',
        working: '29 September 2020 is day 1 of 56; the last day is 23 November 2020',
      },
    ]);
    expect(code).toBe(0);
  });

  test('may close on a weekend; the working day before it is given beside it', async () => {
    const promise = { kind: 'months-within', months: 3 };
    expect(await ask({ id: 1, from: '2020-11-20', promise })).toMatchObject({
      id: 1,
      closesOn: '2021-02-20',
      closesWeekday: 'Saturday',
      lastWorkingDayOnOrBefore: '2021-02-19',
    });
  });

  test('lapses an hour before midnight UTC in summer, on both days the clocks change', async () => {
    const lapses = async (from: string) =>
      (await ask({ id: 1, from, promise: { kind: 'days-beginning-with', days: 1 } })).lapsesAtUtc;
    expect(await lapses('2020-10-24')).toBe('2020-10-24T23:00:00Z');
    expect(await lapses('2020-10-25')).toBe('2020-10-26T00:00:00Z');
    expect(await lapses('2021-03-27')).toBe('2021-03-28T00:00:00Z');
    expect(await lapses('2021-03-28')).toBe('2021-03-28T23:00:00Z');
    expect(await lapses('2999-12-31')).toBe('3000-01-01T00:00:00Z');
  });

  test('has no working day where the bank holidays are not known', async () => {
    const promise = { kind: 'days-beginning-with', days: 1 };
    expect(await ask({ id: 1, from: '2028-12-31', promise })).toMatchObject({
      lastWorkingDayOnOrBefore: '2028-12-29',
    });
    expect(await ask({ id: 1, from: '2029-01-01', promise })).toMatchObject({
      lastWorkingDayOnOrBefore: null,
    });
    expect(await ask({ id: 1, from: '2029-01-06', promise })).toMatchObject({
      lastWorkingDayOnOrBefore: null,
    });
  });

  test('may be counted from a moment: 23:15 UTC in June is the next day in London', async () => {
    const promise = { kind: 'days-beginning-with', days: 1 };
    const opens = async (fromInstantUtc: string) => (await ask({ id: 1, fromInstantUtc, promise })).opensOn;
    expect(await opens('2026-06-30T22:59:59Z')).toBe('2026-06-30');
    expect(await opens('2026-06-30T23:15:00Z')).toBe('2026-07-01');
    expect(await opens('2026-01-05T23:15:00Z')).toBe('2026-01-05');
  });

  test('has an id of text or number, otherwise null', async () => {
    expect((await ask({ ...essex, id: 7 })).id).toBe(7);
    expect((await ask({ ...essex, id: undefined })).id).toBeNull();
    expect((await ask({ ...essex, id: { deep: [] } })).id).toBeNull();
  });
});

describe('a line that cannot', () => {
  const promise = essex.promise;
  test.each([
    [{ from: '2020-02-30', promise }, 'not a real date'],
    [{ from: '0020-02-03', promise }, 'between 1900 and 2999'],
    [{ from: '29/09/2020', promise }, 'is not a date'],
    [{ from: 20200929, promise }, 'must be text'],
    [{ fromInstantUtc: 1601334000000, promise }, 'must be text'],
    [{ fromInstantUtc: '2026-06-30T23:15:00+01:00', promise }, 'ends in Z'],
    [{ fromInstantUtc: '2026-02-30T23:15:00Z', promise }, 'ends in Z'],
    [{ fromInstantUtc: '1899-12-31T12:00:00Z', promise }, 'between 1900 and 2999'],
    [{ promise }, 'Give either from or fromInstantUtc'],
    [{ from: null, promise }, 'Give either from or fromInstantUtc'],
    [{ from: '2020-09-29', fromInstantUtc: '2020-09-29T00:00:00Z', promise }, 'not both'],
    [{ from: '2999-12-31', promise }, 'past the year 2999'],
    [
      {
        from: '2020-09-29',
        promise: {
          kind: 'statutory-extended-to',
          days: 56,
          applied_on: '2020-10-01',
          extended_to: '2021-02-30',
        },
      },
      'not a real date',
    ],
  ])('%j has an invalid date', async (asked, message) => {
    expect(await ask({ id: 'x', ...asked })).toEqual({
      id: 'x',
      error: 'invalid-date',
      message: expect.stringContaining(message),
    });
  });

  test.each([
    [undefined, 'needs a kind'],
    [{ kind: 'fortnights', days: 1 }, '“fortnights”'],
    [{ kind: 'days-after' }, 'whole number'],
    [{ kind: 'days-after', days: '56' }, 'whole number'],
    [{ kind: 'days-after', days: -1 }, 'whole number'],
    [{ kind: 'days-after', days: 1.5 }, 'whole number'],
    [{ kind: 'days-after', days: 1e9 }, 'whole number'],
    [{ kind: 'window-months', from_months: 6, to_months: 4 }, 'close before it opens'],
    [
      { kind: 'statutory-extended-to', days: 56, applied_on: '2020-11-24', extended_to: '2020-12-18' },
      'before the period ends',
    ],
  ])('%j is an invalid promise', async (promise, message) => {
    expect(await ask({ id: 'x', from: '2020-09-29', promise })).toEqual({
      id: 'x',
      error: 'invalid-promise',
      message: expect.stringContaining(message),
    });
  });

  test.each(['nope', '{"id":"a"', '{"id":NaN}', "{'id':1}"])('%s is not JSON', async (text) => {
    const { answers, code } = await run(`${JSON.stringify(essex)}\n\n${text}\n`);
    expect(answers[1]).toEqual({
      id: null,
      error: 'invalid-promise',
      message: expect.stringContaining('Line 3 is not JSON'),
    });
    expect(code).toBe(1);
  });

  test.each(['5', 'null', '[]', '"a"'])('%s is no object', async (text) => {
    const { answers } = await run(text);
    expect(answers[0]).toMatchObject({
      id: null,
      error: 'invalid-promise',
      message: expect.stringMatching(/^Line 1 /),
    });
  });

  test('does not stop the rest, and the answers keep the order', async () => {
    const lines = [essex, { ...essex, id: 'b', from: 'x' }, { ...essex, id: 'c' }];
    const { answers, code } = await run(lines.map((line) => JSON.stringify(line)).join('\r\n'));
    expect(answers.map(({ id, error }) => [id, error])).toEqual([
      ['a', undefined],
      ['b', 'invalid-date'],
      ['c', undefined],
    ]);
    expect(code).toBe(1);
  });
});

describe('the stream', () => {
  test('nothing in, nothing out, and all is well', async () => {
    expect(await run('')).toEqual({ code: 0, answers: [], err: '' });
    expect(await run('\n \r\n')).toEqual({ code: 0, answers: [], err: '' });
  });

  test('a byte order mark at the start is no part of the first line', async () => {
    expect((await run(`\ufeff${JSON.stringify(essex)}\r\n`)).answers[0].closesOn).toBe('2020-11-23');
  });

  test('an answer goes out before the next line is read', async () => {
    const io = ioOf();
    const line = `${JSON.stringify(essex)}\n`;
    const answeredBefore: number[] = [];
    const stdin = (async function* () {
      for (const _ of [1, 2, 3]) {
        answeredBefore.push(io.out.length);
        yield line;
      }
    })();
    await dates.run([], { ...io, stdin });
    expect(answeredBefore).toEqual([0, 1, 2]);
  });

  test('it waits for a reader that is behind', async () => {
    const order: string[] = [];
    const stdin = (async function* () {
      yield `${JSON.stringify(essex)}\n`;
      order.push('read on');
    })();
    const stdout = async () => {
      await Promise.resolve();
      order.push('written');
    };
    await dates.run([], { stdin, stdout, stderr: () => {} });
    expect(order).toEqual(['written', 'read on']);
  });
});

test('called with an argument it does not know, it says how it is used', async () => {
  const io = ioOf(JSON.stringify(essex));
  expect(await dates.run(['--fast'], io)).toBe(2);
  expect(io.err.join('')).toContain('Usage: tracker dates');
  expect(io.out).toEqual([]);
});
