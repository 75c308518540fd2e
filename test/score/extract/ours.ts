import { asDay } from '../../../shared/domain/day.ts';
import { commitmentsIn } from '../../../shared/extract/commitments.ts';
import { type Answer, respondedOn, type SampleLine } from './line.ts';

/** Our answer to a line: its one suggestion, or of several the first that has a window. */
export function ours(line: SampleLine): Answer {
  const on = respondedOn(line);
  const found = commitmentsIn(line.text, on === null ? null : asDay(on));
  return found.find(({ kind }) => kind !== 'none' && kind !== 'completed') ?? found[0] ?? null;
}
