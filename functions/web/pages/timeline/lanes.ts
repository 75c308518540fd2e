import { type Day, isAfter, isBefore } from '../../../../shared/domain/day.ts';
import type { Timeline } from '../../../../shared/domain/timeline.ts';
import type { Band } from '../../../../shared/domain/timeline-bands.ts';
import type { Mark } from '../../../../shared/domain/timeline-marks.ts';
import { shortDay } from './axis.ts';
import { bandLabel, laneName, mailLooks, moveLabel } from './words.ts';

/** How a point looks; each is a shape of its own, so that none is told by its colour alone. */
export type Look = 'move' | 'met' | 'published' | 'delivered' | 'under-way' | 'astray';

export type Point = { on: Day; look: Look };

/**
 * One line of the picture. Bands in one of its `rows` share a bar; `ghosts` are the times there were before, each a thin bar of its own;
 * `ticks` hang from the bar; `points` stand on it, or, `stacked`, beside each other where they would touch. Labels that `lead` are joined
 * to their day by a line.
 */
export type Lane = {
  title: string;
  rows: Band[][];
  ghosts: Band[];
  ticks: { on: Day; isAhead: boolean }[];
  points: Point[];
  labels: { on: Day; text: string }[];
  stacked?: true;
  lead?: true;
};

type Of<K extends Mark['kind']> = Extract<Mark, { kind: K }>;
const ofKind = <K extends Mark['kind']>({ marks }: Timeline, kind: K): Of<K>[] =>
  marks.filter((mark): mark is Of<K> => mark.kind === kind);

const bare = { ghosts: [], ticks: [], points: [], labels: [] };

/** The lines of one recommendation: its duties, the mails about it, and what people did. */
export function lanesOf(timeline: Timeline): Lane[] {
  const mails = ofKind(timeline, 'mail').map(
    ({ on, mail }): Point => ({ on, look: mail ? mailLooks[mail.state] : 'astray' }),
  );
  const moves = ofKind(timeline, 'move');
  return [
    ...dutiesIn(timeline).map((bands) => dutyLane(bands, timeline)),
    ...(mails.length > 0
      ? [{ ...bare, title: 'Mails', rows: [], points: mails, stacked: true as const }]
      : []),
    ...(moves.length > 0
      ? [
          {
            ...bare,
            title: 'What was done',
            rows: [],
            points: moves.map(({ on }): Point => ({ on, look: 'move' })),
            labels: moves.map((move) => ({ on: move.on, text: moveLabel(move) })),
            lead: true as const,
          },
        ]
      : []),
  ];
}

/** One recommendation among others: what its owner has to do, those duties that overlap under each other, without words. */
export const caseLane = (number: number, timeline: Timeline): Lane => ({
  ...bare,
  title: String(number),
  rows: sideBySide(
    dutiesIn(timeline)
      .map((bands) => bands.filter(({ what }) => what !== 'earlier'))
      .filter(([first]) => first?.deadline.kind !== 'publication'),
  ),
});

const dutiesIn = ({ bands }: Timeline): Band[][] => [
  ...Map.groupBy(bands, ({ deadline }) => deadline.id).values(),
];

function dutyLane(bands: readonly Band[], timeline: Timeline): Lane {
  const { deadline } = bands[0]!;
  const mine = <M extends { deadline: { id: string } }>(mark: M) => mark.deadline.id === deadline.id;
  const published = ofKind(timeline, 'published').filter(mine);
  const ghosts = bands.filter(({ what }) => what === 'earlier');
  const shown = bands.filter(({ what }) => what !== 'earlier');
  return {
    title: laneName(deadline),
    rows: [shown],
    ghosts,
    ticks: ofKind(timeline, 'stage')
      .filter(mine)
      .map(({ on, state }) => ({ on, isAhead: state === 'to-come' })),
    points: [
      ...published.map(({ on }): Point => ({ on, look: 'published' })),
      ...ofKind(timeline, 'met')
        .filter(mine)
        .map(({ on }): Point => ({ on, look: 'met' })),
    ],
    labels: [
      ...[...shown, ...ghosts].map((band) => ({ on: band.from, text: bandLabel(band) })),
      ...published.map(({ on }) => ({ on, text: `page asks by ${shortDay(on)}` })),
    ],
  };
}

/** Puts each duty in the first row where nothing of another duty is in its way. */
function sideBySide(duties: readonly Band[][]): Band[][] {
  const rows: Band[][] = [];
  for (const duty of duties) {
    const free = rows.find((row) => !row.some((other) => duty.some((band) => overlap(band, other))));
    if (free) free.push(...duty);
    else rows.push([...duty]);
  }
  return rows;
}

const overlap = (a: Band, b: Band) => !isAfter(a.from, b.to) && !isBefore(a.to, b.from);
