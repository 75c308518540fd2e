import { shareInWords } from '../../../../shared/domain/board-figure-words.ts';
import type { Figures } from '../../../../shared/domain/board-figures.ts';
import type { PaperFigures } from '../../../../shared/domain/board-paper.ts';
import { monthsWithoutMeeting } from '../../../../shared/domain/board-period.ts';
import { inWords } from '../../../../shared/domain/day.ts';

/** The figures that a reader in a hurry needs, one sentence each. What is nil is said once and not three times. */
export function headlines({ figures, before, period }: PaperFigures): string[] {
  const { open, closedSince, answered, ages, movedMore } = figures;
  const since = period.since.meeting
    ? `since the meeting on ${inWords(period.since.on)}`
    : `in the last ${monthsWithoutMeeting} months`;
  return [
    `${counted(open, 'recommendation is', 'recommendations are')} open${compared(open, before?.figures)}.`,
    lateness(figures),
    `${counted(closedSince, 'recommendation was', 'recommendations were')} closed ${since}.`,
    ...(movedMore > 0
      ? [
          `${counted(movedMore, 'open recommendation has', 'open recommendations have')} had dates moved more than once.`,
        ]
      : []),
    ...(ages['over-2-years'] > 0
      ? [
          `${counted(ages['over-2-years'], 'open recommendation is', 'open recommendations are')} over 2 years old.`,
        ]
      : []),
    answered.outOf === 0
      ? 'No response has been given or is late yet.'
      : `Of all responses that were given or are late, ${shareInWords(answered)} came in time.`,
  ];
}

function lateness({ overdue, lapsed, open }: Figures): string {
  if (open === 0) return 'Nothing is late.';
  const parts = [
    ...(overdue > 0 ? [counted(overdue, 'response is overdue', 'responses are overdue')] : []),
    ...(lapsed > 0
      ? [`what was promised on ${counted(lapsed, 'recommendation', 'recommendations')} has lapsed`]
      : []),
  ];
  return parts.length === 0
    ? 'No response is overdue and no promise has lapsed.'
    : sentence(parts.join(', and '));
}

function compared(open: number, before: Figures | undefined): string {
  if (!before) return '';
  if (before.open === open) return ', as many as at the last meeting';
  const by = Math.abs(open - before.open);
  return `, ${by} ${open > before.open ? 'more' : 'fewer'} than at the last meeting`;
}

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'No' : count} ${count === 1 || count === 0 ? one : many}`;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
