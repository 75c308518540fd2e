import { type Day, isAfter, isBefore } from '../../../../shared/domain/day.ts';
import type { Band } from '../../../../shared/domain/timeline-bands.ts';
import { type Axis, axisOf, shortDay } from './axis.ts';
import type { Lane, Look } from './lanes.ts';
import { placeLabels, type Room, type Wanted, widthOf } from './place-labels.ts';

/** How large a picture is: its width, that of a letter, the height of a line of words, and the column for the names of its lines, if any. */
export type Size = { width: number; letter: number; line: number; gutter: number };

/** Words in the picture with the box they are kept to; `lead` is where a line comes down to them from. */
export type Label = {
  kind: 'axis' | 'today' | 'title' | 'label';
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  lead?: { x: number; from: number };
};

type Rect = { x: number; y: number; width: number; height: number };
export type Bar = Rect & { look: Band['what'] | 'ahead' };
export type Glyph = { x: number; y: number; look: Look };
export type Tick = { x: number; y: number; isAhead: boolean };

/** A picture worked out to the last place, so that drawing it decides nothing. */
export type Drawing = {
  width: number;
  height: number;
  /** Where the lines begin under the names of the months. */
  top: number;
  left: number;
  months: number[];
  today: number | undefined;
  bars: Bar[];
  glyphs: Glyph[];
  ticks: Tick[];
  labels: Label[];
};

const barHeight = 14;
const ghostHeight = 6;
const glyphWidth = 11;
const space = 10;

type Days = { from: Day; to: Day; today: Day };

/** Lays out lanes under an axis of months. No two labels overlap, and everything lies inside the picture. */
export function drawingOf(lanes: readonly Lane[], days: Days, size: Size): Drawing {
  const room: Room = { from: size.gutter, to: size.width, letter: size.letter };
  const axis = axisOf(days.from, days.to, room);
  const isInside = !isBefore(days.today, days.from) && !isAfter(days.today, days.to);
  const today = isInside ? middle(axis, days.today) : undefined;
  const heading = headingOf(
    axis,
    today === undefined ? undefined : { at: today, on: days.today },
    room,
    size,
  );
  const drawing: Drawing = {
    width: size.width,
    height: heading.height,
    top: heading.height,
    left: size.gutter,
    months: axis.months.map(({ at }) => at),
    today,
    bars: [],
    glyphs: [],
    ticks: [],
    labels: heading.labels,
  };
  for (const lane of lanes) drawing.height = addLane(drawing, lane, { axis, room, size, today: days.today });
  return drawing;
}

const middle = ({ startOf, endOf }: Axis, on: Day) => (startOf(on) + endOf(on)) / 2;

function headingOf(axis: Axis, today: { at: number; on: Day } | undefined, room: Room, { line }: Size) {
  const label = (kind: Label['kind'], text: string, x: number, y: number): Label => ({
    kind,
    text,
    x,
    y,
    width: widthOf(text, room),
    height: line,
  });
  const words = today && `Today, ${shortDay(today.on)}`;
  const [placed] = words ? placeLabels([{ at: today.at - widthOf(words, room) / 2, text: words }], room) : [];
  const first = placed ? line : 0;
  const hasMonths = axis.months.some((month) => month.label);
  const named = axis.months.flatMap((month) => [
    ...(month.year ? [label('axis', month.year, month.at, first)] : []),
    ...(month.label ? [label('axis', month.label, month.at, first + line)] : []),
  ]);
  return {
    labels: [...(placed ? [label('today', placed.text, placed.left, 0)] : []), ...named],
    height: first + line * (hasMonths ? 2 : 1) + 4,
  };
}

type Frame = { axis: Axis; room: Room; size: Size; today: Day };

/** Adds a lane at the foot of a drawing. @returns the height with it */
function addLane(drawing: Drawing, lane: Lane, frame: Frame): number {
  const { axis, size } = frame;
  let y = drawing.height + space;
  const title = {
    kind: 'title' as const,
    text: lane.title,
    height: size.line,
    width: widthOf(lane.title, size),
  };
  drawing.labels.push({ ...title, x: 0, y: size.gutter > 0 ? y + barHeight / 2 - size.line / 2 : y });
  if (size.gutter === 0) y += size.line;
  const middleY = y + barHeight / 2;
  for (const row of lane.rows) {
    drawing.bars.push(...row.map((band) => barOf(band, y, barHeight, frame)));
    y += barHeight + 4;
  }
  drawing.ticks.push(...lane.ticks.map(({ on, isAhead }) => ({ x: middle(axis, on), y: y - 4, isAhead })));
  if (lane.ticks.length > 0) y += 6;
  for (const ghost of lane.ghosts) {
    drawing.bars.push(barOf(ghost, y, ghostHeight, frame));
    y += ghostHeight + 4;
  }
  const glyphs = glyphsOf(lane, middleY, frame);
  drawing.glyphs.push(...glyphs);
  if (lane.rows.length === 0) y = Math.max(...glyphs.map((each) => each.y)) + barHeight / 2 + 4;
  return addLabels(drawing, lane, { ...frame, y, middleY });
}

function barOf({ what, from, to }: Band, y: number, height: number, { axis, today }: Frame): Bar {
  const x = axis.startOf(from);
  return {
    x,
    y,
    width: axis.endOf(to) - x,
    height,
    look: what === 'time' && isAfter(from, today) ? 'ahead' : what,
  };
}

/** Points on the bar; where they are stacked, each in the first row where it does not touch the one before. */
function glyphsOf({ points, stacked }: Lane, y: number, { axis }: Frame): Glyph[] {
  const lastInRow: number[] = [];
  return points.map(({ on, look }) => {
    const x = middle(axis, on);
    if (!stacked) return { x, y, look };
    const free = lastInRow.findIndex((last) => x - last >= glyphWidth + 1);
    const row = free === -1 ? lastInRow.length : free;
    lastInRow[row] = x;
    return { x, y: y + row * (glyphWidth + 2), look };
  });
}

function addLabels(drawing: Drawing, lane: Lane, at: Frame & { y: number; middleY: number }): number {
  const { axis, room, size, y, middleY } = at;
  const wanted: Wanted[] = lane.labels.map(({ on, text }) => ({
    at: lane.lead ? middle(axis, on) : axis.startOf(on),
    text,
  }));
  // From the last to the first, so that the line to a label in a lower row passes those above it on their left.
  const placed = placeLabels(lane.lead ? wanted.toSorted((a, b) => b.at - a.at) : wanted, room);
  for (const { text, left, width, row, at: x } of placed) {
    const top = y + row * size.line;
    const lead = lane.lead && { lead: { x, from: middleY } };
    drawing.labels.push({ kind: 'label', text, x: left, y: top, width, height: size.line, ...lead });
  }
  return y + Math.max(0, ...placed.map(({ row }) => (row + 1) * size.line));
}
