import type { AsAt } from './as-at.ts';
import type { Case } from './case.ts';
import { caseRow, type Row, rowOf } from './row.ts';

/** A recommendation as at a day, as a list needs it: counted and grouped as the rows of today are. */
export const rowAsAt = (kept: AsAt, learningCase: Case): Row => ({
  ...rowOf(kept),
  ...caseRow.parse(learningCase),
});
