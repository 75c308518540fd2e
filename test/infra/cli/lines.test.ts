import { expect, test } from 'vitest';
import { linesOf } from '../../../infra/cli/lines.ts';
import { ioOf } from './io.ts';

async function linesIn(...chunks: (string | Uint8Array)[]) {
  const lines: [number, string][] = [];
  for await (const batch of linesOf(ioOf(...chunks).stdin)) {
    for (const { number, text } of batch) lines.push([number, text]);
  }
  return lines;
}

test('lines keep their numbers, blank ones are counted and left out', async () => {
  expect(await linesIn('a\n\n  \nb\n')).toEqual([
    [1, 'a'],
    [4, 'b'],
  ]);
});

test('a last line needs no end', async () => {
  expect(await linesIn('a\nb')).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
});

test('a byte order mark and carriage returns are no part of a line', async () => {
  const expected = [
    [1, 'a'],
    [2, 'b'],
  ];
  expect(await linesIn('\ufeffa\r\nb\r\n')).toEqual(expected);
  expect(await linesIn(new TextEncoder().encode('\ufeffa\r\nb\r\n'))).toEqual(expected);
});

test('a line and a character may be split between chunks', async () => {
  const bytes = new TextEncoder().encode('n°1 £\nnext\n');
  const single = [...bytes].map((byte) => Uint8Array.of(byte));
  expect(await linesIn(...single)).toEqual([
    [1, 'n°1 £'],
    [2, 'next'],
  ]);
});

test('nothing in gives nothing out', async () => {
  expect(await linesIn()).toEqual([]);
  expect(await linesIn('')).toEqual([]);
});
