import type { Day } from '../../../shared/domain/day.ts';
import { type Trouble, troubleInWords } from '../../../shared/domain/watch.ts';
import { Offered } from '../components/may-follow.tsx';
import { WarningText } from '../components/warning-text.tsx';

/** What is wrong with the runs of a day, where nobody can miss it, in the words of the alarm. */
export const RunTrouble = ({ trouble, day }: { trouble: Trouble; day: Day }) => (
  <section class="tracker-trouble" aria-label="Trouble with the runs">
    <WarningText>{troubleInWords(trouble, day)}</WarningText>
    <Offered href="/nights">
      <p class="govuk-body">
        <a class="govuk-link" href={`/nights?year=${day.slice(0, 4)}`}>
          See the runs of {day.slice(0, 4)}
        </a>
      </p>
    </Offered>
  </section>
);
