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
        <li>
          <svg class="tracker-timeline-key__sign" viewBox="0 0 14 14" aria-hidden="true">
            <Sign x={7} y={7} look={look} />
          </svg>
          {looks[look]}
        </li>
      ))}
      {ticks.some(({ isAhead }) => !isAhead) && <Tick look="tl-tick" words="Reminder day" />}
      {ticks.some(({ isAhead }) => isAhead) && (
        <Tick look="tl-tick tl-tick--ahead" words="Reminder to come" />
      )}
    </ul>
  );
};

const Tick = ({ look, words }: { look: string; words: string }) => (
  <li>
    <svg class="tracker-timeline-key__sign" viewBox="0 0 14 14" aria-hidden="true">
      <path class={look} d="M7 2v10" />
    </svg>
    {words}
  </li>
);
