import { meetingsHeld } from '../../../../shared/domain/board-period.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import { inWords } from '../../../../shared/domain/day.ts';
import { Button } from '../../components/button.tsx';
import { DateInput } from '../../components/date-input.tsx';
import { typedDate } from '../../forms/typed-date.ts';
import type { AskedDay } from './paper-as-at.ts';
import { paperHref } from './paper-names.ts';
import type { PaperOf } from './read-paper.ts';

/** Above a paper, on the screen only: which day it is of, and how it comes onto paper or into a spreadsheet. */
export const PaperControls = ({ of, asked }: { of: PaperOf; asked: AskedDay }) => (
  <section class="tracker-paper-controls" aria-label="This paper">
    <form method="get" action={paperHref(of.board)} novalidate>
      <DateInput
        name="asAt"
        legend="Show how things stood at the end of"
        legendSize="s"
        hint="Today or any earlier day, for example, 3 12 2020"
        values={typedDate(asked.form, 'asAt')}
        error={asked.error?.message}
        errorParts={asked.error?.parts}
      />
      <Button>Show</Button>
    </form>
    <Offered of={of} />
    <p class="govuk-body">
      To print this paper or save it as a PDF, press Ctrl and P (on a Mac, Command and P). The menu, this box
      and the buttons are left out, and the pages are numbered.
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={paperHref(of.board, of.asAt, 'paper.csv')}>
        Download as CSV
      </a>{' '}
      for a spreadsheet: the same figures and lines.
    </p>
  </section>
);

const Offered = ({ of: { board, today, asAt } }: { of: PaperOf }) => {
  const days: { on: Day; text: string }[] = [
    { on: today, text: `Today, ${inWords(today)}` },
    ...(board ? meetingsHeld(board, today).map((on) => ({ on, text: `Meeting of ${inWords(on)}` })) : []),
  ].filter(({ on }, index, all) => on !== asAt && all.findIndex((each) => each.on === on) === index);
  return days.length === 0 ? null : (
    <ul class="govuk-list">
      {days.map(({ on, text }) => (
        <li>
          <a class="govuk-link" href={paperHref(board, on)}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
};
