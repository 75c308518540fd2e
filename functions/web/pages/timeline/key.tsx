import type { Child } from 'hono/jsx';
import type { Bar } from './drawing.ts';
import type { Lane, Look } from './lanes.ts';
import { Sign } from './picture.tsx';

const looks: Record<Look, string> = {
  delivered: 'Mail delivered',
  'under-way': 'Mail sent or waiting, not confirmed',
  astray: 'Mail that did not arrive',
  move: 'Something was done',
  met: 'Done',
  published: 'Date on the page',
};

/** What the signs of a picture mean: those that are in it. */
export const Key = ({ lanes }: { lanes: readonly Lane[] }) => {
  const present = (look: Look) => lanes.some(({ points }) => points.some((point) => point.look === look));
  const ticks = lanes.flatMap((lane) => lane.ticks);
  return (
    <ul class="tracker-timeline-key">
      {(Object.keys(looks) as Look[]).filter(present).map((look) => (
        <Entry words={looks[look]}>
          <Sign look={look} at={[{ x: 7, y: 7 }]} />
        </Entry>
      ))}
      {ticks.some(({ isAhead }) => !isAhead) && (
        <Entry words="Reminder day">
          <path class="tl-tick" d="M7 2v10" />
        </Entry>
      )}
      {ticks.some(({ isAhead }) => isAhead) && (
        <Entry words="Reminder to come">
          <path class="tl-tick tl-tick--ahead" d="M7 2v10" />
        </Entry>
      )}
    </ul>
  );
};

const bars: Partial<Record<Bar['look'], string>> = {
  time: 'Time for the response or a promise',
  ahead: 'Not open yet',
  undated: 'Without a date',
  late: 'Late',
};

/** What the bars of a picture without labels mean: those that are in it. */
export const BarKey = ({ drawn }: { drawn: readonly Bar[] }) => (
  <ul class="tracker-timeline-key">
    {(Object.keys(bars) as Bar['look'][])
      .filter((look) => drawn.some((bar) => bar.look === look))
      .map((look) => (
        <Entry words={bars[look]!}>
          <rect class={`tl-${look}`} x="1" y="2" width="12" height="10" />
        </Entry>
      ))}
  </ul>
);

const Entry = ({ words, children }: { words: string; children: Child }) => (
  <li>
    <svg class="tracker-timeline-key__sign" viewBox="0 0 14 14" aria-hidden="true">
      {children}
    </svg>
    {words}
  </li>
);
