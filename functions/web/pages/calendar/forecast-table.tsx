import type { ForecastWeek } from '../../../../shared/domain/forecast.ts';
import { figure } from '../../components/line-plot.tsx';
import { Table } from '../../components/table.tsx';
import { weekId, weekInWords } from './week-words.ts';

/** What to expect week by week, before the days one by one. */
export const ForecastTable = ({ weeks }: { weeks: readonly ForecastWeek[] }) => {
  const hasPublications = weeks.some(({ publications }) => publications > 0);
  const number = (text: string) => ({ text, numeric: true });
  return (
    <section class="tracker-forecast">
      <Table
        caption="Week by week, if nothing changes"
        captionSize="m"
        small
        firstCellIsHeader
        columns={[
          { text: 'Week' },
          number('Windows opening'),
          number('Responses due'),
          number('Updates due'),
          ...(hasPublications ? [number('Publications due')] : []),
          number('Becoming late'),
          number('Mails'),
        ]}
        rows={weeks.map((week) => [
          <WeekLink week={week} />,
          <Figure of={week.opens} />,
          <Figure of={week.responses} />,
          <Figure of={week.updates} />,
          ...(hasPublications ? [<Figure of={week.publications} />] : []),
          <Figure of={week.late} />,
          <Figure of={week.mails} />,
        ])}
      />
    </section>
  );
};

const WeekLink = ({ week }: { week: ForecastWeek }) =>
  week.days.length === 0 ? (
    <span>{weekInWords(week)}</span>
  ) : (
    <a class="govuk-link" href={`#${weekId(week)}`}>
      {weekInWords(week)}
    </a>
  );

const Figure = ({ of }: { of: number }) => (
  <span class={of === 0 ? 'tracker-nought' : undefined}>{figure(of)}</span>
);
