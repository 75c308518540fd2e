import { describe, expect, it } from 'vitest';
import { LinePlot, type PlotLine } from '../../../../functions/web/components/line-plot.tsx';
import { elements, type HtmlElement, readHtml, textOf } from '../../../support/html-tree.ts';

const months = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov'];

const drawn = (lines: PlotLine[], labels = months.slice(-lines[0]!.values.length)) => {
  const html = String(
    <LinePlot id="plot" title="Open by month" description="It rose." labels={labels} lines={lines} />,
  );
  const all = [...elements(readHtml(html))];
  const pictures = all.filter(({ tag }) => tag === 'svg').map((svg) => [...elements(svg.children)]);
  return { all, wide: pictures[0]!, narrow: pictures[1]! };
};

const texts = (picture: HtmlElement[], of: string) =>
  picture
    .filter(({ tag, attributes }) => tag === 'text' && attributes.class?.includes(of))
    .map(({ attributes, children }) => ({
      words: textOf(children),
      x: Number(attributes.x),
      y: Number(attributes.y),
    }));
const marks = (picture: HtmlElement[]) =>
  picture.filter(({ tag }) => ['circle', 'rect', 'path'].includes(tag));
const points = (picture: HtmlElement[]) =>
  picture
    .filter(({ tag }) => tag === 'polyline')
    .map(({ attributes }) => attributes.points!.split(' ').map((each) => each.split(',').map(Number)));

const three = (of: number[][]): PlotLine[] =>
  ['open', 'overdue', 'lapsed'].map((name, index) => ({ name, values: of[index]! }));

describe('a plot of lines', () => {
  it('says in words what it shows, to whoever does not see it, each picture by names of its own', () => {
    const { all } = drawn([{ name: 'open', values: [1, 2] }]);
    const pictures = all.filter(({ tag }) => tag === 'svg');
    expect(pictures.map(({ attributes }) => attributes.role)).toEqual(['img', 'img']);
    for (const { attributes, children } of pictures) {
      const [title, description] = attributes['aria-labelledby']!.split(' ');
      const inside = [...elements(children)];
      expect(inside.find(({ attributes: { id } }) => id === title)?.children).toEqual(['Open by month']);
      expect(inside.find(({ attributes: { id } }) => id === description)?.children).toEqual(['It rose.']);
    }
    const ids = all.flatMap(({ attributes: { id } }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('draws each value in its place: the least at the foot, the largest mark of the axis at the top', () => {
    const { wide } = drawn([{ name: 'open', values: [0, 5, 10] }]);
    const [line] = points(wide);
    expect(line!.map(([x]) => x)).toEqual([72, 264, 456]);
    expect(line!.map(([, y]) => y)).toEqual([250, 131, 12]);
    expect(
      texts(wide, 'label')
        .filter(({ words }) => /^\d/.test(words))
        .map(({ words, y }) => [words, y]),
    ).toEqual([
      ['0', 255],
      ['5', 136],
      ['10', 17],
    ]);
  });

  it.each([
    [
      'all zero',
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'all at the top',
      [
        [8, 8],
        [8, 8],
        [8, 8],
      ],
    ],
    [
      'all but one close together',
      [
        [100, 100],
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'big',
      [
        [10_432, 9_999],
        [1, 5_001],
        [5_000, 5_000],
      ],
    ],
  ])('keeps names apart, within the picture and beside their lines: %s', (_, values) => {
    const { wide, narrow } = drawn(three(values));
    for (const picture of [wide, narrow]) {
      const names = texts(picture, 'name')
        .map(({ y }) => y)
        .toSorted((a, b) => a - b);
      expect(names[0]).toBeGreaterThanOrEqual(16);
      expect(names[2]).toBeLessThanOrEqual(270);
      expect(names[1]! - names[0]!).toBeGreaterThanOrEqual(20);
      expect(names[2]! - names[1]!).toBeGreaterThanOrEqual(20);
    }
  });

  it('names the last value of each with thousands set apart', () => {
    const { wide, narrow } = drawn(
      three([
        [1, 10_432],
        [1, 0],
        [3, 7],
      ]),
    );
    for (const picture of [wide, narrow])
      expect(texts(picture, 'name').map(({ words }) => words)).toEqual([
        '10,432 open',
        '0 overdue',
        '7 lapsed',
      ]);
  });

  it('of one value is one mark at the right, with no line to it', () => {
    const { wide } = drawn([{ name: 'open', values: [3] }]);
    expect(marks(wide)).toHaveLength(1);
    expect(marks(wide)[0]!.attributes.cx).toBe('456');
    expect(points(wide)[0]).toHaveLength(1);
  });

  it('gives each line marks of another shape', () => {
    const { narrow } = drawn(
      three([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    );
    expect(marks(narrow).map(({ tag }) => tag)).toEqual(['circle', 'circle', 'rect', 'rect', 'path', 'path']);
  });

  it('leaves labels out where there is no room, and always has the last', () => {
    const { wide, narrow } = drawn([{ name: 'open', values: months.map((_, index) => index) }]);
    const labels = (picture: HtmlElement[]) =>
      texts(picture, 'label')
        .map(({ words }) => words)
        .filter((words) => !/^\d/.test(words));
    expect(labels(wide)).toEqual(months);
    expect(labels(narrow).at(-1)).toBe('Nov');
    expect(labels(narrow).length).toBeLessThan(6);
  });
});
