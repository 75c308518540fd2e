import { ticksTo } from '../../../shared/domain/axis.ts';
import { classNames } from './class-names.ts';

/** One line: what it is called, and its value at each of the labels. Three can be told apart, by mark and by dashes. */
export type PlotLine = { name: string; values: readonly number[] };

export type LinePlotProps = {
  /** Names the parts of the picture, so it must be on the page once. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence, for who cannot see it. */
  description: string;
  /** Under the axis, from left to right; one for each value. */
  labels: readonly string[];
  lines: readonly PlotLine[];
};

type Size = { width: number; height: number; left: number; right: number; letter: number };

const bottom = 30;
const top = 12;
const sizes: Record<'wide' | 'narrow', Size> = {
  wide: { width: 620, height: 280, left: 58, right: 150, letter: 8 },
  narrow: { width: 290, height: 270, left: 46, right: 96, letter: 7 },
};

/**
 * Lines over time, drawn on the server. Each is named at its end, and has marks and dashes of its own, so that it is told from the others
 * without its colour. Drawn twice, of which the style sheet shows one: letters that shrink with a picture cannot be read on a phone.
 */
export const LinePlot = (props: LinePlotProps) => (
  <figure class="tracker-plot">
    <Picture {...props} size="wide" />
    <Picture {...props} size="narrow" />
  </figure>
);

const Picture = ({
  id,
  title,
  description,
  labels,
  lines,
  size,
}: LinePlotProps & { size: 'wide' | 'narrow' }) => {
  const frame = sizes[size];
  const ticks = ticksTo(Math.max(0, ...lines.flatMap(({ values }) => values)));
  const place = placing(frame, labels.length, ticks.at(-1)!);
  const name = `${id}-${size}`;
  return (
    <svg
      class={`tracker-plot__picture tracker-plot__picture--${size}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-labelledby={`${name}-title ${name}-description`}
    >
      <title id={`${name}-title`}>{title}</title>
      <desc id={`${name}-description`}>{description}</desc>
      {ticks.map((tick) => (
        <Tick at={place.y(tick)} from={frame.left} to={frame.width - frame.right} words={figure(tick)} />
      ))}
      {shownLabels(labels, frame).map((index) => (
        <text class="tracker-plot__label" x={place.x(index)} y={frame.height - 8} text-anchor="middle">
          {labels[index]}
        </text>
      ))}
      {lines.map(({ values }, index) => (
        <Line kind={index} points={values.map((value, at) => [place.x(at), place.y(value)])} />
      ))}
      <EndNames lines={lines} x={frame.width - frame.right + 12} place={place} />
    </svg>
  );
};

type Point = readonly [number, number];
type Placing = { x(index: number): number; y(value: number): number };

/** Where a value lies: a single one at the right, where the last of several is. */
function placing({ width, height, left, right }: Size, count: number, largest: number): Placing {
  const across = width - left - right;
  const inset = 14;
  return {
    x: (index) =>
      count === 1
        ? width - right - inset
        : round(left + inset + (index / (count - 1)) * (across - 2 * inset)),
    y: (value) => round(height - bottom - (value / largest) * (height - bottom - top)),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** '10,432' */
export const figure = (value: number): string => value.toLocaleString('en-GB');

/** As many labels as there is room for, evenly spaced back from the last, which is always there. */
function shownLabels(labels: readonly string[], { width, left, right, letter }: Size): number[] {
  const widest = Math.max(...labels.map(({ length }) => length)) * letter + 8;
  const room = Math.max(1, Math.floor((width - left - right) / widest));
  const every = Math.max(1, Math.ceil((labels.length - 1) / room));
  return labels.map((_, index) => index).filter((index) => (labels.length - 1 - index) % every === 0);
}

const Tick = ({ at, from, to, words }: { at: number; from: number; to: number; words: string }) => (
  <>
    <line class="tracker-plot__grid" x1={from} x2={to} y1={at} y2={at} />
    <text class="tracker-plot__label" x={from - 8} y={at + 5} text-anchor="end">
      {words}
    </text>
  </>
);

const Line = ({ kind, points }: { kind: number; points: readonly Point[] }) => (
  <g class={classNames('tracker-plot__line', `tracker-plot__line--${kind + 1}`)}>
    <polyline points={points.map((point) => point.join(',')).join(' ')} />
    {points.map((point) => (
      <Mark kind={kind} at={point} />
    ))}
  </g>
);

const Mark = ({ kind, at: [x, y] }: { kind: number; at: Point }) => {
  if (kind === 0) return <circle cx={x} cy={y} r="4" />;
  if (kind === 1) return <rect x={round(x - 4)} y={round(y - 4)} width="8" height="8" />;
  return <path d={`M${x} ${round(y - 5.5)}l5 9h-10z`} />;
};

const lineHeight = 20;
const highestName = 16;

/** Each line's name and last value beside its end, moved apart where two ends lie close together. */
const EndNames = ({ lines, x, place }: { lines: readonly PlotLine[]; x: number; place: Placing }) => (
  <>
    {apart(lines.map(({ values }) => place.y(values.at(-1)!) + 5)).map((y, index) => (
      <text class={classNames('tracker-plot__name', `tracker-plot__name--${index + 1}`)} x={x} y={y}>
        {`${figure(lines[index]!.values.at(-1)!)} ${lines[index]!.name}`}
      </text>
    ))}
  </>
);

/** The lowest stays where it is and whatever is too close to the one below it moves up, but never out of the picture. */
function apart(wanted: readonly number[]): number[] {
  const placed = [...wanted];
  const fromBelow = wanted.map((_, index) => index).toSorted((a, b) => wanted[b]! - wanted[a]! || b - a);
  let below = Number.POSITIVE_INFINITY;
  for (const index of fromBelow) {
    placed[index] = Math.min(placed[index]!, below - lineHeight);
    below = placed[index]!;
  }
  let above = highestName - lineHeight;
  for (const index of fromBelow.toReversed()) {
    placed[index] = round(Math.max(placed[index]!, above + lineHeight));
    above = placed[index]!;
  }
  return placed;
}
