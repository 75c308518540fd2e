/** One page of a list: its lines, which page it is of how many, and the places of its first and last line, counted from 1. */
export type PageOf<T> = {
  items: readonly T[];
  page: number;
  pages: number;
  first: number;
  last: number;
  total: number;
};

/**
 * A page of a list by its number. Where lines have gone since and there are fewer pages, the last there is stands in for one beyond it.
 *
 * @example the 2nd page of 60 lines by 25: lines 26 to 50, page 2 of 3; the 9th page: lines 51 to 60, page 3 of 3
 */
export function pageOf<T>(all: readonly T[], asked: number, size: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  const from = (page - 1) * size;
  const items = all.slice(from, from + size);
  return {
    items,
    page,
    pages,
    first: from + Math.min(1, items.length),
    last: from + items.length,
    total: all.length,
  };
}
