import { describe, expect, test } from 'vitest';
import { asDay } from '../../../shared/domain/day.ts';
import {
  advanced,
  begun,
  counted,
  type ListedLine,
  type ListImport,
  listedLine,
  noLines,
} from '../../../shared/domain/list-import.ts';

const line = (kind: ListedLine['kind'], overdueSince?: string): ListedLine => ({
  line: 2,
  kind,
  reasons: [],
  notes: [],
  ...(overdueSince ? { overdueSince: asDay(overdueSince) } : {}),
});

const checking: ListImport = {
  id: 'list-1',
  name: 'essex.csv',
  takes: 'our own list',
  at: '2020-11-26T09:00:00Z',
  by: 'Lena Moss',
  stage: 'checking',
  parts: 2,
  done: 0,
  counts: noLines,
  version: 1,
};

describe('the counts of a list', () => {
  test('add each line to those of its kind, and what is new and late already to what is overdue', () => {
    const lines = [
      line('new', '2020-11-24'),
      line('new'),
      line('unchanged', '2020-11-24'),
      line('updated'),
      line('refused'),
    ];
    const counts = { new: 2, unchanged: 1, updated: 1, refused: 1, overdue: 1 };
    expect(counted(noLines, lines)).toEqual(counts);
    expect(counted(counts, [line('new', '2020-11-24')])).toEqual({ ...counts, new: 3, overdue: 2 });
  });

  test('begin with none, and stay as they were', () => {
    expect(counted(noLines, [])).toEqual({ new: 0, unchanged: 0, updated: 0, refused: 0, overdue: 0 });
    counted(noLines, [line('new')]);
    expect(noLines.new).toBe(0);
  });
});

describe('a list of two parts', () => {
  const first = () => advanced(checking, [line('new')]);
  const second = () => advanced(first(), [line('refused')]);

  test('is checked with the second of them, and not with the first', () => {
    expect(first()).toEqual({ ...checking, done: 1, counts: { ...noLines, new: 1 } });
    expect(second()).toEqual({
      ...checking,
      stage: 'checked',
      done: 2,
      counts: { ...noLines, new: 1, refused: 1 },
    });
  });

  test('begins to be taken in without any count, by the way that was chosen', () => {
    expect(begun(second(), 'hold')).toEqual({
      ...checking,
      stage: 'taking-in',
      done: 0,
      counts: noLines,
      overdue: 'hold',
    });
  });

  test('is taken in with the second of them, and not with the first', () => {
    const half = advanced(begun(second(), 'remind'), [line('new')]);
    expect(half).toMatchObject({ stage: 'taking-in', done: 1 });
    expect(advanced(half, [])).toMatchObject({ stage: 'done', done: 2, overdue: 'remind' });
  });
});

test('what a report says of a line has no notes unless there are some', () => {
  const said = { line: 2, kind: 'new', reasons: [] };
  expect(listedLine.parse(said)).toEqual({ ...said, notes: [] });
  expect(listedLine.safeParse({ ...said, kind: 'other' }).success).toBe(false);
});
