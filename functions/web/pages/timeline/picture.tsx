import type { Drawing, Glyph, Label, Size } from './drawing.ts';

export const wide: Size = { width: 930, letter: 8, line: 20, gutter: 125 };
export const narrow: Size = { width: 290, letter: 7, line: 17, gutter: 0 };

type PictureProps = { id: string; title: string; says: string; drawing: Drawing; look: 'wide' | 'narrow' };

const round = (n: number) => Math.round(n * 10) / 10;

/** A drawing as a picture with a name and a description. What it shows is also told as a table, so nothing in it is read out by itself. */
export const Picture = ({ id, title, says, drawing, look }: PictureProps) => {
  const { width, height, top, left } = drawing;
  return (
    <svg
      class={`tracker-timeline tracker-timeline--${look}`}
      viewBox={`0 0 ${width} ${round(height + 6)}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-says`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{says}</desc>
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="tl-hatch-ground" width="6" height="6" />
          <line class="tl-hatch" x1="1" y1="0" x2="1" y2="6" />
        </pattern>
      </defs>
      <path
        class="tl-month"
        d={drawing.months.map((x) => `M${round(x)} ${top - 4}V${round(height)}`).join('')}
      />
      <path class="tl-axis" d={`M${left} ${top}H${width}`} />
      {drawing.bars.map(({ x, y, width, height, look }) => (
        <rect
          class={`tl-${look}`}
          x={round(x)}
          y={round(y)}
          width={round(Math.max(width, 2))}
          height={height}
          fill={look === 'paused' ? `url(#${id}-hatch)` : undefined}
        />
      ))}
      {drawing.today !== undefined && (
        <path class="tl-today" d={`M${round(drawing.today)} ${top - 4}V${round(height)}`} />
      )}
      <Ticks drawing={drawing} isAhead={false} />
      <Ticks drawing={drawing} isAhead />
      <Leads labels={drawing.labels} />
      {[...Map.groupBy(drawing.glyphs, ({ look }) => look)].map(([look, at]) => (
        <Sign look={look} at={at} />
      ))}
      {drawing.labels.map((label) => (
        <Words {...label} />
      ))}
    </svg>
  );
};

const Ticks = ({ drawing, isAhead }: { drawing: Drawing; isAhead: boolean }) => {
  const ticks = drawing.ticks.filter((tick) => tick.isAhead === isAhead);
  if (ticks.length === 0) return null;
  const d = ticks.map(({ x, y }) => `M${round(x)} ${round(y)}v6`).join('');
  return <path class={isAhead ? 'tl-tick tl-tick--ahead' : 'tl-tick'} d={d} />;
};

const Leads = ({ labels }: { labels: readonly Label[] }) => (
  <path
    class="tl-lead"
    d={labels
      .flatMap(({ lead, y }) => (lead ? [`M${round(lead.x)} ${round(lead.from)}V${round(y + 4)}`] : []))
      .join('')}
  />
);

const Words = ({ kind, text, x, y, height }: Label) => (
  <text class={`tl-${kind}`} x={round(x)} y={round(y + height * 0.75)}>
    {text}
  </text>
);

/** A sign around a point, 10 wide. */
const signs: Record<Glyph['look'], string> = {
  move: 'm0 -5 5 5 -5 5 -5 -5z',
  met: 'm-5 0 4 4 7 -8',
  published: 'm0 6 -5 -10h10z',
  delivered: 'm-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z',
  'under-way': 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  astray: 'm-4 -4 8 8m0 -8 -8 8',
};

type Points = { look: Glyph['look']; at: readonly Pick<Glyph, 'x' | 'y'>[] };

/** One sign at one or more points. */
export const Sign = ({ look, at }: Points) => {
  const d = at.map(({ x, y }) => `M${round(x)} ${round(y)}${signs[look]}`).join('');
  return (
    <>
      {(look === 'met' || look === 'astray') && <path class="tl-sign tl-sign--under" d={d} />}
      <path class={`tl-sign tl-sign--${look}`} d={d} />
    </>
  );
};
