import { inWordsWithWeekday } from '../../../shared/domain/day.ts';
import type { Night } from '../../../shared/domain/night.ts';
import { timeInWords } from './time-words.ts';

/** The runs of one day, each by the time it began; the first of the day first. */
export const RunLinks = ({ nights }: { nights: readonly Night[] }) => (
  <>
    {nights.toReversed().map((night, index) => (
      <>
        {index > 0 && ', '}
        <a class="govuk-link" href={`/nights/${encodeURIComponent(night.id)}`}>
          {timeInWords(night.startedAt)}
          <span class="govuk-visually-hidden">{` on ${inWordsWithWeekday(night.plannedOn)}`}</span>
        </a>
      </>
    ))}
  </>
);
