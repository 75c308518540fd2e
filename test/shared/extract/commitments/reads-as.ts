import { asDay } from '../../../../shared/domain/day.ts';
import { commitmentsIn } from '../../../../shared/extract/commitments.ts';

const responded = asDay('2020-11-20');

/**
 * What a sentence reads as, in a few words: "no", "none", "completed 2020-11-03", "within 3 month", "between 4 6 month",
 * "in 6 month", "by 2021-03-31", "in 2021-01-01..2021-01-31". Of several suggestions the first with a window.
 */
export function readsAs(text: string, on = responded): string {
  const found = commitmentsIn(text, on);
  const one = found.find(({ kind }) => kind !== 'none' && kind !== 'completed') ?? found[0];
  if (!one) return 'no';
  const { kind, earliest, latest, dateEarliest, dateLatest } = one;
  if (kind === 'none') return 'none';
  if (kind === 'completed') return dateLatest ? `completed ${dateLatest}` : 'completed';
  if (latest)
    return kind === 'between'
      ? `between ${earliest?.n} ${latest.n} ${latest.unit}`
      : `${kind} ${latest.n} ${latest.unit}`;
  return kind === 'by-date' ? `by ${dateLatest}` : `${kind} ${dateEarliest}..${dateLatest}`;
}
