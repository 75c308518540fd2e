import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shortDay } from '../../../../../functions/web/pages/timeline/axis.ts';
import {
  type Drawing,
  drawingOf,
  type Label,
  type Size,
} from '../../../../../functions/web/pages/timeline/drawing.ts';
import { caseLane, lanesOf } from '../../../../../functions/web/pages/timeline/lanes.ts';
import { narrow, wide } from '../../../../../functions/web/pages/timeline/picture.tsx';
import { placeLabels } from '../../../../../functions/web/pages/timeline/place-labels.ts';
import { asDay, type Day } from '../../../../../shared/domain/day.ts';
import type { Life } from '../../../../../shared/domain/life.ts';
import { timelineOf } from '../../../../../shared/domain/timeline.ts';
import { calendar } from '../../../../shared/domain/essex.ts';
import { anyLife, busyLife, essexLife } from '../../../../shared/domain/lives.ts';

const draw = (life: Life, today: Day, size: Size): Drawing => {
  const timeline = timelineOf(life, today, calendar);
  return drawingOf(lanesOf(timeline), { ...timeline, today }, size);
};
const wordsIn = (drawing: Drawing, kind: Label['kind']) =>
  drawing.labels.filter((label) => label.kind === kind).map(({ text }) => text);

const touch = (a: Label, b: Label) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the labels of any picture, on a wide screen and a narrow one', () => {
  it('do not touch each other, and nothing is outside the picture', () => {
    fc.assert(
      fc.property(anyLife, fc.constantFrom(wide, narrow), ({ life, today }, size) => {
        const { width, height, labels, bars, glyphs } = draw(life, today, size);
        const touching = labels.flatMap((a, index) =>
          labels
            .slice(index + 1)
            .filter((b) => touch(a, b))
            .map((b) => `${a.text} / ${b.text}`),
        );
        expect(touching).toEqual([]);
        const outside = [...labels, ...bars].filter(
          (box) =>
            box.x < 0 ||
            box.x + box.width > width + 0.001 ||
            box.y < 0 ||
            box.y + box.height > height + 0.001,
        );
        expect(outside).toEqual([]);
        expect(glyphs.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are each there once, whole', () => {
    const { labels } = draw(busyLife(), asDay('2021-12-01'), narrow);
    const moves = labels.filter(({ lead }) => lead).map(({ text }) => text);
    expect(moves.toSorted()).toEqual([
      'Closure declined, 12 Nov',
      'Date moved, 17 May',
      'Date moved, 2 Aug',
      'Extended, 30 Nov',
      'New date proposed, 14 May',
      'Owner changed, 1 Dec',
      'Paused, 2 Nov',
      'Proposed for closure, 8 Nov',
      'Response, 5 Jan',
      'Resumed, 11 Nov',
    ]);
  });
});

describe('the picture of 2019/127918', () => {
  const lapsed = draw(essexLife('2021-06-10'), asDay('2021-06-10'), wide);

  test('names its lines, its months and today', () => {
    expect(wordsIn(lapsed, 'title')).toEqual(['Response', 'Promise 1', 'Mails', 'What was done']);
    expect(wordsIn(lapsed, 'axis').slice(0, 4)).toEqual(['2020', 'Sep', 'Oct', 'Nov']);
    expect(wordsIn(lapsed, 'today')).toEqual(['Today, 10 Jun']);
  });

  test('says each band in words: the law’s last day, the page’s day, the window, and from when it is late', () => {
    expect(wordsIn(lapsed, 'label')).toEqual([
      'by law until 23 Nov',
      'page asks by 24 Nov',
      '20 Mar to 20 May',
      'late from 21 May',
      'Response, 20 Nov',
    ]);
  });

  test('shows a window that has not opened in another way than one that has', () => {
    const looks = (today: string) => draw(essexLife(today), asDay(today), wide).bars.map(({ look }) => look);
    expect(looks('2021-03-19')).toEqual(['time', 'ahead']);
    expect(looks('2021-03-20')).toEqual(['time', 'time']);
  });

  test('draws a day as wide as every other, the last of a band included', () => {
    const [response] = lapsed.bars;
    const perDay = (wide.width - wide.gutter) / 303;
    expect(response!.width / perDay).toBeCloseTo(56);
  });
});

describe('the axis', () => {
  test('names fewer months the less room there is, and over many years the years alone', () => {
    const named = (from: string, to: string, size: Size) =>
      wordsIn(drawingOf([], { from: asDay(from), to: asDay(to), today: asDay('1999-01-01') }, size), 'axis');
    expect(named('2020-09-01', '2021-02-28', narrow)).toEqual([
      '2020',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
      '2021',
      'Jan',
      'Feb',
    ]);
    expect(named('2020-09-01', '2021-12-31', narrow)).toEqual([
      '2020',
      'Sep',
      'Nov',
      '2021',
      'Jan',
      'Mar',
      'May',
      'Jul',
      'Sep',
      'Nov',
    ]);
    expect(named('2015-09-01', '2021-02-28', narrow)).toEqual(['2016', '2017', '2018', '2019', '2020']);
  });

  test('says a day in short', () => {
    expect(shortDay(asDay('2020-09-09'))).toBe('9 Sep');
  });
});

describe('labels in a room', () => {
  const room = { from: 0, to: 100, letter: 10 };

  test('stand at their points while they fit, move left at the edge, and go a row down where one is in the way', () => {
    const placed = placeLabels(
      [
        { at: 0, text: 'four' },
        { at: 90, text: 'five5' },
        { at: 20, text: 'six' },
      ],
      room,
    );
    expect(placed.map(({ left, row }) => [left, row])).toEqual([
      [0, 0],
      [50, 0],
      [20, 1],
    ]);
  });

  test('keep a gap: one that begins 8 after another ends is beside it, and one that begins 7 after is not', () => {
    const rowOf = (at: number) =>
      placeLabels(
        [
          { at: 0, text: 'four' },
          { at, text: 'six' },
        ],
        room,
      )[1]!.row;
    expect([rowOf(48), rowOf(47)]).toEqual([0, 1]);
  });

  test('are cut where the room is too small for them', () => {
    expect(placeLabels([{ at: 50, text: 'a label too long' }], room)[0]).toMatchObject({
      text: 'a label t…',
      left: 0,
    });
  });
});

describe('the line of a recommendation among others', () => {
  test('has its duties side by side where they overlap, and neither words nor what is not its owner’s', () => {
    const lane = caseLane(7, timelineOf(busyLife(), asDay('2021-12-01'), calendar));
    expect(lane.title).toBe('7');
    expect(lane.labels).toEqual([]);
    expect(
      lane.rows.map((row) => [
        ...new Set(row.map(({ deadline }) => `${deadline.kind} ${deadline.sequence}`)),
      ]),
    ).toEqual([['response 1'], ['update 1'], ['update 2']]);
  });
});
