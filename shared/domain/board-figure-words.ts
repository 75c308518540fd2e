import { type Age, ages } from './age.ts';
import type { Figures, Share } from './board-figures.ts';
import type { PaperFigures } from './board-paper.ts';
import { monthsWithoutMeeting } from './board-period.ts';
import { inWords } from './day.ts';

/** One figure of a paper: its name, how it is read from the figures, and in one sentence what it counts. */
export type FigureLine = { name: string; value: (figures: Figures) => string; means: string };

/** Figures under one heading. */
export type FigureGroup = { heading: string; lines: readonly FigureLine[] };

/**
 * A share with both its numbers, so that nobody takes 1 of 1 for much: '3 of 4 (75%)'. Rounded down, so that 100% means all.
 *
 * @example shareInWords({ of: 199, outOf: 200 }) → '199 of 200 (99%)'; of none → 'none'
 */
export const shareInWords = ({ of, outOf }: Share): string =>
  outOf === 0 ? 'none' : `${of} of ${outOf} (${Math.floor((of / outOf) * 100)}%)`;

const ageMeans: Record<Age, string> = {
  'over-2-years': 'Open, and made more than 2 years ago: from the day after the second anniversary.',
  'over-1-year': 'Open, and made more than 1 year but not more than 2 years ago.',
  'under-1-year': 'Open, and made not more than 1 year ago, the anniversary included.',
};

type Counted = Pick<PaperFigures, 'period' | 'before'>;

const whereTheyStand = ({ period: { since }, before }: Counted): FigureLine[] => [
  line('Open', ({ open }) => open, 'Neither closed nor withdrawn, and not one that was not accepted.'),
  line(
    'Overdue responses',
    ({ overdue }) => overdue,
    'Open, with no response by the end of its last day: the later of the law’s day and the published one.',
  ),
  line(
    'Lapsed promises',
    ({ lapsed }) => lapsed,
    'Open, with at least one promised update not received by the end of its last day.',
  ),
  line(
    'Without a date',
    ({ noDate }) => noDate,
    'Open, answered, and waiting for something that has no date.',
  ),
  line(
    since.meeting ? 'Closed since the last meeting' : `Closed in the last ${monthsWithoutMeeting} months`,
    ({ closedSince }) => closedSince,
    `Closed after ${inWords(since.on)} and not open again${before ? `; at the last meeting, closed after ${inWords(before.since)}` : ''}.`,
  ),
  line(
    'Not accepted',
    ({ notAccepted }) => notAccepted,
    'Answered and not accepted, so that nothing more is asked; counted until it is closed.',
  ),
];

const moved: FigureLine[] = [
  line('Moved once', ({ movedOnce }) => movedOnce, 'Open, and a promised date of it was moved once.'),
  line(
    'Moved more than once',
    ({ movedMore }) => movedMore,
    'Open, and promised dates of it were moved twice or more, all its promises together.',
  ),
];

const responses: FigureLine[] = [
  {
    name: 'Given in time',
    value: ({ answered }) => shareInWords(answered),
    means:
      'Of all responses that were given or are late, since the first recommendation: those given by the end of their last day, as above.',
  },
];

const promises: FigureLine[] = [
  line(
    'Kept in time',
    ({ promises }) => promises.inTime,
    'Updates received by the end of the promised day as it was last agreed, or promised without a day.',
  ),
  line('Kept late', ({ promises }) => promises.late, 'Updates received after the promised day.'),
  line('Lapsed', ({ promises }) => promises.lapsed, 'Not received, and the promised day is over.'),
  line('Running', ({ promises }) => promises.running, 'Not received, and the promised day is not over.'),
  line(
    'Promised without a day',
    ({ promises }) => promises.undated,
    'Not received, and there is no promised day.',
  ),
  line(
    'Moved',
    ({ promises }) => promises.moved,
    'Of all promises, those whose day was moved at least once, whatever became of them.',
  ),
];

/** Every figure of a paper in the order of its table. */
export const figureGroups = (counted: Counted): FigureGroup[] => [
  { heading: 'Where they stand', lines: whereTheyStand(counted) },
  { heading: 'Dates moved', lines: moved },
  {
    heading: 'Age',
    lines: (Object.keys(ages) as Age[]).map((age) =>
      line(ages[age], (figures) => figures.ages[age], ageMeans[age]),
    ),
  },
  { heading: 'Responses', lines: responses },
  { heading: 'Promised updates', lines: promises },
];

function line(name: string, of: (figures: Figures) => number, means: string): FigureLine {
  return { name, value: (figures) => String(of(figures)), means };
}
