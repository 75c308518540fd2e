import { expect, test } from 'vitest';
import { pageOf } from '../../../shared/domain/page-of.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test.each([
  [60, 1, { page: 1, pages: 3, first: 1, last: 25, total: 60 }],
  [60, 2, { page: 2, pages: 3, first: 26, last: 50, total: 60 }],
  [60, 9, { page: 3, pages: 3, first: 51, last: 60, total: 60 }],
  [60, 0, { page: 1, pages: 3, first: 1, last: 25, total: 60 }],
  [50, 2, { page: 2, pages: 2, first: 26, last: 50, total: 50 }],
  [51, 3, { page: 3, pages: 3, first: 51, last: 51, total: 51 }],
  [0, 1, { page: 1, pages: 1, first: 0, last: 0, total: 0 }],
])('%i lines, page %i', (count, asked, expected) => {
  const { items, ...page } = pageOf(lines(count), asked, 25);
  expect(page).toEqual(expected);
  expect(items).toEqual(lines(count).slice(Math.max(0, expected.first - 1), expected.last));
});
