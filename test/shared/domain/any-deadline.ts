import fc from 'fast-check';
import { addDays, type Day } from '../../../shared/domain/day.ts';
import type { Deadline } from '../../../shared/domain/deadline.ts';
import { anyRecentDay } from './any-day.ts';
import { promisedDuty, responseDuty, undatedDuty } from './essex.ts';

const after = (from: Day, most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => addDays(from, days));

const anyResponse = anyRecentDay.chain((madeOn) =>
  fc
    .record({
      publishedDueOn: fc.option(after(madeOn, 126), { nil: undefined }),
      recordedOn: after(madeOn, 150),
      legalBasis: fc.constantFrom('paragraph-28A' as const, 'none' as const),
    })
    .map(({ recordedOn, ...of }) => responseDuty({ madeOn, ...of }, recordedOn)),
);

const anyPromise = anyRecentDay.chain((anchorOn) =>
  fc
    .record({
      opensAfter: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
      lasts: fc.integer({ min: 0, max: 200 }),
      recordedOn: after(anchorOn, 150),
    })
    .map(({ opensAfter, lasts, recordedOn }) => {
      const opensOn = addDays(anchorOn, opensAfter ?? 0);
      const dueOn = addDays(opensOn, lasts);
      return promisedDuty(
        opensAfter === undefined ? { kind: 'by-date', dueOn } : { kind: 'in-period', opensOn, dueOn },
        anchorOn,
        recordedOn,
      );
    }),
);

const anyUndated = anyRecentDay.chain((anchorOn) =>
  after(anchorOn, 150).map((recordedOn) => undatedDuty(anchorOn, recordedOn)),
);

/** Any open duty: a response with or without a law's and a published day, a window, a date, or neither. Recorded up to five months late. */
export const anyDeadline: fc.Arbitrary<Deadline> = fc.oneof(anyResponse, anyPromise, anyUndated);
