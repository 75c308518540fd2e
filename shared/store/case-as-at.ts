import { type AsAt, asAt } from '../domain/as-at.ts';
import type { Day } from '../domain/day.ts';
import type { CaseFile } from './case-file.ts';
import { keyInLine } from './keys.ts';
import { type Kind, keyOf, type RecordOf } from './records.ts';

const nameOf = (kind: string, value: object) => keyInLine(keyOf(kind as Kind, value as RecordOf<Kind>));

/** The recommendations of a case as they stood at the end of a day; those not made by then are not among them. The case itself is as it is now. */
export const caseAsAt = ({ learningCase, recommendations, events }: CaseFile, day: Day): AsAt[] =>
  recommendations.flatMap((entry) => {
    const mine = events.filter(({ number }) => number === entry.recommendation.number);
    return asAt(entry, mine, { day, madeOn: learningCase.madeOn, nameOf }) ?? [];
  });
